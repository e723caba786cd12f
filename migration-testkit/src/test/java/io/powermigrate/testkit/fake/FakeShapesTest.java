package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Members and types of the fake's answers beside those that were recorded of the same calls; each difference, and each
 * recording of a call that the fake does not play, stands with a reason in a file.
 */
class FakeShapesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures/power-platform");

    private final RecordedCalls calls = new RecordedCalls();

    /** A line of the file: {@code -} for a call that is not played, {@code +} where the fake tells more, or a path. */
    private record Difference(String recording, String path, String reason) {
        static Difference of(String line) {
            String[] parts = line.split("\\s*\\|\\s*", 3);
            return new Difference(parts[0], parts[1], parts.length < 3 ? "" : parts[2]);
        }

        boolean explains(String member) {
            return member.startsWith(path + ":") || member.startsWith(path + "/");
        }
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    static List<String> played() {
        RecordedCalls calls = new RecordedCalls();
        calls.close();
        return List.copyOf(calls.calls().keySet());
    }

    @ParameterizedTest
    @MethodSource("played")
    void an_answer_has_the_members_of_the_recorded_one(String recording) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
        List<Difference> differences = differences().stream()
                .filter(each -> each.recording().equals(recording))
                .toList();
        Set<String> recorded = Shape.of(new ObjectMapper()
                .readTree(Files.readString(FOLDER.resolve(recording)).replace("\uFEFF", "")));
        NaiveClient.Reply reply = calls.answer(recording);
        Set<String> answered = Shape.of(reply.json());

        Set<String> missing = without(recorded, answered, differences);
        Set<String> added = without(answered, recorded, differences);
        boolean more = differences.stream().anyMatch(each -> each.path().equals("+"));

        assertThat(missing).as("recorded, not answered: %s", reply.text()).isEmpty();
        assertThat(more ? Set.of() : added).as("answered, not recorded").isEmpty();
        assertThat(differences)
                .as("lines that nothing needs")
                .allMatch(each -> each.path().equals("+")
                        ? !added.isEmpty()
                        : symmetric(recorded, answered).stream().anyMatch(each::explains));
    }

    @Test
    void every_recording_is_compared_or_its_call_is_not_played_for_a_reason() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
        List<String> notPlayed = differences().stream()
                .filter(each -> each.path().equals("-"))
                .map(Difference::recording)
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> recordings = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList();
            assertThat(Stream.concat(played().stream(), notPlayed.stream()).toList())
                    .containsExactlyInAnyOrderElementsOf(recordings);
        }
        assertThat(differences()).noneMatch(each -> each.reason().isBlank());
    }

    private static Set<String> symmetric(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(each -> one.contains(each) && other.contains(each));
        return all;
    }

    private static Set<String> without(Set<String> all, Set<String> others, List<Difference> differences) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        left.removeIf(member -> differences.stream().anyMatch(each -> each.explains(member)));
        return left;
    }

    private static List<Difference> differences() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(FakeShapesTest.class.getResourceAsStream("/recordings-differences.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Difference::of)
                    .toList();
        }
    }
}
