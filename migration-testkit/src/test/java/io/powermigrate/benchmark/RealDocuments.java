package io.powermigrate.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The real documents beside the project, also inside packages and solutions, each as a file. */
final class RealDocuments {

    private static final String SHARED = "powermigrate.shared";

    private RealDocuments() {}

    static Path folder() {
        return shared().resolve("fixtures");
    }

    static Path shared() {
        return Path.of(System.getProperty(SHARED, "../shared"));
    }

    /** Files that go with the JVM. */
    static List<Path> all() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                collect(file.toString(), Files.readAllBytes(file), documents);
            }
        }
        return documents;
    }

    private static void collect(String name, byte[] bytes, List<Path> documents) throws IOException {
        if (name.endsWith(".msapp")) {
            Path document = Files.createTempFile("benchmark", ".msapp");
            document.toFile().deleteOnExit();
            documents.add(Files.write(document, bytes));
        } else if (name.endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    collect(entry.getName(), zip.readAllBytes(), documents);
                }
            }
        }
    }
}
