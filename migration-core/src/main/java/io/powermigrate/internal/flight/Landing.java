package io.powermigrate.internal.flight;

import java.util.concurrent.ExecutionException;

/** How what another thread did ends for those who waited for it. */
final class Landing {

    private Landing() {}

    /** The failure of the work itself; an error is thrown at once. */
    static RuntimeException failure(ExecutionException ended) {
        if (ended.getCause() instanceof Error error) {
            throw error;
        }
        return ended.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(ended.getCause());
    }
}
