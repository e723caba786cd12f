package io.powermigrate.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as people read it. */
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
        section("WILL BE CHANGED in " + content.destination().name(), steps(true));
        sectionOf("TRAVELS INSIDE ANOTHER", Action.CARRIED);
        sectionOf("HELD", Action.HELD);
        recreate();
        sectionOf("BLOCKED", Action.BLOCKED);
        nothingToDo();
        if (!plan.notLookedAt().isEmpty()) {
            title("NOT LOOKED AT");
            plan.notLookedAt().forEach(words -> line("  " + words));
        }
        return text.toString();
    }

    private String summary() {
        return plan.steps().stream()
                .collect(Collectors.groupingBy(Step::action, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private List<Step> steps(boolean writing) {
        return plan.steps().stream()
                .filter(step -> step.action().writes() == writing)
                .toList();
    }

    private void sectionOf(String title, Action action) {
        section(
                title,
                plan.steps().stream().filter(step -> step.action() == action).toList());
    }

    /** What is there already needs no advice. */
    private void nothingToDo() {
        List<Step> steps = plan.steps().stream()
                .filter(step -> step.action() == Action.SKIP)
                .toList();
        if (!steps.isEmpty()) {
            title("NOTHING TO DO (" + steps.size() + ")");
            steps.forEach(step -> line("  " + step.key() + ": " + step.reason()));
        }
    }

    private void section(String title, List<Step> steps) {
        if (!steps.isEmpty()) {
            title(title + " (" + steps.size() + ")");
            steps.forEach(step -> describe(step, text));
        }
    }

    private void recreate() {
        List<RecreateItem> items = plan.recreate();
        if (items.isEmpty()) {
            return;
        }
        long open = items.stream()
                .filter(item -> item.state() != RecreateItem.State.SATISFIED)
                .count();
        title("MUST BE RECREATED (" + open + " of " + items.size() + " open)");
        items.forEach(item -> text.append(RecreateText.of(item)));
    }

    static void describe(Step step, StringBuilder text) {
        text.append("  ")
                .append(step.wave() >= 0 ? "wave " + step.wave() + "  " : "")
                .append(word(step.action()));
        text.append(' ').append(step.key());
        if (!step.reason().isEmpty()) {
            text.append(": ").append(step.reason());
        }
        text.append('\n');
        step.bindings().stream().filter(slot -> !slot.to().isEmpty()).forEach(slot -> text.append("      ")
                .append(slot.type())
                .append(' ')
                .append(slot.from())
                .append(" -> ")
                .append(slot.to())
                .append(" (")
                .append(slot.layer())
                .append(")\n"));
        step.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.MIGRATE)
                .forEach(finding -> describe(finding, text));
    }

    private static void describe(Finding finding, StringBuilder text) {
        text.append("      ")
                .append(finding.rule())
                .append(' ')
                .append(finding.verdict())
                .append(": ");
        text.append(finding.reason()).append(". ").append(finding.remedy()).append(".\n");
        finding.locations().forEach(place -> text.append("        at ")
                .append(place.words())
                .append(": ")
                .append(place.excerpt())
                .append('\n'));
        finding.suggestions()
                .forEach(line ->
                        text.append("        paste: ").append(line.toCode()).append('\n'));
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

    /** How an item of the recreate list reads. */
    static final class RecreateText {

        private RecreateText() {}

        static String of(RecreateItem item) {
            StringBuilder text = new StringBuilder();
            text.append("  [")
                    .append(item.state() == RecreateItem.State.SATISFIED ? 'x' : ' ')
                    .append("] ");
            text.append(item.state())
                    .append(' ')
                    .append(item.key())
                    .append(": ")
                    .append(item.by())
                    .append('\n');
            text.append("      why: ")
                    .append(item.reason())
                    .append(" [")
                    .append(item.basis())
                    .append("]\n");
            if (item.state() != RecreateItem.State.SATISFIED) {
                text.append("      do: ").append(item.remedy()).append('\n');
                for (Binding line : item.lines()) {
                    text.append("      or paste: ").append(line.toCode()).append('\n');
                }
            }
            return text.append(waiting(item)).toString();
        }

        private static String waiting(RecreateItem item) {
            String names = item.waiting().stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
            return names.isEmpty() ? "" : "      waits: " + names + "\n";
        }
    }
}
