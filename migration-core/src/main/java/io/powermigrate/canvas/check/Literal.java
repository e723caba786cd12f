package io.powermigrate.canvas.check;

import io.powermigrate.rule.Location;

/**
 * A text of a formula that looks like an address of one environment or tenant.
 *
 * @param kind what it looks like
 * @param value the id, the address or the mail address itself, lower case
 * @param place entry, screen, control, property, excerpt, offset and length in UTF-16 units
 */
public record Literal(Kind kind, String value, Location place) {

    /** What a text can look like. */
    public enum Kind {
        /** A GUID. */
        ID,
        /** A web address, without what may follow its path. */
        ADDRESS,
        /** A mail address. */
        MAIL
    }
}
