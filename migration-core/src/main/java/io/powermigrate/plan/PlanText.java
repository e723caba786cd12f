package io.powermigrate.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as people read it: a line for each step, and what was found once, with all whom it concerns. */
final class PlanText {

    private final Plan plan;
    private final Lines page = new Lines();
    private final Set<ResourceKey> onList;

    PlanText(Plan plan) {
        this.plan = plan;
        this.onList = onList(plan);
    }

    String toText() {
        PlanContent content = plan.content();
        top(content);
        List<Step> writing =
                plan.steps().stream().filter(step -> step.action().writes()).toList();
        section("TO CREATE OR UPDATE in " + content.destination().name(), writing);
        section("INCLUDED IN ANOTHER RESOURCE", steps(Action.CARRIED));
        section("HELD", steps(Action.HELD));
        RecreateItem.write(plan.recreate(), page);
        section(
                "BLOCKED",
                steps(Action.BLOCKED).stream()
                        .filter(step -> !onList.contains(step.key()))
                        .toList());
        new FindingsText(plan).write(page);
        section("NOTHING TO DO", steps(Action.SKIP));
        if (!content.notLookedAt().isEmpty()) {
            page.title("NOT CHECKED");
            content.notLookedAt().forEach(words -> page.line("  " + words));
        }
        return page.toString();
    }

    /** What a decision hangs on. */
    private void top(PlanContent content) {
        page.line("Plan: " + content.source().name() + " -> "
                + content.destination().name() + ", rules " + content.ruleSet() + ", scope " + content.scope()
                + NotRead.headline(plan.notRead()));
        plan.notRead().forEach(each -> page.line("  not read: " + each));
        party("source", plan.source());
        party("destination", plan.destination());
        if (plan.inSource().isAbove(Effect.EXPORT)) {
            page.line("The source may be changed, too: " + plan.inSource() + " is allowed there.");
        }
        page.line(plan.changes() == 0 ? NoChange.of(plan) : summary());
        if (!plan.isJournalKept() && plan.steps().stream().anyMatch(step -> step.action() == Action.CREATE)) {
            page.line(
                    "The journal ends with this process: what this run makes, and somebody renames, a later run makes again."
                            + " Keep it with Journal.in(folder).");
        }
        if (!plan.unmatched().isEmpty()) {
            page.title("YOUR SETTINGS THAT MATCHED NOTHING (" + plan.unmatched().size() + ")");
            plan.unmatched().forEach(each -> page.line("  " + each));
        }
    }

    private void party(String side, Party party) {
        if (party.identity().isPresent()) {
            page.line("  " + side + ": " + party);
        }
    }

    private String summary() {
        return counts(plan);
    }

    /** What stands on the recreate list is told there, and counted as that: whatever blocks it, a person settles it. */
    private static Set<ResourceKey> onList(Plan plan) {
        return plan.recreate().stream()
                .filter(item -> !item.isSatisfied())
                .map(RecreateItem::key)
                .collect(Collectors.toSet());
    }

    static String counts(Plan plan) {
        Set<ResourceKey> onList = onList(plan);
        return plan.steps().stream()
                .map(step -> onList.contains(step.key()) ? Action.BY_HAND : step.action())
                .collect(Collectors.groupingBy(action -> action, TreeMap::new, Collectors.counting()))
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
        page.title(title + " (" + steps.size() + ")");
        for (Step step : steps) {
            page.line("  " + head(step));
            bindings(step);
            SameFindings.once(step.findings()).stream()
                    .filter(finding -> isToldHere(step, finding))
                    .forEach(finding -> advise(step, finding, page));
        }
    }

    /** What blocks a step is told with it; what is only to be known stands once, under the findings. */
    private static boolean isToldHere(Step step, Finding finding) {
        return step.action() == Action.BLOCKED && finding.verdict() == Verdict.BLOCK;
    }

    private void bindings(Step step) {
        if (step.action() != Action.SKIP) {
            step.bindings().stream().filter(slot -> !slot.to().isEmpty()).forEach(slot -> page.line("      " + slot));
        }
    }

    static String head(Step step) {
        String wave = step.wave() >= 0 ? "wave " + (step.wave() + 1) + "  " : "";
        String because = step.reason().isEmpty() ? "" : ": " + step.reason();
        return wave + word(step.action()) + " " + step.key() + because;
    }

    /** What was found and what to do, below the line of its step. */
    static void advise(Step step, Finding finding, Lines page) {
        String reason = finding.reason().equals(step.reason()) ? "" : ": " + finding.reason();
        page.line("      " + finding.rule() + " " + finding.verdict() + reason);
        SameFindings.places(finding, page);
        page.line("        do: " + finding.remedy());
        finding.suggestions()
                .forEach(line -> page.line("        " + Pasted.verb(line) + Pasted.line(line, finding.candidates())));
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
