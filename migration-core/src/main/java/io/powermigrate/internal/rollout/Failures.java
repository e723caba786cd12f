package io.powermigrate.internal.rollout;

import io.powermigrate.error.MigrationException;
import io.powermigrate.rollout.Target;

/** What went wrong with one customer, as something that can be told. Pure. */
public final class Failures {

    private Failures() {}

    /**
     * As it is if it is ours, else with the customer's name.
     *
     * @param what what was to be done with the customer's plan, for the message
     */
    public static MigrationException of(Target target, String what, Throwable thrown) {
        return thrown instanceof MigrationException known
                ? known
                : new MigrationException(
                        "The plan of " + target.name() + " was not " + what + " because the code for it threw "
                                + thrown,
                        "Fix that code, then run the rollout again",
                        thrown);
    }
}
