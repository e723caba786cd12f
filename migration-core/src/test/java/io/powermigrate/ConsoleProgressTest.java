package io.powermigrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a console shows of a run. */
class ConsoleProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String shown(boolean isTerminal, int steps) {
        ConsoleProgress progress = progress(isTerminal);
        progress.on(Event.of(NOON, Event.Kind.PHASE, "Wave 1 of 1: " + steps + " steps")
                .ofSteps(steps));
        for (int i = 1; i <= steps; i++) {
            ResourceKey key = new ResourceKey("canvas-app", "App " + i);
            progress.on(
                    Event.of(NOON.plusSeconds(i), Event.Kind.STARTED, "started").about(key));
            progress.on(
                    Event.of(NOON.plusSeconds(2L * i), Event.Kind.ENDED, "DONE").about(key));
        }
        return text();
    }

    private ConsoleProgress progress(boolean isTerminal) {
        return ConsoleProgress.on(new PrintStream(bytes, true, StandardCharsets.UTF_8), isTerminal);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void off_a_terminal_a_phase_and_each_tenth_of_its_steps_are_lines() {
        String shown = shown(false, 100);

        assertThat(shown.lines()).hasSize(11);
        assertThat(shown.lines().skip(5).findFirst()).hasValue("Wave 1 of 1: 100 steps: 50 of 100, about 2 min left");
        assertThat(shown).doesNotContain("\r");
    }

    @Test
    void on_a_terminal_one_line_is_written_over() {
        String shown = shown(true, 3);

        assertThat(shown).doesNotContain("\n").contains("\rWave 1 of 1: 3 steps: running App 1 ");
        assertThat(shown.split("\r"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(120));
    }

    @Test
    void requests_that_wait_are_told_until_they_are_sent_again() {
        ConsoleProgress progress = progress(true);
        progress.on(waiting(NOON, 40));
        progress.on(waiting(NOON, 90));
        progress.on(Event.of(NOON.plusSeconds(41), Event.Kind.PROGRESS, "polled"));

        assertThat(text())
                .contains("a request waits 40 s")
                .contains("2 requests wait, the first 40 s")
                .contains("a request waits 49 s");
    }

    @Test
    void off_a_terminal_only_a_long_wait_is_a_line() {
        ConsoleProgress progress = progress(false);
        progress.on(waiting(NOON, 29));
        progress.on(waiting(NOON, 30));

        assertThat(text().lines()).hasSize(1);
    }

    private static Event waiting(Instant from, long seconds) {
        return Event.of(from, Event.Kind.WAITS, "asked again").until(from.plusSeconds(seconds));
    }

    @Test
    void a_name_from_outside_writes_no_line_of_its_own() {
        progress(true)
                .on(Event.of(NOON, Event.Kind.STARTED, "started")
                        .about(new ResourceKey("canvas-app", "App\nAll is done\u202e")));

        assertThat(text()).contains("App\\nAll is done\\u202e").doesNotContain("\n");
    }
}
