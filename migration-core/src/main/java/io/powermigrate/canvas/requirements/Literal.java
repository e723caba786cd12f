package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;

/**
 * A text of a formula that looks like an address of one environment or tenant.
 *
 * @param kind what it looks like
 * @param value the id with dashes, the address with its scheme, the path or the mail address, decoded and in lower case; the path of an address only where it tells a site, for
 *     others, such as those of webhooks, are secrets
 * @param place entry, screen, control, property, the value as it is spelled, offset and length of the text in UTF-16 units
 */
public record Literal(Kind kind, String value, DocumentPlace place) {

    /** What a text can look like. */
    public enum Kind {
        /** A GUID. */
        ID,
        /** A web address, at most up to the end of its path. */
        ADDRESS,
        /** The path of a site on its server, without host. */
        PATH,
        /** A mail address. */
        MAIL,
        /** A web address with a signature, which gives anyone who has it what others must sign in for. */
        SIGNED_ADDRESS
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
