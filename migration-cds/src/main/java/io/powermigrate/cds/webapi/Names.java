package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.UriText;
import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in an address or a filter as it is, and how everything else gets there: the one place that quotes. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,255}");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,255}(/[A-Za-z_][A-Za-z0-9_.]{0,255}){0,8}");
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Names() {}

    /** A name of a set, a column or a parameter. */
    static String name(String text) {
        return checked(NAME, text, "a name");
    }

    /** Names with dots, joined by slashes: a column of a navigation, a cast, a bound function. */
    static String path(String text) {
        return checked(PATH, text, "a name or a path of names");
    }

    /** A GUID in lower case without braces. */
    static String guid(String text) {
        String plain = text.trim().toLowerCase(Locale.ROOT);
        boolean braces = plain.startsWith("{") && plain.endsWith("}");
        return checked(GUID, braces ? plain.substring(1, plain.length() - 1) : plain, "a GUID");
    }

    static boolean isGuid(String text) {
        return GUID.matcher(text.trim().toLowerCase(Locale.ROOT)).matches();
    }

    /** A text in quotes for a filter, which is escaped as a whole later. */
    static String literal(String text) {
        return UriText.literal(text);
    }

    /** A text in quotes for a path, escaped. */
    static String pathLiteral(String text) {
        return "'" + UriText.query(text.replace("'", "''")) + "'";
    }

    private static String checked(Pattern allowed, String text, String what) {
        if (!allowed.matcher(text).matches()) {
            throw new MigrationException(
                    "Dataverse was not asked because \"" + Shown.name(text) + "\" is not " + what,
                    "Give " + what + " as the service spells it");
        }
        return text;
    }
}
