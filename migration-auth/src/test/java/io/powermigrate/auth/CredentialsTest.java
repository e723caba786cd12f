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
    void an_own_token_that_claims_to_last_for_ever_ends_all_the_same() {
        for (String end : new String[] {"9223372036854775807", "253402300800", "99999999999999999999"}) {
            String token = jwt("{\"exp\":" + end + "}");

            AccessToken issued = Credentials.ownTokens(request -> token, CLOCK).token(REQUEST);

            assertThat(issued.expiresAt()).isAfter(NOON).isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
        }
    }

    @Test
    void no_token_is_an_error_that_names_tenant_and_audience() {
        assertThatThrownBy(() -> Credentials.ownTokens(request -> " ", CLOCK).token(REQUEST))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("contoso.example")
                .hasMessageContaining("https://service.example/");
    }

    @Test
    void own_tokens_of_another_tenant_are_refused() {
        String tenant = "11111111-1111-4111-8111-111111111111";
        String token = jwt("{\"tid\":\"22222222-2222-4222-8222-222222222222\"}");
        TokenRequest request = TokenRequest.of(REQUEST.authority(), tenant, REQUEST.audience());

        assertThatThrownBy(() -> Credentials.ownTokens(any -> token, CLOCK).token(request))
                .hasMessageContaining("tenant 22222222-2222-4222-8222-222222222222 issued it")
                .hasMessageEndingWith("Sign in with an identity of that tenant.");
    }

    @Test
    void they_say_what_they_are_and_no_secret() {
        assertThat(Credentials.deviceCode("app-1", System.out::println))
                .hasToString("device code of application app-1");
        assertThat(Credentials.clientSecret("app-1", "s3cret"::toCharArray))
                .hasToString("client secret of application app-1");
        assertThat(Credentials.userAssignedIdentity("app-1")).hasToString("managed identity app-1");
    }

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".sig";
    }
}
