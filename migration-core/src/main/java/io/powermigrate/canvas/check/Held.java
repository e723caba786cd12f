package io.powermigrate.canvas.check;

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
public record Held(State state, SortedMap<String, String> members) {

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
    public Held {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** It is there; what it is made of was not looked at. */
    public static Held present() {
        return new Held(State.PRESENT, new TreeMap<>());
    }

    /** It is there, with these columns, or inputs and outputs. */
    public static Held present(Map<String, String> members) {
        return new Held(State.PRESENT, new TreeMap<>(members));
    }

    /** It is not there. */
    public static Held absent() {
        return new Held(State.ABSENT, new TreeMap<>());
    }

    /** Its dataset becomes another one, and it does not. */
    public static Held leftBehind() {
        return new Held(State.LEFT_BEHIND, new TreeMap<>());
    }

    /** Nobody looked. */
    public static Held notLookedAt() {
        return new Held(State.NOT_LOOKED_AT, new TreeMap<>());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
