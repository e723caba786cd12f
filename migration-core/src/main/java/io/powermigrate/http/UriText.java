package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses as the services write them: kept byte for byte, only what no URI may hold is escaped. */
final class UriText {

    private static final String FORBIDDEN = " \"<>\\^`{|}";

    private UriText() {}

    /**
     * Parses an address. What is escaped already stays as it is: the services' continuation tokens do not survive a second
     * round (wire/power-platform.md, section 0.3).
     */
    static URI parse(String text) {
        try {
            return new URI(escaped(text.trim()));
        } catch (URISyntaxException e) {
            throw new MigrationException(
                    "An address was not used because it is no URI (" + e.getReason() + " at " + e.getIndex() + ")",
                    "Check the address that was given or answered",
                    null);
        }
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point > 32 && point < 127 && FORBIDDEN.indexOf(point) < 0) {
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
