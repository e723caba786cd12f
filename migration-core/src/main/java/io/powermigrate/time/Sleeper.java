package io.powermigrate.time;

import io.powermigrate.error.MigrationException;
import java.time.Duration;

/** Lets time pass. Anyone who waits takes one, so that a test moves its own clock instead of waiting. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns after the time has passed.
     *
     * @throws MigrationException when the thread was interrupted; the interrupt stays set
     */
    void sleep(Duration time);

    /** Real waiting. */
    static Sleeper system() {
        return time -> {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrationException("Waiting ended early because the thread was interrupted", "Run again", e);
            }
        };
    }
}
