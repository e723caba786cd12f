package io.powermigrate.auth;

import static io.powermigrate.auth.HostileWorld.ADA;
import static io.powermigrate.auth.HostileWorld.FIRST;
import static io.powermigrate.auth.HostileWorld.OTHER;
import static io.powermigrate.auth.HostileWorld.SECOND;
import static io.powermigrate.auth.HostileWorld.TENANT;
import static io.powermigrate.auth.HostileWorld.ada;
import static io.powermigrate.auth.HostileWorld.eve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.hostile.HostileAuthority;
import io.powermigrate.testkit.hostile.HostileAuthority.Said;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sign-in service that misbehaves is told as what it is, and nothing secret that it says comes into the open. */
class HostileAuthorityTest {

    private final HostileWorld world = new HostileWorld();
    private final HostileAuthority authority = world.authority;
    private final FakeClock clock = world.clock;

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            201 | {"access_token":"hunter2-token","refresh_token":"hunter2-refresh"}         | its status 201
            204 |                                                                            | its status 204
            200 | {"refresh_token":"hunter2-refresh","client_info":"hunter2"}                | no access_token
            200 | {"access_token":"","refresh_token":"hunter2-refresh"}                      | no access_token
            200 | <html>hunter2</html>                                                       | JSON could not be read
            200 | {"access_token":"hunter2","expires_in":9223372036854775807}                | expires_in is 9223372036854775807
            200 | {"access_token":"hunter2","expires_in":"soon"}                             | expires_in is soon
            302 | {"access_token":"hunter2-token","refresh_token":"hunter2-refresh"}         | Entra ID said
            400 | {"error":"invalid_request","error_description":"no","access_token":"hunter2"} | invalid_request: no
            400 | {"error":"invalid_request","error_description":"refresh_token=hunter2"}    | invalid_request
            400 | hunter2                                                                    | Entra ID said
            """)
    void what_is_no_answer_of_a_token_endpoint_is_told_without_its_content(int status, String body, String because) {
        authority.answers(Said.of(status, body == null ? "" : body));

        Throwable refused = catchThrowable(() -> world.secret().token(world.request(FIRST)));

        assertThat(refused).isInstanceOf(SignInException.class).hasMessageContaining(because);
        assertThat(everything(refused)).doesNotContain("hunter2");
    }

    @Test
    void a_renewal_that_answers_with_another_user_is_refused() {
        authority.answers(ada(FIRST), eve(SECOND));
        Credential interactive = world.interactive();
        interactive.token(world.request(FIRST));

        assertThatThrownBy(() -> interactive.token(world.request(SECOND)))
                .hasMessageContaining("it is of user eve@contoso.com")
                .hasMessageContaining("the tokens before are of user ada@contoso.com");
    }

    @Test
    void tokens_of_another_tenant_or_audience_are_refused() {
        authority.answers(
                Said.token(OTHER, ADA, "ada@contoso.com", FIRST), Said.token(TENANT, ADA, "ada@contoso.com", SECOND));

        assertThatThrownBy(() -> world.secret().token(world.request(FIRST)))
                .hasMessageContaining("tenant " + OTHER + " issued it");
        assertThatThrownBy(() -> world.secret().token(world.request(FIRST)))
                .hasMessageContaining("was not used for " + FIRST + " because it is for " + SECOND);
    }

    @Test
    void own_tokens_are_held_against_the_id_of_the_domain() {
        HostileAuthority others = HostileAuthority.of(OTHER);
        String token = token(FIRST);
        Credential own = Credentials.ownTokens(any -> token, clock);

        assertThat(own.token(TokenRequest.of(authority.address(), "contoso.com", FIRST))
                        .objectId())
                .contains(ADA);
        assertThatThrownBy(() -> Credentials.ownTokens(any -> token, clock)
                        .token(TokenRequest.of(others.address(), "fabrikam.com", FIRST)))
                .hasMessageContaining("was not used for tenant fabrikam.com because tenant " + TENANT + " issued it");
        assertThatThrownBy(() -> own.token(TokenRequest.of(authority.address(), "contoso.com", SECOND)))
                .hasMessageContaining("because it is for " + FIRST);
        others.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1})
    void a_device_code_is_asked_about_as_often_as_is_polite(int interval) {
        authority.interval(interval);
        Said pending = Said.refusal("authorization_pending", "AADSTS70016: wait");
        authority.answers(pending, Said.refusal("slow_down", "AADSTS70016: slower"), pending, ada(FIRST));
        Instant begun = clock.instant();

        AccessToken token = Credentials.deviceCode(world.client, prompt -> {}, world.settings())
                .token(world.request(FIRST));

        assertThat(token.objectId()).contains(ADA);
        long first = interval == 1 ? 1 : 5;
        assertThat(Duration.between(begun, clock.instant()))
                .isEqualTo(Duration.ofSeconds(first + (first + 5) + (first + 5)));
    }

    @Test
    void a_device_code_that_nobody_enters_ends_when_it_said_so() {
        authority.interval(60).answers(Said.refusal("authorization_pending", "AADSTS70016: wait"));

        assertThatThrownBy(() -> Credentials.deviceCode(world.client, prompt -> {}, world.settings())
                        .token(world.request(FIRST)))
                .hasMessageContaining("enter the code within the time");
        assertThat(authority.asked()).hasSizeBetween(14, 15);
    }

    @Test
    void code_of_the_caller_that_throws_or_returns_null_is_named() {
        Credential throwing = Credentials.clientSecret(world.client, () -> {
            throw new IllegalStateException("the vault is sealed, password=hunter2");
        });
        Credential empty = Credentials.clientSecret(world.client, () -> null);
        Credential prompt = Credentials.deviceCode(
                world.client,
                any -> {
                    throw new IllegalStateException("no console");
                },
                world.settings());
        Credential own = Credentials.ownTokens(
                any -> {
                    throw new IllegalStateException("no token");
                },
                clock);

        assertThatThrownBy(() -> throwing.token(world.request(FIRST)))
                .hasMessageContaining("the caller's code for the client secret threw IllegalStateException")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> empty.token(world.request(FIRST)))
                .hasMessageContaining("the caller's supplier of the client secret returned null");
        assertThatThrownBy(() -> prompt.token(world.request(FIRST)))
                .hasMessageContaining("the caller's code for the prompt");
        assertThatThrownBy(() -> own.token(world.request(FIRST)))
                .hasMessageContaining("the caller's code for own tokens");
    }

    private static String token(String audience) {
        return ada(audience).body().replaceFirst("^.*\"access_token\":\"([^\"]+)\".*$", "$1");
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
