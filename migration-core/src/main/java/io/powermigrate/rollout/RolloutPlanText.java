package io.powermigrate.rollout;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan of a rollout as people read it: who waits first, then what is written; equal customers stand together. */
final class RolloutPlanText {

    private final RolloutPlan plan;
    private final Lines page = new Lines();

    RolloutPlanText(RolloutPlan plan) {
        this.plan = plan;
    }

    String toText() {
        List<CustomerPlan> open =
                plan.customers().stream().filter(each -> each.plan().isEmpty()).toList();
        int ready = plan.customers().size() - open.size();
        page.line("Rollout plan: " + Shown.name(plan.source().name()) + " to "
                + Counted.of(plan.customers().size(), "customer"));
        page.line(Counted.of(ready, "customer has", "customers have") + " a plan, "
                + Counted.of(plan.changes(), "resource") + " will be written. An approval approves each of these plans"
                + (open.isEmpty() ? "." : "; " + open.size() + " without a plan will be told as not done."));
        if (!open.isEmpty()) {
            page.title("NO PLAN (" + open.size() + ")");
            open.forEach(each -> {
                page.line("  " + Shown.name(each.name()));
                page.line("       " + each.reason() + ".");
                page.line("       " + each.remedy() + ".");
            });
        }
        written();
        people();
        if (!plan.unused().isEmpty()) {
            page.title("LAYERS THAT NO CUSTOMER HAS THE LABEL FOR ("
                    + plan.unused().size() + ")");
            plan.unused().forEach(layer -> page.line("  " + layer));
        }
        return page.toString();
    }

    private void written() {
        page.title("WHAT WILL BE WRITTEN");
        grouped(RolloutPlanText::changes).forEach((words, customers) -> page.list("  " + words + ": ", customers));
    }

    private static String changes(Plan plan) {
        Map<String, Long> actions = plan.steps().stream()
                .filter(step -> step.action().writes())
                .collect(Collectors.groupingBy(
                        step -> step.action().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        return actions.isEmpty()
                ? "nothing"
                : actions.entrySet().stream()
                        .map(entry -> entry.getValue() + " to " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** What a person has to make first; of whom the same is to be said stand together. */
    private void people() {
        Map<String, List<String>> open = new LinkedHashMap<>();
        plan.customers().forEach(customer -> customer.plan().stream()
                .flatMap(each -> each.recreate().stream())
                .filter(item -> item.state() != RecreateItem.State.SATISFIED)
                .forEach(item -> open.computeIfAbsent(item.state() + " " + item.key(), words -> new ArrayList<>())
                        .add(customer.name())));
        if (!open.isEmpty()) {
            page.title("TO BE SETTLED BY A PERSON, BY CUSTOMER");
            open.forEach((words, customers) -> page.list("  " + words + ": ", customers));
            page.line("  How: the plan of the customer says it.");
        }
    }

    private Map<String, List<String>> grouped(Function<Plan, String> words) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        plan.customers().forEach(customer -> customer.plan()
                .ifPresent(each -> groups.computeIfAbsent(words.apply(each), none -> new ArrayList<>())
                        .add(customer.name())));
        return groups;
    }
}
