package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaysToSignInTest {

    private final EntraWorld world = new EntraWorld();
    private final TokenRequest powerApps = world.request(world.contoso, EntraWorld.POWER_APPS);
    private final TokenRequest flow = world.request(world.contoso, EntraWorld.FLOW);
    private final Browser browser = new Browser();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.fake.service().unmatched()).isEmpty();
    }

    @Test
    void by_the_browser_of_this_machine() {
        AtomicInteger opened = new AtomicInteger();
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake.settings())
                .browser(address -> {
                    opened.incrementAndGet();
                    browser.accept(address);
                })
                .build();
        Credential credential = Credentials.interactive(world.client, settings);

        assertThat(credential.token(powerApps).objectId()).contains(world.ada.objectId());
        assertThat(credential.token(flow).objectId()).contains(world.ada.objectId());

        assertThat(opened).hasValue(1);
        assertThat(world.contoso.signIns())
                .extracting(FakeSignIn::grant)
                .containsExactly("authorization_code", "refresh_token");
        assertThat(browser.shown()).contains("You can close this window");
    }

    @Test
    void the_code_that_the_browser_brings_is_no_use_without_the_verifier() {
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake.settings())
                .browser(address -> browser.accept(java.net.URI.create(
                        address.toString().replaceFirst("code_challenge=[^&]*", "code_challenge=other"))))
                .build();

        assertThatThrownBy(() -> Credentials.interactive(world.client, settings).token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("AADSTS501481");
    }

    @Test
    void what_comes_to_the_port_without_the_state_is_not_believed() {
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake.settings())
                .patience(Duration.ofMillis(200))
                .browser(address -> browser.accept(
                        java.net.URI.create(address.toString().replaceFirst("state=[^&]*", "state=other"))))
                .build();

        assertThatThrownBy(() -> Credentials.interactive(world.client, settings).token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("did not come back within");
        assertThat(world.contoso.signIns()).isEmpty();
    }

    @Test
    void by_a_device_code() {
        AtomicInteger prompts = new AtomicInteger();
        Credential credential = Credentials.deviceCode(
                world.client,
                prompt -> {
                    prompts.incrementAndGet();
                    assertThat(prompt.toString()).contains(prompt.userCode());
                    assertThat(prompt.expiresAt())
                            .isEqualTo(world.fake.clock().instant().plusSeconds(900));
                    world.ada.enters(prompt.userCode());
                },
                world.settings());

        assertThat(credential.token(powerApps).objectId()).contains(world.ada.objectId());
        assertThat(credential.token(flow).objectId()).contains(world.ada.objectId());

        assertThat(prompts).hasValue(1);
        assertThat(world.contoso.signIns())
                .extracting(FakeSignIn::grant)
                .containsExactly("device_code", "refresh_token");
    }

    @Test
    void a_device_code_is_polled_until_the_user_has_entered_it() {
        world.fake.service().devicePollSeconds(0);
        for (int i = 0; i < 3; i++) {
            world.contoso.nextSignInFails(EntraError.DEVICE_CODE_PENDING);
        }
        Credential credential =
                Credentials.deviceCode(world.client, prompt -> world.ada.enters(prompt.userCode()), world.settings());

        credential.token(powerApps);

        assertThat(world.tokenRequests()).isEqualTo(4);
    }

    @Test
    void a_device_code_can_be_cancelled() {
        world.fake.service().devicePollSeconds(1);
        Credential credential = Credentials.deviceCode(world.client, DeviceCodePrompt::cancel, world.settings());

        assertThatThrownBy(() -> credential.token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("because it was cancelled");
    }

    @Test
    void an_interrupt_ends_the_waiting_for_a_device_code() {
        world.fake.service().devicePollSeconds(1);
        Thread waiting = Thread.currentThread();
        Credential credential = Credentials.deviceCode(world.client, prompt -> waiting.interrupt(), world.settings());

        assertThatThrownBy(() -> credential.token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void by_user_name_and_password() {
        Credential credential = Credentials.usernamePassword(
                world.client, "ada@contoso.com", EntraWorld.PASSWORD::toCharArray, world.settings());

        AccessToken token = credential.token(powerApps);

        assertThat(token.objectId()).contains(world.ada.objectId());
        assertThat(token.appOnly()).isFalse();
        assertThat(world.contoso.signIns())
                .containsExactly(new FakeSignIn(
                        "password",
                        world.client,
                        EntraWorld.POWER_APPS,
                        "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}",
                        "ada@contoso.com"));
    }

    @Test
    void by_a_secret_that_may_change_at_any_time() {
        world.contoso.application("app-1", "new");
        AtomicInteger asked = new AtomicInteger();
        Credential credential = Credentials.clientSecret(
                "app-1", () -> (asked.incrementAndGet() == 1 ? "old" : "new").toCharArray(), world.settings());

        assertThatThrownBy(() -> credential.token(powerApps)).hasMessageContaining("AADSTS7000215");
        assertThat(credential.token(powerApps).appOnly()).isTrue();
    }

    @Test
    void by_a_certificate_in_a_pkcs12_file_and_in_a_pem_file() throws Exception {
        world.atRealTime();
        KeyPairFiles files = KeyPairFiles.in(folder);
        world.contoso.application("app-1", "").certificate(files.certificate());
        ClientCertificate pkcs12 = ClientCertificate.pkcs12(files.pkcs12(), KeyPairFiles.PASSWORD::toCharArray);

        Credential first = Credentials.clientCertificate("app-1", pkcs12, world.settings());
        Credential second =
                Credentials.clientCertificate("app-1", ClientCertificate.pem(files.pem()), world.settings());

        assertThat(first.token(powerApps).appOnly()).isTrue();
        assertThat(second.token(powerApps).appOnly()).isTrue();
        assertThat(pkcs12.toString()).isEqualTo("ClientCertificate[" + files.pkcs12() + "]");
    }

    @Test
    void by_a_token_of_an_issuer_that_the_application_trusts() throws Exception {
        world.atRealTime();
        KeyPairFiles files = KeyPairFiles.in(folder);
        world.contoso
                .application("app-1", "")
                .trusts(
                        "https://issuer.example",
                        "repo:main",
                        files.certificate().getPublicKey());
        Path tokenFile = Files.writeString(folder.resolve("token"), federated(files, "repo:main") + "\n");
        Credential fromFile = Credentials.workloadIdentity("app-1", tokenFile, world.settings());
        String other = federated(files, "repo:other");

        assertThat(fromFile.token(powerApps).appOnly()).isTrue();
        assertThatThrownBy(() -> Credentials.workloadIdentity("app-1", () -> other, world.settings())
                        .token(powerApps))
                .hasMessageContaining("AADSTS700213")
                .hasMessageContaining("issuer, subject and audience of the federated credential of application app-1");
    }

    @Test
    void a_claims_challenge_goes_to_the_authority() {
        Credential credential = Credentials.usernamePassword(
                world.client, "ada@contoso.com", EntraWorld.PASSWORD::toCharArray, world.settings());
        credential.token(powerApps);

        credential.token(
                powerApps.afresh("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1700000000\"}}}"));

        assertThat(world.contoso.signIns().get(1).claims())
                .contains("1700000000")
                .contains("cp1");
    }

    @Test
    void a_user_whose_sessions_were_ended_signs_in_again() {
        AtomicInteger prompts = new AtomicInteger();
        Credential credential = Credentials.deviceCode(
                world.client,
                prompt -> {
                    prompts.incrementAndGet();
                    world.ada.enters(prompt.userCode());
                },
                world.settings());
        credential.token(powerApps);
        world.ada.signOutEverywhere();

        credential.token(flow);

        assertThat(prompts).hasValue(2);
    }

    @Test
    void an_application_of_this_tenant_is_not_one_of_the_other() {
        FakeApplication application = world.contoso.application("app-1", "s3cret");
        Credential credential =
                Credentials.clientSecret(application.clientId(), "s3cret"::toCharArray, world.settings());

        assertThatThrownBy(() -> credential.token(world.request(world.fabrikam, EntraWorld.POWER_APPS)))
                .hasMessageContaining("AADSTS700016")
                .hasMessageContaining("Register application app-1 in tenant fabrikam.onmicrosoft.com");
    }

    private String federated(KeyPairFiles files, String subject) throws Exception {
        return Jwt.signed(
                files.key(),
                "https://issuer.example",
                subject,
                "api://AzureADTokenExchange",
                world.fake.clock().instant().plusSeconds(600));
    }
}
