package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that must not be started twice. Its intent is journaled before its start and its reference after it, so that
 * a later run attaches to it instead of starting again.
 *
 * <p>The order is {@link #prepare}, {@link #alike}, {@link #start}, {@link #await}. Where a start was intended and nobody
 * knows whether it happened, {@link #find} is asked again and again for as long as the destination may list late
 * ({@link WriteContext#listsWithin}). What shows nothing by then is started again only if that may be repeated.
 *
 * @param <T> what comes of it
 */
public interface Operation<T> {

    /**
     * A start that is journaled.
     *
     * @param at when it was intended, by the clock of the machine that intended it
     * @param alike what {@link Operation#alike} told right before
     * @param ended the references of the same operation that earlier runs saw end: none of them is what is looked for
     */
    record Intent(Instant at, Set<String> alike, Set<String> ended) {

        public Intent {
            alike = Set.copyOf(alike);
            ended = Set.copyOf(ended);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** Makes ready what the start needs, such as an upload; nothing that lasts. Not asked when a run attaches. */
    default void prepare() {}

    /**
     * The ids of all that the destination holds of the kind and the name that the start makes; asked right before the
     * start. If one of them is neither known to the plan nor made by a run, somebody has made it meanwhile, and nothing is
     * started. Empty for what makes nothing.
     */
    default Set<String> alike() {
        return Set.of();
    }

    /** Starts it; returns a reference that holds no secret and that {@link #await} can take up in another process. */
    String start();

    /**
     * Looks, once and without waiting, for what an earlier start may have left.
     *
     * @return its reference; empty when nothing of it shows
     * @throws MigrationException when something shows, but what it is cannot be decided; it then names what to look at
     */
    Optional<String> find(Intent intent);

    /** Whether a second start does nothing more than the first one did. Then what does not show is started again. */
    default boolean mayRepeat() {
        return false;
    }

    /**
     * Whether an answer of the service to the start that may mean anything is known to mean that nothing was started, once
     * nothing shows.
     */
    default boolean isRefusal(MigrationException answer) {
        return false;
    }

    /**
     * Waits for the end of what the reference names; may be repeated.
     *
     * @throws OperationFailedException when it has ended and nothing came of it: it may be started again
     * @throws MigrationException when its end was not seen: the next run attaches to it
     */
    T await(String reference);
}
