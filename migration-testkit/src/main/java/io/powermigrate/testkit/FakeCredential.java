package io.powermigrate.testkit;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs in at the fake's token endpoint over HTTP: the first time with a password or a secret, then, for a user, with the
 * refresh token. One token an audience is kept until it nears its end. Thread-safe.
 */
final class FakeCredential implements Credential {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** One for all: each has a thread of its own. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, AccessToken> tokens = new HashMap<>();
    private final Map<String, String> firstGrant;
    private final Clock clock;
    private String refreshToken = "";

    FakeCredential(Map<String, String> firstGrant, Clock clock) {
        this.firstGrant = Map.copyOf(firstGrant);
        this.clock = clock;
    }

    @Override
    public synchronized AccessToken token(TokenRequest request) {
        AccessToken known = tokens.get(request.audience());
        if (known != null
                && !request.fresh()
                && clock.instant().isBefore(known.expiresAt().minus(MARGIN))) {
            return known;
        }
        AccessToken issued = issue(request);
        tokens.put(request.audience(), issued);
        return issued;
    }

    private AccessToken issue(TokenRequest request) {
        Map<String, String> form = new LinkedHashMap<>(firstGrant);
        if (!refreshToken.isEmpty()) {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", refreshToken);
        }
        form.put("scope", request.scope() + (firstGrant.containsKey("username") ? " offline_access" : ""));
        Document answer = post(URI.create(request.authority() + "/" + request.tenant() + "/oauth2/v2.0/token"), form);
        refreshToken = answer.text("refresh_token").orElse(refreshToken);
        String token = answer.text("access_token")
                .orElseThrow(() -> new MigrationException(
                        "Nobody was signed in to " + request.tenant() + " because the fake said "
                                + answer.text("error_description")
                                        .orElse(answer.text("error").orElse("nothing")),
                        "Give a user or an application of that tenant"));
        return AccessToken.of(token, clock.instant().plusSeconds(answer.number(3600, "expires_in")));
    }

    private Document post(URI address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Document.parse(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException e) {
            throw new MigrationException(
                    "Nobody was signed in because the fake at " + address.getAuthority() + " did not answer: " + e,
                    "Keep the fake open as long as it is used",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Signing in ended early because the thread was interrupted", "Run again", e);
        }
    }

    @Override
    public String toString() {
        return "FakeCredential";
    }
}
