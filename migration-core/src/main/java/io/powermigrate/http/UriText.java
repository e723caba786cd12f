package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Text in addresses. What a service wrote is kept byte for byte; what we put into an address is escaped here and nowhere
 * else, so that no name or id can lead a call to another place.
 */
public final class UriText {

    private static final String FORBIDDEN = " \"<>\\^`{|}";
    private static final Set<String> DOTS = Set.of(".", "..");

    private UriText() {}

    /**
     * Parses an address as a service wrote it. What is escaped already stays as it is: the services' continuation tokens do
     * not survive a second round (wire/power-platform.md, section 0.3). Only what no URI may hold is escaped.
     *
     * @throws MigrationException when it is no URI; the text itself is not told, it may hold a signature
     */
    public static URI parse(String text) {
        try {
            return new URI(escaped(text.trim(), point -> point > 32 && point < 127 && FORBIDDEN.indexOf(point) < 0));
        } catch (URISyntaxException e) {
            throw new MigrationException(
                    "An address was not used because it is no URI (" + e.getReason() + " at " + e.getIndex() + ")",
                    "Check the address that was given or answered",
                    null);
        }
    }

    /**
     * A name or an id as one part of a path: {@code /}, {@code ?}, {@code #} and {@code %} in it do not change the path.
     *
     * @throws MigrationException for an empty text, which would ask for a list instead of one thing
     *     (wire/power-platform.md, section 0.3), and for one or two dots, which no escaping keeps from leading elsewhere
     */
    public static String segment(String text) {
        if (text.isEmpty() || DOTS.contains(text)) {
            throw new MigrationException(
                    "An address was not made because \"" + text + "\" cannot be a part of a path",
                    "Check that no id is empty or made of dots");
        }
        return escaped(text, UriText::isUnreserved);
    }

    /** A value of a query, such as a whole filter. */
    public static String query(String text) {
        return escaped(text, UriText::isUnreserved);
    }

    /** A text in a filter: in single quotes, those inside it doubled (OData 4.01, URL conventions, section 5.1.1.14.1). */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isUnreserved(int point) {
        return point >= 'a' && point <= 'z'
                || point >= 'A' && point <= 'Z'
                || point >= '0' && point <= '9'
                || "-._~".indexOf(point) >= 0;
    }

    private static String escaped(String text, IntPredicate stays) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (stays.test(point)) {
                result.append((char) point);
            } else {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    result.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
                }
            }
        });
        return result.toString();
    }
}
