package io.powermigrate.cds.solution.schema;

import java.util.Locale;

/** Who owns the rows of a table; fixed when the table is made (wire/dataverse.md, section 7). */
public enum Ownership {
    USER,
    ORGANIZATION,
    BUSINESS_UNIT,
    NONE,
    /** A word that is not known, or none: a package says it only of a table that it describes. */
    UNKNOWN;

    /** What a word means in a package ({@code OrgOwned}) or in metadata ({@code OrganizationOwned}). */
    public static Ownership of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "userowned", "teamowned" -> USER;
            case "orgowned", "organizationowned" -> ORGANIZATION;
            case "businessowned", "businessparented" -> BUSINESS_UNIT;
            case "none" -> NONE;
            default -> UNKNOWN;
        };
    }
}
