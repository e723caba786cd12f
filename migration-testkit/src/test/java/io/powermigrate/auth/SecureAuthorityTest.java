package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.fake.FakeCertificate;
import io.powermigrate.testkit.fake.FakePorts;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An authority with TLS, a port and a path. */
class SecureAuthorityTest {

    private final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-11-02T08:00:00Z"));
    private final FakeService fake = FakeService.start(clock, Dialects.standard(), FakePorts.of(0, 0));
    private final FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
    private final String client = UUID.nameUUIDFromBytes(new byte[] {7}).toString();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void signs_in_and_keeps_the_sign_in() throws Exception {
        contoso.user("ada@contoso.com", "pw");
        Credential credential = credential(HttpSettings.builder()
                .time(clock, clock.sleeper())
                .tls(FakeCertificate.trusting(fake.certificate().orElseThrow()))
                .build());

        credential.token(request("https://service.powerapps.com/"));
        credential.token(request("https://service.flow.microsoft.com/"));

        assertThat(contoso.signIns()).extracting(FakeSignIn::grant).containsExactly("password", "refresh_token");
    }

    @Test
    void that_is_not_trusted_is_not_signed_in_to() {
        Credential credential =
                credential(HttpSettings.builder().time(clock, clock.sleeper()).build());

        assertThatThrownBy(() -> credential.token(request("https://service.powerapps.com/")))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("the certificate of localhost")
                .hasMessageContaining("is not trusted here");
        assertThat(fake.requests()).isEmpty();
    }

    private Credential credential(HttpSettings http) {
        return Credentials.usernamePassword(
                client,
                "ada@contoso.com",
                "pw"::toCharArray,
                SignInSettings.builder().http(http).build());
    }

    private TokenRequest request(String audience) {
        return TokenRequest.of(
                URI.create(fake.secureAddress().orElseThrow() + "/login"), "contoso.onmicrosoft.com", audience);
    }
}
