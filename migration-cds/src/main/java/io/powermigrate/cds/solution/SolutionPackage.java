package io.powermigrate.cds.solution;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A solution package: the zip that a Dataverse environment exports, of any generation since 2015, managed or unmanaged. Opening reads
 * manifest, customizations and the definitions of flows and variables once, one file at a time, and keeps {@link #facts()}; all other
 * files are only named. Immutable and thread-safe.
 *
 * <pre>{@code
 * SolutionPackage solution = SolutionPackage.open(Path.of("Orders_1_0_0_4.zip"));
 * solution.facts().schema().tables().forEach(table -> System.out.println(table.logicalName()));
 * try (OutputStream target = Files.newOutputStream(Path.of("Orders_1_0_0_5.zip"))) {
 *     solution.write(target, PackageChange.none().withVersion("1.0.0.5").withoutVariableValues());
 * }
 * }</pre>
 *
 * <p>What is no solution package, damaged, ambiguous or beyond the {@link SolutionLimits} is refused with a {@link MigrationException}
 * that says what it is and what to do; no message holds content of the package.
 */
public final class SolutionPackage {

    private final OpenedPackage opened;
    private final SolutionFacts facts;

    private SolutionPackage(OpenedPackage opened) {
        this.opened = opened;
        this.facts = opened.facts();
    }

    /** Opens a zip, or a folder that one was unpacked to, with the default limits. */
    public static SolutionPackage open(Path path) {
        return open(path, SolutionLimits.defaults());
    }

    /** Opens a zip, or a folder that one was unpacked to. Files stay where they are and are closed again; in memory are the facts. */
    public static SolutionPackage open(Path path, SolutionLimits limits) {
        return new SolutionPackage(
                OpenedPackage.of(new Refusals(String.valueOf(path.getFileName()), limits.all()), path));
    }

    /**
     * Reads a small package from a stream, whose compressed bytes are held in memory as long as this object; the caller closes it. A
     * large one is better opened as a file.
     *
     * @param name what messages call the package
     * @param bytes at most 64 MiB
     */
    public static SolutionPackage read(String name, InputStream bytes) {
        return new SolutionPackage(
                OpenedPackage.of(new Refusals(name, SolutionLimits.defaults().all()), bytes));
    }

    /** All that was found; holds nothing of the package's bytes. */
    public SolutionFacts facts() {
        return facts;
    }

    /**
     * Copies a file of the package, such as the document of a canvas app, piece by piece.
     *
     * @param path as spelled in the facts or in the package, in any case, with or without a slash in front
     * @param target stays open
     * @throws MigrationException when the package has no such file, or changed since it was opened
     */
    public void copy(String path, OutputStream target) {
        opened.copy(path, target);
    }

    /**
     * Writes the package with a change. Without one, or where it changes nothing, the bytes are those that were read; else every file
     * that the change does not touch keeps its compressed bytes, and in an XML file all but the changed value stays.
     *
     * @param target stays open
     * @throws MigrationException when the change does not fit the package, or the package changed since it was opened or is a folder
     */
    public void write(OutputStream target, PackageChange change) {
        opened.write(target, change.edits(opened.refusals(), facts));
    }

    @Override
    public String toString() {
        return Shown.message("SolutionPackage[" + opened.refusals().name() + "]");
    }
}
