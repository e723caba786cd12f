package io.powermigrate.canvas.facts;

/** How a document holds its controls (wire/msapp.md, section 1.2). */
public enum Generation {
    /** All in {@code Entities.json}, until 2019. */
    ENTITIES,
    /** A file per screen under {@code Controls\}, since 2019; newer ones hold the same as YAML under {@code Src\} as well. */
    CONTROLS,
    /** Only YAML under {@code Src\}: Studio has to build the rest. */
    SOURCE
}
