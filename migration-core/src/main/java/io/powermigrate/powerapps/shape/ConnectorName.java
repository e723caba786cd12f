package io.powermigrate.powerapps.shape;

import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a connector on the wire. A custom connector's is {@code shared_} and an encoded title with hashes that
 * differ in each environment (wire/power-platform.md, section 6), each behind an underscore or two dashes
 * (wire/msapp.md, section 3, row 3).
 *
 * @param wire such as {@code shared_sql}, or {@code shared_my-20api-5f0027f520b23e81c1-5f9888a90360086012}
 */
public record ConnectorName(String wire) {

    private static final Pattern HASHES = Pattern.compile("(?:(?:-5f|--)[0-9a-f]{16,18})+$");
    private static final Pattern ENCODED = Pattern.compile("-([0-9a-f]{2})");

    /** Lower case: ids are compared without regard to case (wire/power-platform.md, section 13). */
    public ConnectorName {
        wire = wire.toLowerCase(Locale.ROOT);
    }

    /** From a name or an id with its provider, {@code /providers/Microsoft.PowerApps/apis/shared_sql}. */
    public static ConnectorName of(String nameOrId) {
        return new ConnectorName(lastPart(nameOrId));
    }

    /** From the id of a connection with its provider, {@code …/apis/shared_sql/connections/1a2b…}; else an empty name. */
    public static ConnectorName ofConnection(String id) {
        return of(id.substring(0, Math.max(0, id.lastIndexOf("/connections/"))));
    }

    /** What stands behind the last slash of an id; the whole text where there is none. */
    public static String lastPart(String id) {
        String trimmed = id.endsWith("/") ? id.substring(0, id.length() - 1) : id;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** Whether the name carries the hashes of an environment, as those of custom connectors do. */
    public boolean isCustom() {
        return HASHES.matcher(wire).find();
    }

    /** The same in every environment: as it is, or of a custom connector the title that people gave. */
    public String everywhere() {
        return isCustom() ? title() : wire;
    }

    /** Whether both are the same connector, be it in different environments. */
    public boolean isSame(ConnectorName other) {
        return everywhere().equals(other.everywhere());
    }

    private String title() {
        String name = HASHES.matcher(wire).replaceFirst("").replaceFirst("^shared_", "");
        Matcher encoded = ENCODED.matcher(name);
        return encoded.replaceAll(
                sign -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
    }

    @Override
    public String toString() {
        return Shown.message(wire);
    }
}
