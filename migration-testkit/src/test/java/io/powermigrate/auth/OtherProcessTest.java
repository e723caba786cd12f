package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import io.powermigrate.testkit.hostile.HostileAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own shows. */
class OtherProcessTest {

    private final EntraWorld world = new EntraWorld();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest(name = "killed after {0} sign-ins")
    @ValueSource(ints = {1, 7, 20})
    void a_process_that_is_killed_leaves_a_usable_cache(int signIns) throws Exception {
        AtomicInteger prompts = new AtomicInteger();
        signInKept(prompts);
        OtherProcess other = OtherProcess.start(
                Map.of(), "again-and-again", authority(), world.contoso.domain(), world.client, folder.toString());

        other.line("signed in " + signIns);
        other.kill();

        signInKept(prompts);
        assertThat(prompts).hasValue(1);
        assertThat(world.contoso.signIns()).hasSizeGreaterThan(signIns);
    }

    @Test
    void a_write_that_was_cut_off_leaves_the_old_cache() throws Exception {
        AtomicInteger prompts = new AtomicInteger();
        signInKept(prompts);
        Path kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(file -> file.toString().endsWith(".tokens"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(kept.resolveSibling(kept.getFileName() + ".new"), "{\"RefreshTo");

        signInKept(prompts);
        Files.writeString(kept.resolveSibling(kept.getFileName() + ".new"), "{\"RefreshTo");
        kept(prompts).token(world.request(world.contoso, EntraWorld.FLOW));

        assertThat(prompts).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "password", "workload"})
    void nothing_that_is_secret_is_said_at_any_level(String way) throws Exception {
        world.atRealTime();
        String secret = secret(way);

        String said = OtherProcess.start(Map.of(), way, authority(), world.contoso.domain(), world.client, secret)
                .everything();

        assertThat(said)
                .contains("token AccessToken[until ")
                .contains("TRACE io.powermigrate.http.Transport - POST 127.0.0.1")
                .contains("done")
                .doesNotContain(secret)
                .doesNotContain("eyJ")
                .doesNotContain("rt.")
                .doesNotContain("client_secret=")
                .doesNotContain("password=");
    }

    @Test
    void nothing_that_is_secret_is_said_of_a_refusal() throws Exception {
        world.atRealTime();
        world.contoso
                .application(world.client, "an0ther")
                .secretEndsAt(world.fake.clock().instant());
        world.contoso.nextSignInFails(EntraError.WRONG_SECRET);

        String said = OtherProcess.start(
                        Map.of(), "secret", authority(), world.contoso.domain(), world.client, "wr0ng-s3cret")
                .everything();

        assertThat(said).contains("AADSTS7000215").doesNotContain("wr0ng-s3cret");
    }

    @ParameterizedTest(name = "status {0}")
    @ValueSource(ints = {201, 400})
    void nothing_that_a_misbehaving_sign_in_service_says_comes_into_a_log(int status) throws Exception {
        String tenant = "11111111-1111-4111-8111-111111111111";
        try (HostileAuthority authority = HostileAuthority.of(tenant)) {
            authority.answers(HostileAuthority.Said.of(
                    status,
                    "{\"access_token\":\"hunter2\",\"refresh_token\":\"hunter2\",\"client_info\":\"hunter2\","
                            + "\"device_code\":\"hunter2\",\"error\":\"invalid_request\"}"));

            String said = OtherProcess.start(
                            Map.of(), "secret", authority.address().toString(), tenant, world.client, "s3cret-v4lue")
                    .everything();

            assertThat(said)
                    .contains("TRACE io.powermigrate.http.Transport - POST 127.0.0.1")
                    .contains("com.microsoft.aad.msal4j")
                    .contains("SignInException")
                    .doesNotContain("hunter2")
                    .doesNotContain("s3cret-v4lue");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "22222222-2222-4222-8222-222222222222"})
    void a_machine_signs_in_with_its_own_identity_or_with_an_assigned_one(String client) throws Exception {
        world.atRealTime();
        world.contoso.machineIdentity("33333333-3333-4333-8333-333333333333");
        world.contoso.application("22222222-2222-4222-8222-222222222222", "").assignedToMachine();
        Map<String, String> machine = Map.of(
                "IDENTITY_ENDPOINT",
                world.fake.service().address() + "/identity/contoso.onmicrosoft.com/msi/token",
                "IDENTITY_HEADER",
                world.contoso.machineHeader());

        String said = OtherProcess.start(machine, "machine", authority(), world.contoso.domain(), client, "-")
                .everything();

        assertThat(said).contains("done").doesNotContain("eyJ").doesNotContain(world.contoso.machineHeader());
        assertThat(world.contoso.signIns().get(0))
                .isEqualTo(new FakeSignIn(
                        "managed_identity",
                        client.equals("-") ? "33333333-3333-4333-8333-333333333333" : client,
                        EntraWorld.POWER_APPS,
                        "",
                        client.equals("-") ? "33333333-3333-4333-8333-333333333333" : client));
    }

    private String secret(String way) throws Exception {
        switch (way) {
            case "secret" -> {
                world.contoso.application(world.client, "s3cret-v4lue-of-app");
                return "s3cret-v4lue-of-app";
            }
            case "password" -> {
                return EntraWorld.PASSWORD;
            }
            default -> {
                KeyPairFiles files = KeyPairFiles.in(folder);
                world.contoso
                        .application(world.client, "")
                        .trusts(
                                "https://issuer.example",
                                "repo:main",
                                files.certificate().getPublicKey());
                return Jwt.signed(
                        files.key(),
                        "https://issuer.example",
                        "repo:main",
                        "api://AzureADTokenExchange",
                        world.fake.clock().instant().plusSeconds(600));
            }
        }
    }

    private void signInKept(AtomicInteger prompts) {
        kept(prompts).token(world.request(world.contoso, EntraWorld.POWER_APPS));
    }

    private io.powermigrate.http.Credential kept(AtomicInteger prompts) {
        return Credentials.deviceCode(
                world.client,
                prompt -> {
                    prompts.incrementAndGet();
                    world.ada.enters(prompt.userCode());
                },
                SignInSettings.builder()
                        .http(world.fake.settings())
                        .cache(PersistentCache.in(folder))
                        .build());
    }

    private String authority() {
        return world.fake.cloud().authority().toString();
    }
}
