package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.auth.KeyPairFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The points of wire/clients.md about signing in. Point 16, that a second sign-in sends nothing, is the client's own; it
 * asks nothing of the fake.
 */
class PublicClientsSignInTest {
    private static final String POWER_APPS = "https://service.powerapps.com//.default";
    private static final String ARM = "https://management.azure.com//.default";
    private static final String POWER_BI = "https://analysis.windows.net/powerbi/api/.default";

    private final FakeWorld world = new FakeWorld();

    @AfterEach
    void stop() {
        assertThat(world.fake.unmatched()).isEmpty();
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void points_1_to_4_an_application_signs_in_and_its_token_says_so(PublicClient.Way way) throws IOException {
        world.contoso.application("app-1", "s3cret");
        PublicClient client = new PublicClient(world.fake, way);

        PublicClient.Answered answer = client.signIn(world.contoso.id(), secretForm("s3cret"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        JsonNode claims = claims(answer.json().path("access_token").asText());
        assertThat(claims.path("idtyp").asText()).isEqualTo("app");
        assertThat(claims.path("app_displayname").asText()).isNotEmpty();
        assertThat(claims.path("oid").asText()).isNotEmpty();
        assertThat(claims.path("tid").asText()).isEqualTo(world.contoso.id());
        assertThat(claims.has("upn")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void point_4_an_application_proves_itself_with_a_certificate(PublicClient.Way way, @TempDir Path folder)
            throws Exception {
        KeyPairFiles files = KeyPairFiles.in(folder);
        world.contoso.application("app-1", "").certificate(files.certificate());
        Map<String, String> form = secretForm("");
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion(files));

        PublicClient.Answered answer = new PublicClient(world.fake, way).signIn("contoso.onmicrosoft.com", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer.json().path("access_token").asText())
                        .path("idtyp")
                        .asText())
                .isEqualTo("app");
    }

    @ParameterizedTest
    @EnumSource
    void points_4_and_7_a_device_code_waits_until_its_user_entered_it(PublicClient.Way way) throws IOException {
        PublicClient client = new PublicClient(world.fake, way);
        JsonNode code = client.form("common", "devicecode", deviceForm()).json();
        Map<String, String> form = deviceForm();
        form.put("grant_type", "device_code");
        form.put("device_code", code.path("device_code").asText());

        PublicClient.Answered pending = client.signIn("common", form);
        world.ada.enters(code.path("user_code").asText());
        PublicClient.Answered entered = client.signIn("common", form);

        assertThat(code.path("interval").asInt()).isPositive();
        assertThat(pending.status()).isEqualTo(400);
        assertThat(pending.json().path("error").asText()).isEqualTo("authorization_pending");
        assertThat(entered.status()).isEqualTo(200);
        assertThat(claims(entered.json().path("access_token").asText())
                        .path("upn")
                        .asText())
                .isEqualTo("ada@contoso.com");
    }

    @ParameterizedTest
    @EnumSource
    void points_1_and_6_a_user_gets_what_msal_keeps(PublicClient.Way way) throws IOException {
        PublicClient client = new PublicClient(world.fake, way);

        JsonNode answer = client.signIn(
                        "common", PublicClient.passwordForm(world.ada, "https://graph.microsoft.com/.default"))
                .json();

        assertThat(answer.path("expires_in").isInt()).isTrue();
        assertThat(answer.path("refresh_token").asText()).isNotEmpty();
        assertThat(claims(answer.path("access_token").asText()).has("idtyp")).isFalse();
        JsonNode id = claims(answer.path("id_token").asText());
        assertThat(id.path("preferred_username").asText()).isEqualTo("ada@contoso.com");
        assertThat(id.path("oid").asText()).isEqualTo(world.ada.objectId());
        assertThat(id.path("tid").asText()).isEqualTo(world.contoso.id());
        assertThat(id.path("sub").asText()).isNotEmpty();
        JsonNode info = json(answer.path("client_info").asText());
        assertThat(info.path("uid").asText()).isEqualTo(world.ada.objectId());
        assertThat(info.path("utid").asText()).isEqualTo(world.contoso.id());
    }

    @ParameterizedTest
    @EnumSource
    void points_5_and_6_every_further_resource_comes_by_the_refresh_token(PublicClient.Way way) throws IOException {
        PublicClient client = new PublicClient(world.fake, way);

        assertThat(claims(client.token(world.ada, POWER_APPS)).path("aud").asText())
                .isEqualTo("https://service.powerapps.com/");
        assertThat(claims(client.token(world.ada, ARM)).path("aud").asText())
                .isEqualTo("https://management.azure.com/");
        assertThat(claims(client.token(world.ada, POWER_BI)).path("aud").asText())
                .isEqualTo("https://analysis.windows.net/powerbi/api");
        assertThat(claims(client.token(world.ada, "https://contosodev.api.crm4.dynamics.com/.default"))
                        .path("aud")
                        .asText())
                .isEqualTo("https://contosodev.api.crm4.dynamics.com");
    }

    @ParameterizedTest
    @EnumSource
    void point_7_a_wrong_secret_is_told_in_the_words_of_entra(PublicClient.Way way) {
        world.contoso.application("app-1", "s3cret");

        PublicClient.Answered answer =
                new PublicClient(world.fake, way).signIn("contoso.onmicrosoft.com", secretForm("wrong"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.json().path("error_description").asText()).startsWith("AADSTS7000215: ");
    }

    /** As m365 makes it: RS256, named by the SHA-1 of the certificate, for the token endpoint of the public host. */
    private String assertion(KeyPairFiles files) throws Exception {
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-1").digest(files.certificate().getEncoded());
        long now = world.clock.instant().getEpochSecond();
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"x5t\":\"" + encoded(thumbprint) + "\"}");
        String content = head + "."
                + encoded("{\"aud\":\"https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token\","
                        + "\"iss\":\"app-1\",\"sub\":\"app-1\",\"nbf\":" + now + ",\"exp\":" + (now + 600)
                        + ",\"jti\":\"22b3bb26-e046-42df-9c96-65dbd72c1c81\"}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(files.key());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> deviceForm() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", "31359c7f-bd7e-475c-86db-fdb8c937548e");
        form.put("scope", "https://graph.microsoft.com/.default openid profile offline_access");
        return form;
    }

    private static Map<String, String> secretForm(String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", "app-1");
        form.put("scope", "https://graph.microsoft.com/.default");
        form.put("grant_type", "client_credentials");
        form.put("x-client-SKU", "msal.js.node");
        form.put("client_secret", secret);
        return form;
    }

    private static JsonNode claims(String token) throws IOException {
        assertThat(token.split("\\.")).hasSize(3);
        return json(token.split("\\.")[1]);
    }

    private static JsonNode json(String encoded) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(encoded));
    }
}
