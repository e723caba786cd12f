package io.powermigrate.journal;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of a journal about a resource.
 *
 * @param crossing which resource, from where to where
 * @param step the operation in words, stable between versions
 * @param state how far it got
 * @param reference what finds it again: of an operation, or the id in the destination; of an intent, the ids that the
 *     destination held of the kind already, separated by blanks. Never a secret
 * @param at when, by the clock of the machine that wrote it
 */
public record Entry(Subject crossing, String step, State state, String reference, Instant at) {

    public Entry {
        Objects.requireNonNull(crossing, "crossing");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(at, "at");
    }

    /** How far an operation got. */
    public enum State {
        /** Is about to be started. */
        INTENT,
        /** Runs; the reference is known. */
        STARTED,
        /** Has ended well. */
        DONE,
        /** Was not started after all. */
        NOT_STARTED,
        /** Has ended without a result; may be started again. */
        FAILED,
        /** A resource of the source has become a new one of the destination. */
        ARRIVED,
        /** A resource of the source was brought into one that the destination held. */
        UPDATED
    }

    /** Whether the operation may be under way: it was intended or started, and nobody has seen its end. */
    public boolean isOpen() {
        return state == State.INTENT || state == State.STARTED;
    }

    /** Whether the resource was in the destination then, as far as its writing goes. */
    public boolean isArrival() {
        return state == State.ARRIVED || state == State.UPDATED;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
