package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BearerTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final String FIRST = "https://first.example/";
    private static final String SECOND = "https://second.example/";

    private volatile String claims = "";
    private final AtomicInteger asked = new AtomicInteger();

    private Bearer bearer(Credential credential) {
        Login login =
                new Login(URI.create("https://login.example"), "contoso.example", credential).withTenantId(TENANT);
        return new Bearer(login, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private AccessToken told(TokenRequest request) {
        asked.incrementAndGet();
        String payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return AccessToken.of("h." + payload + ".s", NOON.plusSeconds(3600));
    }

    private void tell(String tenant, String user, String audience) {
        claims = "{\"tid\":\"" + tenant + "\",\"oid\":\"" + user + "\",\"upn\":\"" + user + "@contoso.com\",\"aud\":\""
                + audience + "\"}";
    }

    @Test
    void a_token_of_another_tenant_user_or_audience_is_refused_whoever_gave_it() {
        Bearer bearer = bearer(this::told);
        tell(TENANT, "ada", FIRST);
        AccessToken first = bearer.token(FIRST);

        tell("22222222-2222-4222-8222-222222222222", "ada", SECOND);
        assertThatThrownBy(() -> bearer.token(SECOND))
                .hasMessageContaining("tenant 22222222-2222-4222-8222-222222222222");
        tell(TENANT, "eve", SECOND);
        assertThatThrownBy(() -> bearer.token(SECOND))
                .hasMessageContaining("it is of user eve@contoso.com (eve)")
                .hasMessageContaining("the tokens before are of user ada@contoso.com (ada)");
        tell(TENANT, "ada", FIRST);
        assertThatThrownBy(() -> bearer.token(SECOND)).hasMessageContaining("because it is for " + FIRST);

        assertThat(bearer.token(FIRST)).isSameAs(first);
    }

    @Test
    void an_audience_is_the_same_with_and_without_its_final_slash_and_an_id_tells_no_address() {
        Bearer bearer = bearer(this::told);
        tell(TENANT, "ada", "https://first.example");
        bearer.token(FIRST);
        tell(TENANT, "ada", "00000007-0000-0000-c000-000000000000");
        bearer.token(SECOND);

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_token_that_tells_nothing_passes_and_is_said_to_tell_nothing() {
        AccessToken opaque = bearer(request -> AccessToken.of("opaque", NOON.plusSeconds(3600)))
                .token(FIRST);

        assertThat(opaque.identity()).hasToString("unknown: the token tells nothing");
    }

    @Test
    void an_identity_is_what_the_claims_tell() {
        claims = "{\"tid\":\"t\",\"oid\":\"o\",\"idtyp\":\"app\",\"appid\":\"a\",\"app_displayname\":\"Builder\"}";
        assertThat(told(TokenRequest.of(URI.create("https://login.example"), TENANT, FIRST))
                        .identity())
                .hasToString("application Builder (o) of directory t");
        claims = "{\"tid\":\"t\",\"oid\":\"o\",\"preferred_username\":\"ada@contoso.com\",\"azp\":\"a\"}";
        assertThat(told(TokenRequest.of(URI.create("https://login.example"), TENANT, FIRST))
                        .identity())
                .hasToString("user ada@contoso.com (o) by application a of directory t");
        claims = "{\"tid\":\"t\",\"oid\":\"o\"}";
        assertThat(told(TokenRequest.of(URI.create("https://login.example"), TENANT, FIRST))
                        .identity())
                .hasToString("unknown: the token does not tell whether it is a user, only the id o of directory t");
    }

    @Test
    void a_second_caller_does_not_wait_through_its_own_interrupt() throws Exception {
        CountDownLatch signingIn = new CountDownLatch(1);
        CountDownLatch signedIn = new CountDownLatch(1);
        Bearer bearer = bearer(request -> {
            signingIn.countDown();
            await(signedIn);
            return AccessToken.of("opaque", NOON.plusSeconds(3600));
        });
        CompletableFuture<AccessToken> first = CompletableFuture.supplyAsync(() -> bearer.token(FIRST));
        signingIn.await();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bearer.token(FIRST))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        signedIn.countDown();
        assertThat(first.get().value()).isEqualTo("opaque");
    }

    @Test
    void a_credential_that_gives_no_token_is_told() {
        assertThatThrownBy(() -> bearer(BearerTest::nothing).token(FIRST))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the credential gave no token for " + FIRST);
    }

    @SuppressWarnings("NullAway") // as a caller without null checks does
    private static AccessToken nothing(TokenRequest request) {
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
