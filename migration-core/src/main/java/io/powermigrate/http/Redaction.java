package io.powermigrate.http;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of a text what must not be seen: tokens, secrets, signatures, callback addresses. The only place that does. */
public final class Redaction {

    private static final String GONE = "…";
    private static final int LONGEST = 2000;
    private static final int READ = 32_000;

    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w.-]*");
    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(bearer|sharedaccesssignature|accountkey)([\\s=]+)[^\\s,;\"']+");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)(\\b|%3F|%26)(sig|signature|access_token|refresh_token|id_token|client_secret|client_assertion|password|assertion|subscription-key)(=|%3D)[^&\\s\"'<>]+");
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)(\"(?:access_token|refresh_token|id_token|client_secret|clientsecret|password|workflowcallbackuri|flowtriggeruri|sharedkey|accountkey)\"\\s*:\\s*\")[^\"]*");

    private Redaction() {}

    /** The text without secrets, and not longer than 2000 characters. */
    public static String of(String text) {
        String result = cut(text, READ);
        result = JWT.matcher(result).replaceAll(GONE);
        result = BEARER.matcher(result).replaceAll("$1$2" + GONE);
        result = PARAMETER.matcher(result).replaceAll("$1$2$3" + GONE);
        return cut(MEMBER.matcher(result).replaceAll("$1" + GONE), LONGEST);
    }

    /** Host and path of an address; of its query only the api-version. */
    public static String address(URI uri) {
        String host = uri.getHost() == null ? "(no host)" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return of(host + port + path + version(uri));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) + GONE : text;
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
