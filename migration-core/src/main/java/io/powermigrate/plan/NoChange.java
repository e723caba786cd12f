package io.powermigrate.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Why a plan would change nothing, in one line. */
final class NoChange {

    private NoChange() {}

    static String of(Plan plan) {
        return "Nothing will be changed because " + why(plan);
    }

    private static String why(Plan plan) {
        String source = plan.content().source().name();
        List<NotRead> unread = plan.notRead().stream()
                .filter(each -> each.environment().equals(source))
                .toList();
        if (plan.steps().isEmpty()) {
            return unread.isEmpty()
                    ? source + " shows nothing that the scope selects"
                    : "this could not be read: "
                            + unread.stream().map(NotRead::name).collect(Collectors.joining(", "));
        }
        if (plan.steps().stream().allMatch(step -> step.action() == Action.SKIP)) {
            return "everything is there already: " + PlanText.counts(plan);
        }
        return "nothing can be done yet: " + PlanText.counts(plan);
    }
}
