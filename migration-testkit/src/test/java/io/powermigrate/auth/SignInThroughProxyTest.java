package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.hostile.HostileProxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy answers is never taken for the authority's: no token, no code to enter, no words of it. */
class SignInThroughProxyTest {

    private static final String CLIENT = "00000000-0000-4000-8000-000000000001";
    private static final String FORGED = "{\"access_token\":\"forged\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
            + "\"device_code\":\"forged\",\"user_code\":\"FORGED\",\"verification_uri\":\"https://evil.example\","
            + "\"message\":\"open https://evil.example and enter FORGED\",\"interval\":1,"
            + "\"error\":\"authorization_pending\",\"error_description\":\"open https://evil.example\"}";

    private final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-11-02T08:00:00Z"));
    private final List<String> shown = new CopyOnWriteArrayList<>();

    private final Map<String, Function<SignInSettings, Credential>> ways = Map.of(
            "token",
            settings -> Credentials.clientSecret(CLIENT, "of-ours"::toCharArray, settings),
            "password",
            settings -> Credentials.usernamePassword(CLIENT, "ada@contoso.com", "of-ours"::toCharArray, settings),
            "device code",
            settings -> Credentials.deviceCode(CLIENT, prompt -> shown.add(prompt.toString()), settings));

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 302, 400, 401, 403, 404, 407, 429, 500, 503})
    void no_answer_of_a_proxy_passes_for_that_of_the_authority(int status) {
        String answer = "HTTP/1.1 " + status + " Forged\r\nContent-Type: application/json\r\nContent-Length: "
                + FORGED.length() + "\r\n\r\n" + FORGED;
        ways.forEach((name, way) -> {
            try (HostileProxy proxy = HostileProxy.answering(answer)) {
                Throwable failure =
                        catchThrowable(() -> way.apply(settings(proxy)).token(request()));

                assertThat(failure)
                        .as(name)
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("the proxy answered " + status);
                assertThat(failure.getMessage()).as(name).doesNotContain("evil", "FORGED", "forged");
                assertThat(shown).as(name).isEmpty();
                assertThat(proxy.heads())
                        .as(name)
                        .isNotEmpty()
                        .allMatch(head -> head.startsWith("CONNECT login.example:443"));
            }
        });
    }

    private SignInSettings settings(HostileProxy proxy) {
        return SignInSettings.builder()
                .http(HttpSettings.builder()
                        .time(clock, clock.sleeper())
                        .proxy(proxy.uri())
                        .answerTimeout(Duration.ofSeconds(5))
                        .build())
                .build();
    }

    private static TokenRequest request() {
        return TokenRequest.of(
                URI.create("https://login.example"), "contoso.onmicrosoft.com", "https://service.powerapps.com/");
    }
}
