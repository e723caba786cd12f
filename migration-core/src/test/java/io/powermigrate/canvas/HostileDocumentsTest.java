package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that can be done with a hostile document, in a JVM of 256 MB: it is read, or refused with the limit that it passes. */
@Tag("long")
class HostileDocumentsTest {

    @Test
    void every_hostile_document_is_read_or_refused_within_two_seconds_of_work_in_256_mb(@TempDir Path folder)
            throws Exception {
        List<Line> lines = run(folder).stream().map(Line::of).toList();

        assertThat(lines.stream().map(Line::document).distinct())
                .containsExactlyElementsOf(HostileDocuments.all().keySet());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.outcome).as(line.toString()).isIn("read", "refused");
            assertThat(line.millis).as(line.toString()).isLessThanOrEqualTo(HostileRun.BOUND_MILLIS);
        });
        assertThat(lines.stream().filter(line -> line.outcome.equals("refused")))
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line.message)
                        .startsWith("The canvas document 'hostile.msapp' was not read because ")
                        .containsAnyOf(
                                "the limit '",
                                "well-formed JSON",
                                "no canvas document has",
                                "more than a thousand digits"));
    }

    private static List<String> run(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path documents = Files.createDirectory(folder.resolve("documents"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileRun.class.getName(),
                        documents.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("it came to its end")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    /** A use of a document: how long it took, and what came of it. */
    private record Line(long millis, String document, String use, String outcome, String message) {
        private static Line of(String text) {
            String[] parts = text.split("\t", 5);
            assertThat(parts).as(text).hasSize(5);
            return new Line(Long.parseLong(parts[0]), parts[1], parts[2], parts[3], parts[4]);
        }
    }
}
