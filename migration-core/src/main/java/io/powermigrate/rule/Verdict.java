package io.powermigrate.rule;

/** What a finding means for its resource; the highest of all findings holds. */
public enum Verdict {
    /** Travels as it is. */
    MIGRATE,
    /** Travels, and somebody should look. */
    WARN,
    /** No rule knows; treated as by hand. */
    UNKNOWN,
    /** Has to be made again; the library does it where the caller switched that on. */
    RECREATE,
    /** Has to be made again by a person: consent, a secret, hardware. */
    RECREATE_BY_HAND,
    /** Must not travel. */
    BLOCK
}
