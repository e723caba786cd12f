package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2e%2e",
                "../other",
                "a/b",
                "a?b=c",
                "a#b",
                "a;b",
                "a%2Fb",
                "a\\b",
                "O'Brien",
                "Größe",
                "a b",
                "a+b",
                "...",
                "\u0000",
                "\r\nHost: x"
            })
    void an_id_stays_one_part_of_the_path(String id) {
        URI uri = URI.create("https://api.example/apps/" + UriText.segment(id) + "/publish?v=1");

        assertThat(uri.normalize().getRawPath().split("/"))
                .hasSize(4)
                .startsWith("", "apps")
                .endsWith("publish");
        assertThat(uri.getHost()).isEqualTo("api.example");
        assertThat(uri.getPath()).isEqualTo("/apps/" + id + "/publish");
        assertThat(uri.getRawQuery()).isEqualTo("v=1");
        assertThat(uri.getRawFragment()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void what_no_escaping_keeps_in_its_place_is_refused(String id) {
        assertThatThrownBy(() -> UriText.segment(id))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("\"" + id + "\"")
                .hasMessageContaining("Check that no id is empty");
    }

    @Test
    void names_as_they_are_are_not_changed() {
        assertThat(UriText.segment("Default-4be50206-9576-4237-8b17-38d8aadfaa36"))
                .isEqualTo("Default-4be50206-9576-4237-8b17-38d8aadfaa36");
        assertThat(UriText.segment("shared_orders-20api_5f~1.0")).isEqualTo("shared_orders-20api_5f~1.0");
    }

    @Test
    void a_quote_does_not_end_a_text_of_a_filter() {
        String filter = "name eq " + UriText.literal("O'Brien' or 1 eq 1 or 'a&$top=1");
        URI uri = URI.create("https://api.example/apps?$filter=" + UriText.query(filter));

        assertThat(uri.getQuery()).isEqualTo("$filter=name eq 'O''Brien'' or 1 eq 1 or ''a&$top=1'");
        assertThat(uri.getRawQuery()).doesNotContain("'", "&", " ").contains("%27O%27%27Brien%27%27");
    }

    @Test
    void what_a_service_wrote_is_kept_byte_for_byte() {
        assertThat(UriText.parse("https://a.example/x?$filter=a eq 'b'&%24skiptoken=e%3d%3d"))
                .hasToString("https://a.example/x?$filter=a%20eq%20'b'&%24skiptoken=e%3d%3d");
    }
}
