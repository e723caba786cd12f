package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.EntraError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal that a user meets says how to fix it. */
class RefusalsTest {

    private final EntraWorld world = new EntraWorld();
    private final TokenRequest powerApps = world.request(world.contoso, EntraWorld.POWER_APPS);

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    APPLICATION_NOT_FOUND | Register application CLIENT in tenant contoso.onmicrosoft.com
                    WRONG_SECRET          | Make a new secret for application CLIENT
                    EXPIRED_SECRET        | Make a new secret for application CLIENT
                    NO_PROOF              | Switch "Allow public client flows" on for application CLIENT
                    UNKNOWN_CERTIFICATE   | Upload the public part of this certificate to application CLIENT
                    ASSERTION_OUT_OF_TIME | Set this machine's clock right
                    CONSENT_MISSING       | /contoso.onmicrosoft.com/adminconsent?client_id=CLIENT and consent
                    NOT_PREAUTHORISED     | Use the id of an application of your own that has the permission for https://service.powerapps.com/
                    USER_NOT_FOUND        | Check the user name and the tenant
                    WRONG_PASSWORD        | Check the user name and the password
                    SECOND_FACTOR_NEEDED  | Sign in with deviceCode or interactive instead
                    DEVICE_NOT_MANAGED    | Sign in on a device that the tenant manages
                    TENANT_NOT_FOUND      | Give the tenant's id or one of its verified domains
                    RESOURCE_NOT_FOUND    | Check the cloud and its audience https://service.powerapps.com/
                    TEMPORARILY_UNAVAILABLE | Run again later
                    """)
    void a_refusal_names_its_code_and_the_fix(EntraError error, String fix) {
        world.contoso.nextSignInFails(error);

        SignInException refused =
                catchThrowableOfType(SignInException.class, () -> byPassword().token(powerApps));

        assertThat(refused)
                .hasMessageStartingWith("The user name and password of application " + world.client
                        + " did not sign in to tenant contoso.onmicrosoft.com for https://service.powerapps.com/ because Entra ID"
                        + " said AADSTS" + error.code() + ": ");
        assertThat(refused.remedy()).contains(fix.replace("CLIENT", world.client));
        assertThat(refused.code()).isEqualTo("AADSTS" + error.code());
        assertThat(refused.requestId()).hasSize(36);
        assertThat(refused.getMessage())
                .endsWith(". (request id " + refused.requestId() + ")")
                .doesNotContain("Trace ID")
                .doesNotContain("\n");
    }

    @Test
    void a_wrong_password_of_the_world_is_refused_without_being_told() {
        Credential wrong = Credentials.usernamePassword(
                world.client, "ada@contoso.com", "wr0ng-Passw0rd"::toCharArray, world.settings());

        SignInException refused = catchThrowableOfType(SignInException.class, () -> wrong.token(powerApps));

        assertThat(everything(refused)).contains("AADSTS50126").doesNotContain("wr0ng-Passw0rd");
    }

    @Test
    void an_expired_secret_of_the_world_is_refused_without_being_told() {
        world.contoso
                .application("app-1", "s3cret-v4lue")
                .secretEndsAt(world.fake.clock().instant());

        SignInException refused = catchThrowableOfType(SignInException.class, () -> Credentials.clientSecret(
                        "app-1", "s3cret-v4lue"::toCharArray, world.settings())
                .token(powerApps));

        assertThat(everything(refused)).contains("AADSTS7000222").doesNotContain("s3cret-v4lue");
    }

    @Test
    void a_second_factor_is_asked_for_in_a_browser_and_not_with_a_password() {
        world.ada.mustShowSecondFactor();
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake.settings())
                .browser(new Browser())
                .build();

        assertThatThrownBy(() -> byPassword().token(powerApps)).hasMessageContaining("AADSTS50076");
        assertThat(Credentials.interactive(world.client, settings)
                        .token(powerApps)
                        .objectId())
                .contains(world.ada.objectId());
    }

    @Test
    void a_device_code_that_is_declined_or_entered_too_late_says_so() {
        Credential declined =
                Credentials.deviceCode(world.client, prompt -> world.ada.declines(prompt.userCode()), world.settings());
        Credential late = Credentials.deviceCode(
                world.client, prompt -> world.fake.clock().advance(Duration.ofMinutes(16)), world.settings());

        assertThatThrownBy(() -> declined.token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("Run again and accept");
        assertThatThrownBy(() -> late.token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("enter the code within the time");
    }

    @Test
    void a_consent_that_is_declined_in_the_browser_says_so() {
        world.contoso.nextSignInFails(EntraError.CONSENT_DECLINED);
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake.settings())
                .browser(new Browser())
                .build();

        assertThatThrownBy(() -> Credentials.interactive(world.client, settings).token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("AADSTS65004")
                .hasMessageContaining("Run again and accept");
    }

    @Test
    void an_application_without_consent_is_refused_until_somebody_consents() {
        FakeApplication application =
                world.contoso.application(world.client, "").withoutConsent();
        Credential credential = byPassword();
        assertThatThrownBy(() -> credential.token(powerApps)).hasMessageContaining("AADSTS65001");

        application.consented();

        assertThat(credential.token(powerApps).objectId()).contains(world.ada.objectId());
    }

    @Test
    void an_application_that_is_not_registered_for_administration_is_told_where_to_register() {
        world.contoso.application("app-1", "s3cret");
        world.contoso.environment("Contoso Dev");
        Environment dev = Environment.of(world.fake.cloud(), world.contoso.domain(), "Contoso Dev");
        Credential credential = Credentials.clientSecret("app-1", "s3cret"::toCharArray, world.settings());

        assertThatThrownBy(() -> PowerPlatform.connect(dev, credential, world.fake.settings()))
                .hasMessageContaining("does not have permission to access the path")
                .hasMessageContaining("register this application as a management application");
    }

    @Test
    void a_sign_in_service_that_is_not_there_is_no_wrong_password() {
        HttpSettings fast = world.fake.settings().toBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        Credential credential = Credentials.clientSecret(
                "app-1",
                "s3cret"::toCharArray,
                SignInSettings.builder().http(fast).build());

        assertThatThrownBy(() -> credential.token(TokenRequest.of(
                        URI.create("http://127.0.0.1:1/login"), "contoso.onmicrosoft.com", EntraWorld.POWER_APPS)))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("could not be reached")
                .hasMessageContaining("Check the network, the proxy");
    }

    @Test
    void an_answer_that_is_cut_off_shows_nothing_of_itself() {
        world.contoso.application("app-1", "s3cret");
        world.fake.service().faults().times(9, seen -> seen.is("POST", "/token"), Fault.truncatedBody());

        SignInException refused = catchThrowableOfType(
                SignInException.class, () -> Credentials.clientSecret("app-1", "s3cret"::toCharArray, world.settings())
                        .token(powerApps));

        assertThat(everything(refused)).contains("broke off its answer").doesNotContain("eyJ");
    }

    @Test
    void a_tenant_that_is_none_is_refused_before_anything_is_sent() {
        for (String tenant : new String[] {
            "common", "organizations", "consumers", "adfs", "dstsv2", "tfp", "contoso/../fabrikam", "a?b", ""
        }) {
            assertThatThrownBy(() -> byPassword()
                            .token(TokenRequest.of(world.fake.cloud().authority(), tenant, EntraWorld.POWER_APPS)))
                    .hasMessageContaining("names no tenant")
                    .hasMessageContaining("Give the tenant's id");
        }
        assertThat(world.fake.service().requests()).isEmpty();
    }

    @Test
    void plain_http_is_for_a_sign_in_service_on_this_machine_only() {
        for (String authority :
                new String[] {"http://login.example", "ftp://127.0.0.1", "http://127.0.0.1.evil.example"}) {
            assertThatThrownBy(() -> byPassword()
                            .token(TokenRequest.of(
                                    URI.create(authority), "contoso.onmicrosoft.com", EntraWorld.POWER_APPS)))
                    .hasMessageContaining("is not reached by https");
        }
        assertThat(world.fake.service().requests()).isEmpty();
    }

    private Credential byPassword() {
        return Credentials.usernamePassword(
                world.client, "ada@contoso.com", EntraWorld.PASSWORD::toCharArray, world.settings());
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
