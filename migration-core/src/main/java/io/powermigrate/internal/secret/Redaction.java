package io.powermigrate.internal.secret;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Takes out of what a service says what must not be seen: tokens, secrets, signatures, callback addresses. */
public final class Redaction {

    private static final String GONE = "…";
    private static final int LONGEST = 2000;
    private static final int READ = 32_000;

    private Redaction() {}

    /** The text without secrets, and not longer than 2000 characters. */
    public static String of(String text) {
        return cut(Secrets.without(cut(text, READ)), LONGEST);
    }

    /** Host and path of an address; of its query only the api-version. */
    public static String address(URI uri) {
        String host = uri.getHost() == null ? "(no host)" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return of(host + port + path + version(uri));
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + GONE;
    }

    private static String version(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        return Arrays.stream(uri.getRawQuery().split("&"))
                .filter(part -> part.startsWith("api-version="))
                .collect(Collectors.joining("&", "?", ""))
                .replaceAll("\\?$", "");
    }
}
