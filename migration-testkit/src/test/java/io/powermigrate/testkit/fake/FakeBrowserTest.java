package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.testkit.fake.wire.EntraError;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a browser sees of the sign-in, and what comes of it. */
class FakeBrowserTest {
    private static final String TOKEN = "/login/contoso.onmicrosoft.com/oauth2/v2.0/token";
    private static final String REDIRECT = "http://localhost:5000";

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.fake.unmatched()).isEmpty();
    }

    @Test
    void a_browser_is_sent_back_with_a_code_that_is_good_once_and_with_the_verifier() throws Exception {
        world.bob.sitsAtTheBrowser();
        String code = code(authorize("&response_mode=query"));

        assertThat(error(redeem(code, "wrong"))).isEqualTo("invalid_grant");
        String next = code(authorize(""));
        JsonNode answer = redeem(next, "verifier").json();
        assertThat(claims(answer.path("access_token").asText()).path("upn").asText())
                .isEqualTo("bob@contoso.com");
        assertThat(error(redeem(next, "verifier"))).isEqualTo("invalid_grant");
    }

    @Test
    void a_browser_posts_a_form_where_the_client_wants_one() throws Exception {
        NaiveClient.Reply reply = authorize("&response_mode=form_post");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains("action=\"" + REDIRECT + "\"")
                .contains("name=\"code\"")
                .contains("name=\"state\" value=\"s&amp;t\"");
    }

    @Test
    void a_browser_is_sent_back_with_a_refusal_and_never_elsewhere() throws Exception {
        world.contoso.nextSignInFails(EntraError.CONSENT_DECLINED);

        assertThat(authorize("").header("Location").orElseThrow())
                .startsWith(REDIRECT + "?error=access_denied&error_description=AADSTS65004%3A+User+declined");
        assertThat(client.get("/login/contoso.onmicrosoft.com/oauth2/v2.0/authorize?client_id=tool&redirect_uri="
                                + "https%3A%2F%2Fevil.example")
                        .text())
                .contains("AADSTS50011");
    }

    private NaiveClient.Reply authorize(String more) throws GeneralSecurityException {
        String challenge =
                encoded(MessageDigest.getInstance("SHA-256").digest("verifier".getBytes(StandardCharsets.US_ASCII)));
        return client.get("/login/contoso.onmicrosoft.com/oauth2/v2.0/authorize?client_id=tool&response_type=code"
                + "&redirect_uri=" + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8) + "&state=s%26t&scope=openid"
                + "&code_challenge=" + challenge + "&code_challenge_method=S256" + more);
    }

    private static String code(NaiveClient.Reply reply) {
        String location = reply.header("Location").orElseThrow();
        assertThat(reply.status()).isEqualTo(302);
        assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=s%26t");
        return location.replaceFirst(".*[?]code=([^&]*).*", "$1");
    }

    private NaiveClient.Reply redeem(String code, String verifier) {
        return client.form(
                TOKEN,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "tool",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier,
                        "scope",
                        NaiveClient.POWER_APPS));
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
