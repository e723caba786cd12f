package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every value of every recorded answer either shows in what our types say of it (another value there makes them say
 * something else), or stands with a reason in the file of what is ignored.
 */
class RecordingsTest {

    /** A line of the file: which recordings, which paths, and why nothing of ours reads them. */
    private record Ignored(String files, String paths, String reason) {
        static Ignored of(String line) {
            String[] parts = line.split("\\s*\\|\\s*", 3);
            return new Ignored(parts[0], parts[1], parts.length < 3 ? "" : parts[2]);
        }

        boolean covers(String file, String path) {
            return file.matches(glob(files)) && path.matches(glob(paths));
        }

        private static String glob(String pattern) {
            return pattern.replace(".", "\\.")
                    .replace("$", "\\$")
                    .replace("**", "\u0000")
                    .replace("*", "[^/]*")
                    .replace("\u0000", ".*");
        }
    }

    /** By recording: found out once for all tests, because it takes thousands of answers. */
    private static final Map<String, List<String>> UNREAD = new HashMap<>();

    @BeforeEach
    void only_where_the_recordings_are() {
        Assumptions.assumeTrue(Files.isDirectory(Recording.folder()), "no recordings here");
    }

    @Test
    void every_value_is_read_or_ignored_for_a_reason() throws IOException {
        List<Ignored> ignored = ignored();
        Set<Ignored> needed = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        try (RecordedViews views = new RecordedViews()) {
            for (Recording recording : Recording.all()) {
                for (String path : unread(recording, views.of(recording.name()))) {
                    List<Ignored> lines = ignored.stream()
                            .filter(line -> line.covers(recording.name(), path))
                            .toList();
                    needed.addAll(lines);
                    if (lines.isEmpty()) {
                        unknown.add(recording + " | " + path);
                    }
                }
            }
        }
        assertThat(String.join("\n", unknown))
                .as("values that nothing reads and nobody ignores")
                .isEmpty();
        assertThat(ignored)
                .filteredOn(line -> !needed.contains(line))
                .as("lines that no recording needs")
                .isEmpty();
        assertThat(ignored).as("lines without a reason").noneMatch(line -> line.reason()
                .isBlank());
    }

    @Test
    void every_client_of_ours_reads_something_of_what_it_asks_for() throws IOException {
        try (RecordedViews views = new RecordedViews()) {
            for (Recording recording : Recording.all()) {
                Function<String, String> view = views.of(recording.name());
                if (!view.apply(recording.text()).isEmpty()) {
                    assertThat(unread(recording, view))
                            .as(recording.name())
                            .hasSizeLessThan(recording.leaves().size());
                }
            }
        }
    }

    private static List<String> unread(Recording recording, Function<String, String> view) {
        return UNREAD.computeIfAbsent(recording.name(), name -> found(recording, view));
    }

    private static List<String> found(Recording recording, Function<String, String> view) {
        String said = view.apply(recording.text());
        return recording.leaves().stream()
                .filter(path -> said.isEmpty()
                        || recording.with(path).allMatch(other -> view.apply(other.text())
                                .equals(said)))
                .toList();
    }

    private static List<Ignored> ignored() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RecordingsTest.class.getResourceAsStream("/recordings-ignored.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Ignored::of)
                    .toList();
        }
    }
}
