package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClaimsChallengeTest {

    @Test
    void stands_beside_the_claims_that_are_there() {
        String form = "grant_type=refresh_token&claims="
                + encoded("{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}") + "&scope=a";

        String result = ClaimsChallenge.into(
                form, "{\"access_token\":{\"capolids\":{\"essential\":true}},\"id_token\":{\"x\":null}}");

        assertThat(result).startsWith("grant_type=refresh_token&scope=a&claims=");
        assertThat(decoded(result))
                .contains("\"xms_cc\":{\"values\":[\"cp1\"]}")
                .contains("\"capolids\":{\"essential\":true}")
                .contains("\"id_token\":{\"x\":null}");
    }

    @Test
    void is_put_where_there_are_none() {
        assertThat(decoded(ClaimsChallenge.into("grant_type=password", "{\"access_token\":{\"a\":{}}}")))
                .isEqualTo("grant_type=password&claims={\"access_token\":{\"a\":{}}}");
    }

    @Test
    void is_left_out_where_it_is_no_json_or_no_token_is_asked_for() {
        assertThat(ClaimsChallenge.into("grant_type=password", "<html>")).isEqualTo("grant_type=password");
        assertThat(ClaimsChallenge.into("grant_type=password", "[1]")).isEqualTo("grant_type=password");
        assertThat(ClaimsChallenge.into("client_id=a", "{\"access_token\":{}}")).isEqualTo("client_id=a");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
