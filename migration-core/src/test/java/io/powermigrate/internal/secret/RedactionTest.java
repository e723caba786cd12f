package io.powermigrate.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.http.AccessToken;
import io.powermigrate.http.ServiceError;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.blob.core.windows.net/p.zip?sv=1&sig=SECRET%3D&se=2",
                "Authorization: Bearer SECRET",
                "{\"access_token\":\"SECRET\"}",
                "{\"workFlowCallbackUri\" : \"https://x/SECRET\"}",
                "client_secret=SECRET",
                "token eyJSECRET.eyJSECRET.SECRET was refused",
                "u=https%3A%2F%2Fx%3Fsig%3DSECRET"
            })
    void secrets_are_taken_out(String text) {
        assertThat(Redaction.of(text)).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#secret")
    void every_secret_of_the_table_is_taken_out(String text) {
        assertThat(Redaction.of(text)).doesNotContain("PLANTED", "7hX");
        assertThat(new ServiceError("C", text, List.of()).toLine()).doesNotContain("PLANTED", "7hX");
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#harmless")
    void what_is_no_secret_stays(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Redaction.of("x" + "\uD83D\uDE00".repeat(3000)))
                .hasSize(2000)
                .endsWith("\uDE00…");
    }

    @Test
    void of_an_address_only_host_path_and_version_are_shown() {
        assertThat(Redaction.address(URI.create("https://a.example:8443/x/y?sig=1&api-version=2020-10-01&$filter=z")))
                .isEqualTo("a.example:8443/x/y?api-version=2020-10-01");
    }

    @Test
    void a_token_hides_its_value_and_shows_its_claims() {
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"idtyp\":\"app\",\"oid\":\"o\",\"tid\":\"t\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        AccessToken token = AccessToken.of("h." + payload + ".s", Instant.EPOCH);

        assertThat(token.toString()).doesNotContain(payload);
        assertThat(token.appOnly()).isTrue();
        assertThat(token.objectId()).contains("o");
        assertThat(token.tenantId()).contains("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.!!.c", ""})
    void an_opaque_token_has_no_claims(String value) {
        AccessToken token = AccessToken.of(value, Instant.EPOCH);

        assertThat(token.appOnly()).isFalse();
        assertThat(token.objectId()).isEmpty();
    }
}
