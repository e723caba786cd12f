package io.powermigrate.report;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.NotRead;
import io.powermigrate.plan.Party;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as people read it. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        Lines page = new Lines();
        page.line("Report: " + summary(report) + NotRead.headline(report.plan().notRead()));
        report.plan().notRead().forEach(each -> page.line("  not read: " + each));
        party("source", report.source(), page);
        party("destination", report.destination(), page);
        byState(report, page);
        there(report, page);
        undo(report, page);
        RecreateItem.toText(report.recreate()).lines().forEach(page::line);
        List<String> others = report.plan().notLookedAt().stream()
                .skip(report.plan().notRead().size())
                .toList();
        if (!others.isEmpty()) {
            page.title("NOT CHECKED");
            others.forEach(words -> page.line("  " + words));
        }
        return page.toString();
    }

    /** Of what was not written no outcome tells. */
    private static void there(Report report, Lines page) {
        List<Finding> warnings = report.plan().steps().stream()
                .filter(step -> step.action() == Action.SKIP)
                .flatMap(step -> step.findings().stream())
                .filter(finding -> finding.verdict() == Verdict.WARN)
                .toList();
        if (!warnings.isEmpty()) {
            page.title("WARNINGS ABOUT WHAT WAS THERE ALREADY (" + warnings.size() + ")");
            for (Finding each : warnings) {
                page.line("  " + each.resource() + ": " + each.rule() + " " + each.verdict() + ": " + each.reason());
                page.line("      do: " + each.remedy());
            }
        }
    }

    private static void undo(Report report, Lines page) {
        if (!report.undo().isEmpty()) {
            page.title("TO TAKE IT BACK (" + report.undo().size() + ")");
        }
        for (Undo each : report.undo()) {
            page.line("  " + each.way().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + each.key() + ": "
                    + each.remedy());
            each.files()
                    .forEach(file -> page.line(
                            "      file: " + (file.isThere() ? file.path() : file.name() + ": " + file.problem())));
        }
    }

    private static void party(String side, Party party, Lines page) {
        if (party.identity().isPresent()) {
            page.line("  " + side + ": " + party);
        }
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

    private static void byState(Report report, Lines page) {
        for (Outcome.State state : Outcome.State.values()) {
            List<Outcome> outcomes = report.outcomes().stream()
                    .filter(outcome -> outcome.state() == state)
                    .toList();
            if (!outcomes.isEmpty()) {
                page.title(state + " (" + outcomes.size() + ")");
                outcomes.forEach(outcome -> describe(outcome, page));
            }
        }
    }

    private static void describe(Outcome outcome, Lines page) {
        String id = outcome.destinationId().isEmpty() ? "" : " -> " + Shown.name(outcome.destinationId());
        page.line("  " + outcome.action() + " " + outcome.key() + id);
        if (!outcome.reason().isEmpty()) {
            page.line("      why: " + outcome.reason());
            page.line("      do: " + outcome.remedy());
        }
        if (!outcome.requestId().isEmpty()) {
            page.line("      request: " + outcome.requestId());
        }
        outcome.findings()
                .forEach(finding ->
                        page.line("      " + finding.rule() + " " + finding.verdict() + ": " + finding.reason()));
    }
}
