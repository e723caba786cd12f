package io.powermigrate.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;

/** Holds how much a plan changes against how much the caller allowed. */
final class WithinLimit {

    private WithinLimit() {}

    /** @param what what was to be done with the plan, for the message */
    static void require(Plan plan, String what) {
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
