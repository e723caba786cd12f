package io.powermigrate.canvas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The real documents beside the project; a test that needs them is skipped where they are absent. */
public final class Fixtures {

    private Fixtures() {}

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", name);
        assumeTrue(Files.isDirectory(folder), "the folder ../shared/fixtures is absent");
        return folder;
    }

    public static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder(folder))) {
            return files.filter(
                            file -> Stream.of(endings).anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** All documents, also inside packages and solutions, by path. */
    public static Map<String, byte[]> documents() throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (Path file : files("", ".msapp", ".zip")) {
            collect(file.toString(), Files.readAllBytes(file), documents);
        }
        return documents;
    }

    private static void collect(String name, byte[] bytes, Map<String, byte[]> documents) throws IOException {
        if (name.endsWith(".msapp")) {
            documents.put(name, bytes);
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".msapp") || entry.getName().endsWith(".zip")) {
                    collect(name + "!" + entry.getName(), zip.readAllBytes(), documents);
                }
            }
        }
    }
}
