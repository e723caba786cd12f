package io.powermigrate.canvas.facts;

/** What the entry names of a document have between folders. */
public enum Separator {
    /** As Studio writes. */
    BACKSLASH,
    /** As some tools write. */
    SLASH,
    /** Both occur. */
    MIXED,
    /** No entry lies in a folder. */
    NONE
}
