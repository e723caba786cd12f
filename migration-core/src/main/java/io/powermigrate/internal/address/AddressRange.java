package io.powermigrate.internal.address;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses beneath a base: same scheme and port, the host itself or a subdomain of it, and a path that begins with
 * the base's path. Hosts that are numbers have no subdomains.
 */
public record AddressRange(String scheme, String host, int port, String prefix) {

    private static final Pattern SLASH = Pattern.compile("[/\\\\]");
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final int DEEPEST = 8;

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]++|\\[.*+");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:::|0:0:0:0:0:0:0:)1]");
    private static final Pattern LINK = Pattern.compile("169\\.254(?:\\.[0-9]{1,3}){2}|\\[fe80:[0-9a-f:.%]*+]");

    /** Where calls may go with a token: over TLS, or to this machine. */
    public static AddressRange of(URI base) {
        return checked(base, isThisMachine(host(base)));
    }

    /** Where calls may go without a token: as {@link #of}, and also to the neighbour that tells a machine its identity. */
    public static AddressRange withoutToken(URI base) {
        String host = host(base);
        return checked(base, isThisMachine(host) || LINK.matcher(host).matches());
    }

    /** Whether secrets may go there: over TLS, or to this machine; and no user is in front of the host. */
    public static boolean isSafe(URI base) {
        boolean plain = "http".equalsIgnoreCase(base.getScheme());
        return base.getHost() != null
                && base.getRawUserInfo() == null
                && ("https".equalsIgnoreCase(base.getScheme()) || plain && isThisMachine(base.getHost()));
    }

    /** Whether a host is this machine, by its name. */
    public static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(lower(host)).matches();
    }

    private static String host(URI base) {
        if (base.getScheme() == null || base.getHost() == null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    Shown.message("a base needs a scheme and a host, and no user: " + base.getHost()));
        }
        return base.getHost();
    }

    private static AddressRange checked(URI base, boolean plain) {
        if (!"https".equalsIgnoreCase(base.getScheme()) && !(plain && "http".equalsIgnoreCase(base.getScheme()))) {
            throw new IllegalArgumentException(Shown.message("the base " + base.getScheme() + "://" + base.getHost()
                    + " is not safe: give https; http is for this machine only (localhost, 127.0.0.1, [::1])"));
        }
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return new AddressRange(lower(base.getScheme()), lower(base.getHost()), port(base), withoutSlash(path));
    }

    public boolean covers(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return scheme.equals(lower(uri.getScheme()))
                && port == port(uri)
                && coversHost(lower(uri.getHost()))
                && coversPath(uri.getRawPath());
    }

    /** How narrow this range is: the longer of two that cover an address wins. */
    public int weight() {
        return host.length() + prefix.length();
    }

    private boolean coversHost(String candidate) {
        return candidate.equals(host) || (!NUMBERS.matcher(host).matches() && candidate.endsWith("." + host));
    }

    /** A path that climbs, however it is written, leads elsewhere than it says. */
    private boolean coversPath(String path) {
        if (climbs(path)) {
            return false;
        }
        return prefix.isEmpty() || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equals(lower(uri.getScheme())) ? 80 : 443;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a path has a part of one or two dots, which a server takes for "here" or "above": as it is, escaped once or
     * several times, or between escaped slashes or backslashes.
     */
    private static boolean climbs(String rawPath) {
        String path = rawPath;
        for (int depth = 0; depth < DEEPEST; depth++) {
            for (String part : SLASH.split(path, -1)) {
                if (DOTS.contains(part.indexOf(';') < 0 ? part : part.substring(0, part.indexOf(';')))) {
                    return true;
                }
            }
            String unescaped = path.replace("%2e", ".")
                    .replace("%2E", ".")
                    .replace("%2f", "/")
                    .replace("%2F", "/")
                    .replace("%5c", "\\")
                    .replace("%5C", "\\")
                    .replace("%25", "%");
            if (unescaped.equals(path)) {
                return false;
            }
            path = unescaped;
        }
        return true;
    }
}
