package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "30|PT30S",
                "PT1M30S|PT1M30S",
                "Wed, 04 Mar 2026 05:06:17 GMT|PT10S",
                "Wed, 04 Mar 2026 05:06:00 GMT|PT0S",
                "2026-03-04T05:06:08.5Z|PT1.5S",
                "2026-03-04T07:06:08+02:00|PT1S",
                "999999999|P365D"
            })
    void every_known_form_is_read(String text, Duration expected) {
        assertThat(RetryAfter.parse(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "2026-99-99T00:00:00Z", "12345678901234567890"})
    void what_cannot_be_read_counts_as_not_said(String text) {
        assertThat(RetryAfter.parse(text, NOW)).isEmpty();
    }

    @Test
    void backoff_doubles_within_bounds_and_is_repeatable_with_seed_7() {
        Backoff backoff = new Backoff(7);
        for (int failures = 1; failures <= 40; failures++) {
            assertThat(backoff.after(failures)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
        }
        assertThat(new Backoff(7).after(3)).isEqualTo(new Backoff(7).after(3));
    }
}
