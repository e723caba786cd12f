package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBoundsTest {

    private static void check(String json) throws AnswerReading.Unusable {
        JsonBounds.check(json.getBytes(StandardCharsets.UTF_8), new AnswerBody.Bound(64_000, "whole", false));
    }

    @Test
    void depth_counts_what_is_open_at_once() {
        assertThatCode(() -> check("[".repeat(200) + "]".repeat(200) + "[[]]".repeat(100)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("{\"a\":".repeat(201))).hasMessageContaining("deeper than 200 levels");
    }

    @Test
    void names_and_values_are_counted() {
        assertThatCode(() -> check("[" + "1,".repeat(1_999))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("[" + "1,".repeat(2_000)))
                .hasMessageContaining("more than 2000 names and values");
        assertThatThrownBy(() -> check("{},".repeat(1_001))).hasMessageContaining("more than 2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[,,,", "\\\"[[[", "\\\\\\\"{{{", "ä,ä"})
    void what_stands_in_a_text_does_not_count(String text) {
        assertThatCode(() -> check("[\"" + text.repeat(900) + "\"]")).doesNotThrowAnyException();
    }
}
