package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final TokenRequest REQUEST =
            TokenRequest.of(URI.create("https://login.example"), "contoso.example", "https://service.example/");

    @Test
    void an_own_token_ends_when_it_says_so() {
        String token = jwt("{\"exp\":" + NOON.plusSeconds(900).getEpochSecond() + ",\"idtyp\":\"app\"}");

        AccessToken issued =
                Credentials.ownTokens(request -> token + "\n", CLOCK).token(REQUEST);

        assertThat(issued.expiresAt()).isEqualTo(NOON.plusSeconds(900));
        assertThat(issued.value()).isEqualTo(token);
        assertThat(issued.appOnly()).isTrue();
    }

    @Test
    void an_opaque_token_is_asked_for_again_soon() {
        AccessToken issued = Credentials.ownTokens(request -> "opaque", CLOCK).token(REQUEST);

        assertThat(issued.expiresAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void no_token_is_an_error_that_names_tenant_and_audience() {
        assertThatThrownBy(() -> Credentials.ownTokens(request -> " ", CLOCK).token(REQUEST))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("contoso.example")
                .hasMessageContaining("https://service.example/");
    }

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".sig";
    }
}
