package io.powermigrate.canvas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The real documents beside the project; a test that needs them is skipped where they are absent. */
final class Fixtures {

    private Fixtures() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", name);
        assumeTrue(Files.isDirectory(folder), "the folder ../shared/fixtures is absent");
        return folder;
    }

    static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder(folder))) {
            return files.filter(
                            file -> Stream.of(endings).anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
