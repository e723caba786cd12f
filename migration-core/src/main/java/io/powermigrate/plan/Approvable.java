package io.powermigrate.plan;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a plan can be approved as it is, and what it does then. */
final class Approvable {

    private Approvable() {}

    /** How many changes an approval allows; 0 where the plan cannot be approved, or changes nothing. */
    static long changes(Plan plan) {
        long changed = changed(plan);
        return changed > plan.content().limit() ? 0 : changed;
    }

    private static long changed(Plan plan) {
        return plan.steps().stream().filter(Step::changes).count();
    }

    static String of(Plan plan, PageNames names) {
        if (plan.changes() == 0) {
            return NoChange.of(plan) + ".";
        }
        long changed = changed(plan);
        if (changed > plan.content().limit()) {
            return "It cannot be approved as it is: it changes " + Counted.of(changed, "resource")
                    + ", and the limit is " + plan.content().limit() + ". Narrow the scope, or raise the limit.";
        }
        return "You can approve it now: it " + writes(plan, names) + " in "
                + plan.content().destination().name() + " and changes nothing else.";
    }

    /** What it writes, by action and type, in the order of the steps. */
    private static String writes(Plan plan, PageNames names) {
        Map<Action, Map<String, Long>> counts = new LinkedHashMap<>();
        plan.steps().stream().filter(Step::changes).forEach(step -> counts.computeIfAbsent(
                        step.action(), none -> new LinkedHashMap<>())
                .merge(step.key().type(), 1L, Long::sum));
        List<String> parts = counts.entrySet().stream()
                .map(entry -> verb(entry.getKey()) + " " + listed(entry.getValue(), names))
                .toList();
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    private static String listed(Map<String, Long> counts, PageNames names) {
        return counts.size() > 3
                ? Words.counted(
                        counts.values().stream().mapToLong(Long::longValue).sum(), "resource")
                : counts.entrySet().stream()
                        .map(entry -> names.counted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    static String verb(Action action) {
        return switch (action) {
            case CREATE -> "creates";
            case UPDATE -> "updates";
            case RECREATE -> "recreates";
            case CARRIED -> "brings, inside a package,";
            case SKIP, BY_HAND, HELD, BLOCKED -> "leaves";
        };
    }
}
