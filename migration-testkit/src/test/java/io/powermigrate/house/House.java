package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules are about: the classes and the sources of all four modules. */
public final class House {

    static final String ROOT = "io.powermigrate";

    private static final String TESTS = "/test-classes/";
    private static final ImportOption NO_TESTS = location -> !location.contains(TESTS);

    /** Rooms of a public package that are public by need of the language only. */
    private static final Set<String> INSIDE = Set.of(
            "canvas.reading",
            "canvas.json",
            "canvas.normalform",
            "cds.rows",
            "cds.solution.input",
            "cds.solution.reading",
            "cds.solution.writing",
            "cds.transfer",
            "cds.installed");

    private House() {}

    /** Where the project lies. */
    public static Path root() {
        return Path.of(System.getProperty("powermigrate.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Every Java source and every page of the project, without what a build makes. */
    public static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return Set.of("target", ".git").contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().matches(".*\\.(java|md)")) {
                    texts.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    /** The main classes of all four modules; read once, they do not change while tests run. */
    public static JavaClasses mainClasses() {
        return Main.CLASSES;
    }

    private static final class Main {
        static final JavaClasses CLASSES =
                new ClassFileImporter().withImportOption(NO_TESTS).importPackages(ROOT);
    }

    /** The main classes of all four modules, and the test classes of each module whose tests are compiled. */
    public static JavaClasses mainAndTestClasses() {
        Set<Location> places = new HashSet<>(Locations.ofPackage(ROOT));
        testFolders().forEach(folder -> places.add(Location.of(folder)));
        return new ClassFileImporter().importLocations(places);
    }

    static boolean isMain(JavaClass type) {
        return type.getSource()
                .filter(source -> source.getUri().toString().contains(TESTS))
                .isEmpty();
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The package below the root, {@code ""} for the root itself. */
    static String place(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    /**
     * Whether a user sees it: it is public, and so is every class around it. What our packages share is promised to
     * nobody: the packages {@code internal} and below.
     */
    public static boolean isVisible(JavaClass type) {
        String place = place(type);
        return isApi(type.getModifiers())
                && !List.of(place.split("\\.")).contains("internal")
                && !INSIDE.contains(place)
                && type.getEnclosingClass().map(House::isVisible).orElse(true);
    }

    static boolean isApi(Set<JavaModifier> modifiers) {
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static List<Path> testFolders() {
        try (Stream<Path> modules = Files.list(root())) {
            return modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
