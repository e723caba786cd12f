package io.powermigrate.report;

import io.powermigrate.plan.Approval;
import io.powermigrate.plan.RecreateItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as people read it. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("Report: ").append(summary(report)).append('\n');
        byState(report, text);
        text.append(RecreateItem.toText(report.recreate()));
        if (!report.plan().notLookedAt().isEmpty()) {
            text.append("\nNOT LOOKED AT\n");
            report.plan()
                    .notLookedAt()
                    .forEach(words -> text.append("  ").append(words).append('\n'));
        }
        return text.toString();
    }

    private static String summary(Report report) {
        String states = report.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
        String names = report.approvals().stream().map(Approval::by).collect(Collectors.joining(", "));
        return (states.isEmpty() ? "nothing was to be done" : states) + "; approved by " + names;
    }

    private static String word(Outcome.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void byState(Report report, StringBuilder text) {
        for (Outcome.State state : Outcome.State.values()) {
            List<Outcome> outcomes = report.outcomes().stream()
                    .filter(outcome -> outcome.state() == state)
                    .toList();
            if (!outcomes.isEmpty()) {
                text.append('\n')
                        .append(state)
                        .append(" (")
                        .append(outcomes.size())
                        .append(")\n");
                outcomes.forEach(outcome -> describe(outcome, text));
            }
        }
    }

    private static void describe(Outcome outcome, StringBuilder text) {
        text.append("  ").append(outcome.action()).append(' ').append(outcome.key());
        if (!outcome.destinationId().isEmpty()) {
            text.append(" -> ").append(outcome.destinationId());
        }
        text.append('\n');
        if (!outcome.reason().isEmpty()) {
            text.append("      why: ").append(outcome.reason()).append('\n');
            text.append("      do: ").append(outcome.remedy()).append('\n');
        }
        if (!outcome.requestId().isEmpty()) {
            text.append("      request: ").append(outcome.requestId()).append('\n');
        }
        outcome.findings().forEach(finding -> text.append("      ")
                .append(finding.rule())
                .append(' ')
                .append(finding.verdict())
                .append(": ")
                .append(finding.reason())
                .append('\n'));
    }
}
