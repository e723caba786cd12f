package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The addresses beneath a base: same scheme and port, the host itself or a subdomain of it, and a path that begins with
 * the base's path. Hosts that are numbers have no subdomains.
 */
record AddressRange(String scheme, String host, int port, String prefix) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");

    static AddressRange of(URI base) {
        if (base.getScheme() == null || base.getHost() == null) {
            throw new IllegalArgumentException(Shown.message("a base needs a scheme and a host: " + base.getHost()));
        }
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return new AddressRange(lower(base.getScheme()), lower(base.getHost()), port(base), withoutSlash(path));
    }

    boolean covers(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return scheme.equals(lower(uri.getScheme()))
                && port == port(uri)
                && coversHost(lower(uri.getHost()))
                && coversPath(uri.normalize().getRawPath());
    }

    /** How narrow this range is: the longer of two that cover an address wins. */
    int weight() {
        return host.length() + prefix.length();
    }

    private boolean coversHost(String candidate) {
        return candidate.equals(host) || (!NUMBERS.matcher(host).matches() && candidate.endsWith("." + host));
    }

    private boolean coversPath(String path) {
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
}
