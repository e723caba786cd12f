package io.powermigrate.auth;

import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.hostile.HostileAuthority;
import io.powermigrate.testkit.hostile.HostileAuthority.Said;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A sign-in service that misbehaves, and somebody at a browser who always clicks. */
final class HostileWorld implements AutoCloseable {

    static final String TENANT = "11111111-1111-4111-8111-111111111111";
    static final String OTHER = "22222222-2222-4222-8222-222222222222";
    static final String ADA = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    static final String EVE = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
    static final String FIRST = "https://first.example/";
    static final String SECOND = "https://second.example/";

    final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-11-02T08:00:00Z"));
    final HostileAuthority authority = HostileAuthority.of(TENANT);
    final HttpSettings http =
            HttpSettings.builder().time(clock, clock.sleeper()).build();
    final String client = UUID.randomUUID().toString();
    final AtomicInteger windows = new AtomicInteger();

    private volatile URI opened = URI.create("about:blank");

    /** The last address that was shown. */
    URI opened() {
        return opened;
    }

    SignInSettings settings() {
        return SignInSettings.builder().http(http).build();
    }

    Credential interactive() {
        return Credentials.interactive(
                client,
                SignInSettings.builder().http(http).browser(this::window).build());
    }

    Credential secret() {
        return Credentials.clientSecret(client, "s3cret"::toCharArray, settings());
    }

    TokenRequest request(String audience) {
        return TokenRequest.of(authority.address(), TENANT, audience);
    }

    static Said ada(String audience) {
        return Said.token(TENANT, ADA, "ada@contoso.com", audience);
    }

    static Said eve(String audience) {
        return Said.token(TENANT, EVE, "eve@contoso.com", audience);
    }

    /** The person at it clicks at once. */
    private void window(URI address) {
        windows.incrementAndGet();
        opened = address;
        URI back = URI.create(field(address, "redirect_uri"));
        HttpRequest form = HttpRequest.newBuilder(back)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("code=0.Acode&state=" + field(address, "state")))
                .build();
        try {
            HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.discarding());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(URI address, String name) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        authority.close();
    }
}
