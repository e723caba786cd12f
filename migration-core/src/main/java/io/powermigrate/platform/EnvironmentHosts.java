package io.powermigrate.platform;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Locale;

/**
 * How the host of an environment on the Power Platform API is made from the environment's name: lower case, no hyphens,
 * the last characters as a label of their own (wire/power-platform.md, section 10). Immutable.
 *
 * @param template a base address with {@code {head}.{tail}} in its host or, for a local fake, in its path
 * @param tailLength how many characters the tail has: 2 in the commercial cloud, 1 in every other
 */
public record EnvironmentHosts(String template, int tailLength) {

    private static final String PLACE = "{head}.{tail}";

    /** Checks that the template has a place for the name. */
    public EnvironmentHosts {
        if (!template.contains(PLACE)) {
            throw new IllegalArgumentException(
                    Shown.message("a template of environment hosts needs " + PLACE + ": " + template));
        }
        if (tailLength < 1) {
            throw new IllegalArgumentException(Shown.message("a tail has at least one character, not " + tailLength));
        }
    }

    /**
     * The base address of an environment.
     *
     * @param environmentName with or without hyphens, such as {@code Default-de347bc8-…}; longer than the tail
     * @throws MigrationException when the name would change the address: it holds something else than letters, digits and
     *     hyphens
     */
    public URI base(String environmentName) {
        String plain = environmentName.toLowerCase(Locale.ROOT).replace("-", "");
        if (!plain.chars().allMatch(EnvironmentHosts::isOfLabel)) {
            throw new MigrationException(
                    "The host of the environment \"" + environmentName
                            + "\" was not made because its name holds characters that no host may hold",
                    "Check the environment's name");
        }
        if (plain.length() <= tailLength) {
            throw new MigrationException(
                    "The host of the environment \"" + environmentName
                            + "\" was not made because its name has no more than " + tailLength + " letters and digits",
                    "Check the environment's name");
        }
        int cut = plain.length() - tailLength;
        return URI.create(template.replace(PLACE, plain.substring(0, cut) + "." + plain.substring(cut)));
    }

    private static boolean isOfLabel(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }

    /** What the bases of all environments have in common. */
    URI commonBase() {
        int place = template.indexOf(PLACE);
        boolean inPath = place > 0
                && template.indexOf('/', template.indexOf("://") + 3) >= 0
                && template.indexOf('/', template.indexOf("://") + 3) < place;
        return URI.create(inPath ? template.substring(0, place) : template.replace(PLACE + ".", ""));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
