package io.powermigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a long document one part is kept, and all of it is checked. */
class PartOfDocumentTest {

    private static final String FLOW =
            "{\"schemaVersion\":\"1\",\"Properties\":{\"definition\":{\"a\":[1,{}]},\"references\":{\"b\":2}},\"z\":[[]]}";

    @Test
    void only_what_stands_at_the_path_is_kept_whatever_the_case_of_its_names() {
        assertThat(parse(FLOW, "properties", "References").toJson()).isEqualTo("{\"b\":2}");
        assertThat(parse(FLOW).toJson()).isEqualTo(Document.parse(FLOW).toJson());
    }

    @Test
    void a_path_that_leads_to_nothing_is_missing() {
        assertThat(parse(FLOW, "properties", "connections").isMissing()).isTrue();
        assertThat(parse(FLOW, "schemaVersion", "x").isMissing()).isTrue();
        assertThat(parse("[1]", "x").isMissing()).isTrue();
        assertThat(parse("", "x").isMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "{\"a\":1} {}", "{\"a\":1,\"b\":x}", "{\"a\":1}]"})
    void what_is_damaged_elsewhere_is_damaged(String json) {
        assertThatThrownBy(() -> parse(json, "a"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("JSON could not be read because it is damaged");
    }

    private static Document parse(String json, String... path) {
        return Document.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), path);
    }
}
