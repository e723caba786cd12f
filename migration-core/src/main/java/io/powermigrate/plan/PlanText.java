package io.powermigrate.plan;

import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as people read it: a line for each step, and what was found once, with all whom it concerns. */
final class PlanText {

    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    PlanText(Plan plan) {
        this.plan = plan;
    }

    String toText() {
        Plan.Content content = plan.content();
        line("Plan: " + content.source().name() + " -> " + content.destination().name() + ", rules " + content.ruleSet()
                + ", scope " + content.scope());
        line(summary());
        if (!plan.isJournalKept() && plan.steps().stream().anyMatch(step -> step.action() == Action.CREATE)) {
            line(
                    "The journal ends with this process: what this run makes, and somebody renames, a later run makes again."
                            + " Keep it with Journal.in(folder).");
        }
        List<Step> writing =
                plan.steps().stream().filter(step -> step.action().writes()).toList();
        section("WILL BE CHANGED in " + content.destination().name(), writing);
        section("TRAVELS INSIDE ANOTHER", steps(Action.CARRIED));
        section("HELD", steps(Action.HELD));
        text.append(RecreateItem.toText(plan.recreate()));
        section("BLOCKED", steps(Action.BLOCKED));
        text.append(new FindingsText(plan).toText());
        section("NOTHING TO DO", steps(Action.SKIP));
        if (!plan.notLookedAt().isEmpty()) {
            title("NOT LOOKED AT");
            plan.notLookedAt().forEach(words -> line("  " + words));
        }
        return text.toString();
    }

    private String summary() {
        return plan.steps().stream()
                .collect(Collectors.groupingBy(Step::action, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private List<Step> steps(Action action) {
        return plan.steps().stream().filter(step -> step.action() == action).toList();
    }

    private void section(String title, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        title(title + " (" + steps.size() + ")");
        for (Step step : steps) {
            line("  " + head(step));
            bindings(step);
            SameFindings.once(step.findings()).stream()
                    .filter(finding -> isToldHere(step, finding))
                    .forEach(finding -> text.append(advice(step, finding)));
        }
    }

    /** What blocks a step is told with it; what is only to be known stands once, under the findings. */
    private static boolean isToldHere(Step step, Finding finding) {
        return step.action() == Action.BLOCKED && finding.verdict() == Verdict.BLOCK;
    }

    private void bindings(Step step) {
        if (step.action() != Action.SKIP) {
            step.bindings().stream()
                    .filter(slot -> !slot.to().isEmpty())
                    .forEach(slot -> line("      " + slot.type() + " " + slot.from() + " -> " + slot.to() + " ("
                            + slot.layer() + ")"));
        }
    }

    static String head(Step step) {
        String wave = step.wave() >= 0 ? "wave " + step.wave() + "  " : "";
        String because = step.reason().isEmpty() ? "" : ": " + step.reason();
        return wave + word(step.action()) + " " + step.key() + because;
    }

    /** What was found and what to do, below the line of its step. */
    static String advice(Step step, Finding finding) {
        StringBuilder advice = new StringBuilder();
        String reason = finding.reason().equals(step.reason()) ? "" : ": " + finding.reason();
        advice.append("      ")
                .append(finding.rule())
                .append(' ')
                .append(finding.verdict())
                .append(reason)
                .append('\n');
        advice.append(SameFindings.places(finding));
        advice.append("        do: ").append(finding.remedy()).append('\n');
        finding.suggestions()
                .forEach(line ->
                        advice.append("        paste: ").append(line.toCode()).append('\n'));
        return advice.toString();
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void title(String words) {
        text.append('\n').append(words).append('\n');
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
