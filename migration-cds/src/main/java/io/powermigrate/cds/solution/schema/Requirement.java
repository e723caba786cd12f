package io.powermigrate.cds.solution.schema;

import java.util.Locale;

/** Whether a column needs a value (wire/dataverse.md, section 3.2). */
public enum Requirement {
    NONE,
    RECOMMENDED,
    REQUIRED,
    SYSTEM_REQUIRED,
    /** A word that is not known, or none. */
    UNKNOWN;

    /** What a word means in a package ({@code required}) or in metadata ({@code ApplicationRequired}). */
    public static Requirement of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "recommended" -> RECOMMENDED;
            case "required", "applicationrequired" -> REQUIRED;
            case "systemrequired" -> SYSTEM_REQUIRED;
            default -> UNKNOWN;
        };
    }
}
