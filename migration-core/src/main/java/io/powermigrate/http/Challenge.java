package io.powermigrate.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The claims that a 401 demands: base64 in {@code WWW-Authenticate: Bearer … claims="…"}. */
final class Challenge {

    private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims=\"?([A-Za-z0-9+/_=-]+)\"?");

    private Challenge() {}

    static Optional<String> claims(Headers headers) {
        return headers.all("WWW-Authenticate").stream()
                .map(CLAIMS::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .flatMap(text -> decoded(text).stream())
                .findFirst();
    }

    private static Optional<String> decoded(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            return Optional.of(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
