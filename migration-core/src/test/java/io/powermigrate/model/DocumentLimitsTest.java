package io.powermigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import org.junit.jupiter.api.Test;

/** What a JSON document may not be, and what is told of it. */
class DocumentLimitsTest {

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    @Test
    void a_document_has_two_hundred_levels_at_most() {
        assertThat(Document.parse(nested(200)).isArray()).isTrue();

        assertThatThrownBy(() -> Document.parse(nested(201)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it is nested deeper than 200 levels")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void a_number_without_end_is_told_as_too_long() {
        assertThatThrownBy(() -> Document.parse("[" + "1".repeat(10_000) + "]"))
                .hasMessageContaining("a text, name or number that is too long")
                .hasMessageNotContaining("1111");
    }

    @Test
    void a_document_that_ends_early_is_damaged() {
        assertThatThrownBy(() -> Document.parse("{\"secret\":")).hasMessageContaining("damaged");
    }
}
