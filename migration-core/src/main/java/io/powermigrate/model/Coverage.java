package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * How much of a type an inventory shows. "Absent" is never concluded from what could not be read.
 *
 * @param state how much
 * @param reason why not all of it; empty when complete
 * @param remedy what to do to see more; empty when complete
 */
public record Coverage(State state, String reason, String remedy) {

    /** How much of a type an inventory shows. */
    public enum State {
        /** Everything there is. */
        COMPLETE,
        /** What the caller may see. */
        VISIBLE_ONLY,
        /** Nothing: the list could not be read. */
        UNREADABLE
    }

    public Coverage {
        Objects.requireNonNull(state, "state");
    }

    /** Everything there is. */
    public static Coverage complete() {
        return new Coverage(State.COMPLETE, "", "");
    }

    /** What the caller may see. */
    public static Coverage visibleOnly(String reason, String remedy) {
        return new Coverage(State.VISIBLE_ONLY, reason, remedy);
    }

    /** The list could not be read. */
    public static Coverage unreadable(String reason, String remedy) {
        return new Coverage(State.UNREADABLE, reason, remedy);
    }

    /** Whether the list could be read at all. */
    public boolean isReadable() {
        return state != State.UNREADABLE;
    }

    /** In one line: how much, and why not all of it. */
    @Override
    public String toString() {
        return Shown.value(state + (reason.isEmpty() ? "" : ": " + reason));
    }
}
