package io.powermigrate.cds.solution;

import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.input.FolderFiles;
import io.powermigrate.cds.solution.input.Limit;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.ZipFiles;
import io.powermigrate.cds.solution.reading.NoSolution;
import io.powermigrate.cds.solution.reading.SolutionReader;
import io.powermigrate.cds.solution.writing.PackageEdits;
import io.powermigrate.cds.solution.writing.PackageWriter;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.ArchiveBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A package that can be opened again, as long as its source is there, unchanged. Immutable and thread-safe. */
final class OpenedPackage {

    private static final int IN_MEMORY = 64 << 20;
    private static final int START = 512;

    private final Refusals refusals;
    private final Source source;
    private final List<PackageFile> files;

    /** Opens the files once more. */
    @FunctionalInterface
    private interface Source {
        PackageFiles open() throws IOException;
    }

    private OpenedPackage(Refusals refusals, Source source) {
        this.refusals = refusals;
        this.source = source;
        this.files = with(PackageFiles::files);
    }

    static OpenedPackage of(Refusals refusals, Path path) {
        if (Files.isDirectory(path)) {
            return new OpenedPackage(refusals, () -> FolderFiles.open(refusals, path));
        }
        return new OpenedPackage(refusals, () -> {
            try (InputStream bytes = Files.newInputStream(path)) {
                refuseOthers(refusals, bytes);
            }
            return ZipFiles.open(refusals, () -> ArchiveBytes.InFile.open(path));
        });
    }

    static OpenedPackage of(Refusals refusals, InputStream bytes) {
        byte[] archive = bytes(refusals, bytes);
        return new OpenedPackage(refusals, () -> {
            refuseOthers(refusals, new ByteArrayInputStream(archive));
            return ZipFiles.open(refusals, () -> new ArchiveBytes.InMemory(archive));
        });
    }

    private static byte[] bytes(Refusals refusals, InputStream bytes) {
        int most = (int) Math.min(IN_MEMORY, refusals.limits().of(Limit.ARCHIVE));
        try {
            byte[] archive = bytes.readNBytes(most);
            if (bytes.read() >= 0) {
                throw refusals.refused(
                        "it is read from a stream, into memory, and has more than " + most + " bytes",
                        "Save it as a file, and give its path to SolutionPackage.open");
            }
            return archive;
        } catch (IOException failed) {
            throw unreadable(refusals, failed);
        }
    }

    private static void refuseOthers(Refusals refusals, InputStream bytes) throws IOException {
        NoSolution.of(refusals, bytes.readNBytes(START)).ifPresent(refused -> {
            throw refused;
        });
    }

    Refusals refusals() {
        return refusals;
    }

    SolutionFacts facts() {
        return use(opened -> new SolutionReader(refusals, opened).read());
    }

    void copy(String path, OutputStream target) {
        use(opened -> {
            PackageFile file = opened.find(path)
                    .orElseThrow(() -> refusals.refused(
                            "it has no file '" + Shown.name(path) + "'", "Give the path of one of its files"));
            try (InputStream bytes = opened.open(file)) {
                return bytes.transferTo(target);
            }
        });
    }

    void write(OutputStream target, PackageEdits edits) {
        use(opened -> {
            if (!(opened instanceof ZipFiles zip)) {
                throw refusals.refused("it is a folder, and only a zip is written again", "Zip what is in that folder");
            }
            new PackageWriter(refusals, zip, edits).write(target);
            return zip;
        });
    }

    private <T> T use(Use<T> use) {
        return with(opened -> {
            if (!opened.files().equals(files)) {
                throw refusals.refused("it changed after it was opened", "Open it again");
            }
            return use.of(opened);
        });
    }

    private <T> T with(Use<T> use) {
        try (PackageFiles opened = source.open()) {
            return use.of(opened);
        } catch (IOException failed) {
            throw unreadable(refusals, failed);
        }
    }

    private static MigrationException unreadable(Refusals refusals, IOException failed) {
        return refusals.refused(
                "its bytes could not be read or written (" + failed.getClass().getSimpleName() + ")",
                "Check that the file exists and may be read, and that there is room where it is written",
                failed);
    }

    /** Something that needs the opened files. */
    @FunctionalInterface
    private interface Use<T> {
        T of(PackageFiles opened) throws IOException;
    }
}
