package io.powermigrate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that must not be started twice. Its reference is journaled as soon as it is known, so that a later run
 * attaches to it instead of starting again.
 *
 * @param <T> what comes of it
 */
public interface Operation<T> {

    /** Starts it; returns a reference that holds no secret and that {@link #await} can take up in another process. */
    String start();

    /**
     * Looks for what an earlier start may have left.
     *
     * @param since when that start was intended
     * @return its reference; empty when it surely was not started or nothing is left of it
     * @throws io.powermigrate.error.MigrationException when that cannot be decided; it then names what to look at
     */
    Optional<String> find(Instant since);

    /**
     * Waits for the end of what the reference names; may be repeated.
     *
     * @throws OperationFailedException when it has ended and nothing came of it: the next run starts it again
     * @throws io.powermigrate.error.MigrationException when its end was not seen: the next run attaches to it
     */
    T await(String reference);
}
