package io.powermigrate.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import java.util.List;

/** What must hold before something is done with a plan. */
final class Preconditions {

    private Preconditions() {}

    /** A saved plan may lack members. */
    static PlanContent whole(PlanContent content) {
        if (!content.isWhole()) {
            throw new MigrationException(
                    "The plan could not be read because it is not whole: a member is missing",
                    "Give a file that Plan.writeTo has written");
        }
        return content;
    }

    static void madeFor(Plan plan, String destinationId, String what) {
        if (!plan.destinationId().equals(destinationId)) {
            throw new MigrationException(
                    "The plan was not " + what + " because it was made for " + plan.destinationId() + ", not for "
                            + destinationId,
                    "Plan and approve for this environment");
        }
    }

    static void stillTrue(Plan plan, Plan now) {
        List<String> changes = Staleness.between(plan, now);
        if (!changes.isEmpty()) {
            throw new StalePlanException(changes);
        }
        withinLimit(now, "executed");
    }

    /** @param what what was to be done with the plan, for the message */
    static void withinLimit(Plan plan, String what) {
        long changed = plan.steps().stream().filter(Step::changes).count();
        int limit = plan.content().limit();
        if (changed > limit) {
            throw new MigrationException(
                    "The plan was not " + what + " because it changes " + Counted.of(changed, "resource")
                            + (changed > plan.changes()
                                    ? ", " + (changed - plan.changes()) + " of them inside packages,"
                                    : "")
                            + " and the limit is " + limit,
                    "Narrow the scope, or raise the limit");
        }
    }
}
