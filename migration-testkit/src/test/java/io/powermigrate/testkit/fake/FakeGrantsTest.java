package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grants, as a client sends them that is not ours. */
class FakeGrantsTest {
    private static final String TOKEN = "/login/contoso.onmicrosoft.com/oauth2/v2.0/token?client-request-id=1";

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.fake.unmatched()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device_code", "urn:ietf:params:oauth:grant-type:device_code"})
    void a_device_code_waits_for_its_user_and_gives_tokens_once(String grant) {
        JsonNode begun = client.form(
                        "/login/contoso.onmicrosoft.com/oauth2/v2.0/devicecode",
                        Map.of("client_id", "tool", "scope", NaiveClient.POWER_APPS))
                .json();
        Map<String, String> poll = Map.of(
                "grant_type",
                grant,
                "client_id",
                "tool",
                "device_code",
                begun.path("device_code").asText(),
                "scope",
                NaiveClient.POWER_APPS);
        assertThat(begun.path("expires_in").asInt()).isEqualTo(900);
        assertThat(error(client.form(TOKEN, poll))).isEqualTo("authorization_pending");

        world.bob.enters(begun.path("user_code").asText());

        JsonNode answer = client.form(TOKEN, poll).json();
        assertThat(answer.path("id_token").asText()).contains(".");
        assertThat(answer.path("refresh_token").asText()).isNotEmpty();
        assertThat(error(client.form(TOKEN, poll))).isEqualTo("bad_verification_code");
        assertThat(world.contoso.signIns())
                .containsExactly(
                        new FakeSignIn(grant, "tool", "https://service.powerapps.com/", "", "bob@contoso.com"));
    }

    @Test
    void a_device_code_ends_by_the_clock_and_may_be_entered_on_its_page() {
        JsonNode begun = client.form(
                        "/login/common/oauth2/v2.0/devicecode",
                        Map.of("client_id", "tool", "scope", NaiveClient.POWER_APPS))
                .json();
        Map<String, String> poll = Map.of(
                "grant_type",
                "device_code",
                "client_id",
                "tool",
                "device_code",
                begun.path("device_code").asText());
        String page = begun.path("verification_uri").asText();
        assertThat(client.get(page + "?otc=WRONG").status()).isEqualTo(400);
        assertThat(client.get(page + "?otc=" + begun.path("user_code").asText()).status())
                .isEqualTo(200);

        world.clock.advance(Duration.ofMinutes(15));

        assertThat(error(client.form(TOKEN, poll))).isEqualTo("expired_token");
    }

    @Test
    void a_refresh_token_is_of_one_application_and_ends_when_the_user_is_signed_out() {
        Map<String, String> refresh = new HashMap<>(Map.of(
                "grant_type", "refresh_token",
                "refresh_token",
                        client.form(
                                        TOKEN,
                                        Map.of(
                                                "grant_type", "password",
                                                "client_id", "tool",
                                                "username", "ada@contoso.com",
                                                "password", FakeWorld.PASSWORD))
                                .json()
                                .path("refresh_token")
                                .asText(),
                "client_id", "tool"));
        assertThat(client.form(TOKEN, refresh).status()).isEqualTo(200);

        world.ada.signOutEverywhere();
        assertThat(client.form(TOKEN, refresh).text()).contains("AADSTS50173").contains("\"suberror\":\"bad_token\"");
        refresh.put("client_id", "other");
        assertThat(client.form(TOKEN, refresh).text()).contains("AADSTS9002313");
    }

    @ParameterizedTest
    @CsvSource({"RS256, x5t, SHA-1", "PS256, x5t#S256, SHA-256", "RS256, x5t#S256, SHA-256"})
    void an_assertion_is_checked_by_key_thumbprint_and_claims(String algorithm, String member, String digest)
            throws Exception {
        KeyStore keys = keys();
        X509Certificate certificate = (X509Certificate) keys.getCertificate("one");
        PrivateKey key = (PrivateKey) keys.getKey("one", "changeit".toCharArray());
        world.contoso.application("app-1", "").certificate(certificate);
        String thumbprint = encoded(MessageDigest.getInstance(digest).digest(certificate.getEncoded()));
        String head = "{\"alg\":\"" + algorithm + "\",\"" + member + "\":\"" + thumbprint + "\"}";
        String good = signed(key, algorithm, head, assertionClaims("contoso.onmicrosoft.com", 600));

        assertThat(assertionAnswer(good).status()).isEqualTo(200);
        assertThat(assertionAnswer(good.substring(0, good.length() - 8) + "AAAAAAAA")
                        .text())
                .contains("AADSTS700027");
        assertThat(assertionAnswer(signed(key, algorithm, head, assertionClaims("fabrikam.onmicrosoft.com", 600)))
                        .text())
                .contains("AADSTS700023");
        assertThat(assertionAnswer(signed(key, algorithm, head, assertionClaims("contoso.onmicrosoft.com", -1)))
                        .text())
                .contains("AADSTS700024");
    }

    @Test
    void a_machine_is_told_its_identity_when_it_shows_its_header() throws Exception {
        world.contoso.machineIdentity("machine-1");
        String path = "/identity/contoso.onmicrosoft.com/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fa%2F";

        NaiveClient.Reply known =
                client.send("GET", path, Map.of("X-IDENTITY-HEADER", world.contoso.machineHeader()), new byte[0]);
        NaiveClient.Reply machine = client.send(
                "GET",
                "/identity/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fa%2F",
                Map.of("Metadata", "true"),
                new byte[0]);

        assertThat(claims(known.json().path("access_token").asText())
                        .path("aud")
                        .asText())
                .isEqualTo("https://a/");
        assertThat(claims(machine.json().path("access_token").asText())
                        .path("idtyp")
                        .asText())
                .isEqualTo("app");
        assertThat(client.get(path).status()).isEqualTo(401);
        assertThat(client.get("/identity/metadata/identity/oauth2/token?resource=a")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_refusal_has_the_shape_of_entra() {
        NaiveClient.Reply reply = client.send(
                "POST",
                TOKEN,
                Map.of("client-request-id", "11111111-1111-4111-8111-111111111111"),
                "grant_type=none".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.header("client-request-id")).contains("11111111-1111-4111-8111-111111111111");
        assertThat(reply.json().path("correlation_id").asText()).isEqualTo("11111111-1111-4111-8111-111111111111");
        assertThat(reply.json().path("error_codes").get(0).asInt()).isEqualTo(70003);
        assertThat(reply.json().path("error_description").asText())
                .matches("(?s)AADSTS70003: .*\\r\\nTrace ID: [0-9a-f-]{36}\\r\\nCorrelation ID: [0-9a-f-]{36}"
                        + "\\r\\nTimestamp: 2026-03-01 10:00:00Z");
    }

    private NaiveClient.Reply assertionAnswer(String assertion) {
        return client.form(
                TOKEN,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "app-1",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion,
                        "scope", NaiveClient.POWER_APPS));
    }

    private String assertionClaims(String tenant, int life) {
        return "{\"aud\":\"https://login.microsoftonline.com/" + tenant
                + "/oauth2/v2.0/token\",\"iss\":\"app-1\",\"sub\":\"app-1\",\"exp\":"
                + (world.clock.instant().getEpochSecond() + life) + "}";
    }

    private static String signed(PrivateKey key, String algorithm, String head, String claims)
            throws GeneralSecurityException {
        String content =
                encoded(head.getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance(algorithm.equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA");
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    private KeyStore keys() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String command = keytool
                + " -J-XX:TieredStopAtLevel=1 -genkeypair -alias one -keyalg RSA -keysize 2048 -dname CN=app -storetype PKCS12"
                + " -storepass changeit -keystore " + file;
        assertThat(new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor())
                .isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(java.nio.file.Files.readAllBytes(file)), "changeit".toCharArray());
        return store;
    }

    private static String error(NaiveClient.Reply reply) {
        return reply.json().path("error").asText();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
