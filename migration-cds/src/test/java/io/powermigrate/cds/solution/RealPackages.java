package io.powermigrate.cds.solution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.powermigrate.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The real packages beside the project; a test that needs them is skipped where they are absent. */
public final class RealPackages {

    private static final Map<String, SolutionPackage> OPENED = new ConcurrentHashMap<>();

    private RealPackages() {}

    public static Path folder() {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", "dataverse");
        assumeTrue(Files.isDirectory(folder), "the folder ../shared/fixtures/dataverse is absent");
        return folder;
    }

    /** One of the oracles, {@code facts.json} and others. */
    public static Document oracle(String name) throws IOException {
        try (InputStream json = Files.newInputStream(folder().resolve(name))) {
            return Document.parse(json);
        }
    }

    /** A package by its path below the folder; each is read once. */
    public static SolutionPackage open(String path) {
        return OPENED.computeIfAbsent(path, none -> SolutionPackage.open(folder().resolve(path)));
    }

    /** All zips. */
    public static List<Path> zips() throws IOException {
        try (Stream<Path> zips = Files.list(folder().resolve("solutions"))) {
            return zips.sorted().toList();
        }
    }
}
