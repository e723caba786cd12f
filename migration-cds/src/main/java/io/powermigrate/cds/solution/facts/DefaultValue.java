package io.powermigrate.cds.solution.facts;

/** Whether an environment variable brings a default. */
public enum DefaultValue {
    /** Nothing is said of one. */
    ABSENT,
    /** It is there and empty, which is as good as none. */
    EMPTY,
    PRESENT
}
