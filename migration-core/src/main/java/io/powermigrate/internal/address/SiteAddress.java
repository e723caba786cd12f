package io.powermigrate.internal.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a site or service. However it is spelled (letter case, final slash, percent-encoding, standard port), one address is one
 * value: every comparison of addresses goes through this type. Immutable.
 *
 * @param scheme in lower case, without {@code ://}
 * @param host in lower case; with a port only if it is not the standard one
 * @param path decoded, in lower case, without final slash; empty for a whole host
 */
public record SiteAddress(String scheme, String host, String path) {

    /** A longer text is no address of a site; each part is bounded by it. */
    private static final int LONGEST = 4096;

    private static final Pattern SPELLING = Pattern.compile("\\s*+([A-Za-z][A-Za-z0-9+.-]{0,19})://([^/?#\\s]++)(.*+)");
    private static final Pattern ENCODED = Pattern.compile("(?i)\\s*+[a-z][a-z0-9+.-]{0,19}%(?:25)*+3a%(?:25)*+2f.*+");
    private static final int MOST_ENCODINGS = 3;

    /** The address that a text spells as a whole, also percent-encoded as a whole; empty if it is none. */
    public static Optional<SiteAddress> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text;
        for (int i = 0; i < MOST_ENCODINGS && ENCODED.matcher(plain).matches(); i++) {
            plain = PercentText.decoded(plain);
        }
        Matcher spelling = SPELLING.matcher(plain);
        if (!spelling.matches()) {
            return Optional.empty();
        }
        String scheme = spelling.group(1).toLowerCase(Locale.ROOT);
        String path = PercentText.folded(PercentText.decoded(spelling.group(3).strip()));
        return Optional.of(new SiteAddress(scheme, host(scheme, spelling.group(2)), withoutFinalSlash(path)));
    }

    /** Whether a text spells an address. */
    public static boolean isOne(String text) {
        return of(text).isPresent();
    }

    /** One text for all spellings of an address; any other text as it is. */
    public static String canonical(String text) {
        return of(text).map(SiteAddress::toString).orElse(text);
    }

    private static String host(String scheme, String spelled) {
        String host = PercentText.folded(spelled);
        String standard = scheme.equals("https") ? ":443" : ":80";
        return host.endsWith(standard) ? host.substring(0, host.length() - standard.length()) : host;
    }

    private static String withoutFinalSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Whether the other address is this one or lies below it. */
    public boolean holds(SiteAddress other) {
        return scheme.equals(other.scheme)
                && host.equals(other.host)
                && (other.path.equals(path) || other.path.startsWith(path + "/"));
    }

    @Override
    public String toString() {
        return scheme + "://" + host + path;
    }
}
