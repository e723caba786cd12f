package io.powermigrate.report;

import io.powermigrate.plan.RecreateItem;
import java.util.List;

/** A report as people read it. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("Report: ")
                .append(report.outcomes().size())
                .append(" steps ")
                .append(report.counts());
        text.append(", approved by ")
                .append(report.approvals().stream().map(each -> each.by()).toList());
        text.append('\n');
        byState(report, text);
        recreate(report, text);
        if (!report.plan().notLookedAt().isEmpty()) {
            text.append("\nNOT LOOKED AT\n");
            report.plan()
                    .notLookedAt()
                    .forEach(words -> text.append("  ").append(words).append('\n'));
        }
        return text.toString();
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

    private static void recreate(Report report, StringBuilder text) {
        List<RecreateItem> open = report.recreate().stream()
                .filter(item -> item.state() != RecreateItem.State.SATISFIED)
                .toList();
        text.append("\nMUST BE RECREATED (")
                .append(open.size())
                .append(" of ")
                .append(report.recreate().size())
                .append(" open)\n");
        for (RecreateItem item : report.recreate()) {
            text.append("  ")
                    .append(item.state())
                    .append(' ')
                    .append(item.key())
                    .append(": ")
                    .append(item.by())
                    .append('\n');
            if (item.state() != RecreateItem.State.SATISFIED) {
                text.append("      why: ").append(item.reason()).append('\n');
                text.append("      do: ").append(item.remedy()).append('\n');
                text.append("      waits: ").append(item.waiting()).append('\n');
            }
        }
    }
}
