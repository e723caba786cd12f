package io.powermigrate.testkit.msapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real documents that lie beside the project, if they do. */
final class RealDocuments {
    private RealDocuments() {}

    static List<Shape> ofStructure(String structure) {
        try (Stream<Path> files = Files.list(folder())) {
            List<Msapp> all = files.filter(file -> file.toString().endsWith(".msapp"))
                    .sorted()
                    .map(Msapp::of)
                    .filter(document -> document.structure().equals(structure))
                    .toList();
            return all.stream().map(Shape::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "../shared"), "fixtures", "msapp");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no real documents at " + folder);
        return folder;
    }
}
