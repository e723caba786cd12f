package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a destination holds something.
 *
 * @param state whether it does
 * @param members what it has, by name, with types where they are known: columns, inputs and outputs; empty if nobody looked
 */
public record Availability(State state, SortedMap<String, String> members) {

    /** Whether something is there. */
    public enum State {
        /** It is, or an earlier step makes it. */
        PRESENT,
        /** It is not. */
        ABSENT,
        /** Its dataset becomes another one, but it keeps the id that it has in the dataset of the source. */
        LEFT_BEHIND,
        /** Nobody looked: nothing is concluded. */
        NOT_LOOKED_AT
    }

    /** Copies the members. */
    public Availability {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** It is there; what it is made of was not checked. */
    public static Availability present() {
        return new Availability(State.PRESENT, new TreeMap<>());
    }

    /** It is there, with these columns, or inputs and outputs. */
    public static Availability present(Map<String, String> members) {
        return new Availability(State.PRESENT, new TreeMap<>(members));
    }

    /** It is not there. */
    public static Availability absent() {
        return new Availability(State.ABSENT, new TreeMap<>());
    }

    /** Its dataset becomes another one, and it does not. */
    public static Availability leftBehind() {
        return new Availability(State.LEFT_BEHIND, new TreeMap<>());
    }

    /** Nobody looked. */
    public static Availability notLookedAt() {
        return new Availability(State.NOT_LOOKED_AT, new TreeMap<>());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
