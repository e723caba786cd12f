package io.powermigrate.page;

import java.util.Locale;

/** What is with a resource, in the words of pages. Every format shows it as a word or a shape, never as a colour alone. */
public enum State {
    /** It will be written as soon as the plan is executed. */
    READY,
    /** The destination holds it already. */
    THERE,
    /** It waits for a decision or for something that a person makes. */
    WAITING,
    /** A person makes it. */
    BY_HAND,
    /** Written, and the destination shows it. */
    DONE,
    /** Written, but the destination did not show it in time. */
    UNVERIFIED,
    /** Some of it is done. */
    PARTLY,
    /** Not written. */
    FAILED,
    /** Not tried. */
    NOT_RUN,
    /** Only the later of two has it. */
    NEW,
    /** Only the earlier of two has it. */
    GONE,
    /** Both have it, and not the same. */
    CHANGED,
    /** Whether both have the same is not known. */
    NOT_COMPARED;

    /** In words: {@code by hand}, {@code not run}. */
    public String words() {
        return this == THERE ? "there already" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
