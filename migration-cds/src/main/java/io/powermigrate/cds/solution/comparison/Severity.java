package io.powermigrate.cds.solution.comparison;

/** How much an issue matters. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Something will not be as it was, or may fail. */
    WARN,
    /** The import is refused, or would do harm. */
    ERROR
}
