package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.ArchiveLimits;
import io.powermigrate.internal.zip.ArchiveSubject;
import io.powermigrate.internal.zip.ArchiveWriter;
import io.powermigrate.internal.zip.EntryName;
import io.powermigrate.internal.zip.EntryStream;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An app package as a file. Of what a zip may be, the service takes less: every name once, as a path inside the package with slashes. Not
 * thread-safe; close it.
 */
final class PackageZip implements Closeable {

    /** Of what it is made of, a tree takes up to thirty times as much. Real definitions have at most 16 KB. */
    private static final int MAX_JSON = 4 << 20;

    private static final ArchiveSubject SUBJECT = new ArchiveSubject(
            "The app package was refused",
            "app package",
            "Copy or download the file again, completely",
            limit -> "Do not use this file: no app package of the service is as large");

    private final Archive archive;

    private PackageZip(Archive archive) {
        this.archive = archive;
    }

    /**
     * Opens a package.
     *
     * @throws MigrationException when it is no zip, or one that two readers could read in two ways
     */
    static PackageZip open(Path path) {
        return open(path, PackageZip::check);
    }

    /** Opens one that a person has zipped again, whatever its names look like: it is there to be written again. */
    static PackageZip zippedAgain(Path path) {
        return open(path, archive -> {});
    }

    private static PackageZip open(Path path, Consumer<Archive> check) {
        try {
            Archive archive = Archive.open(SUBJECT, ArchiveLimits.PACKAGE, () -> ArchiveBytes.InFile.open(path));
            try {
                check.accept(archive);
                return new PackageZip(archive);
            } catch (MigrationException refused) {
                archive.close();
                throw refused;
            }
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /**
     * The names of all entries as they stand there, to find out what a zip is; it may be no app package.
     *
     * @throws MigrationException when it is no zip
     */
    static List<String> names(Path path) {
        try {
            return Archive.names(SUBJECT, ArchiveLimits.PACKAGE, () -> ArchiveBytes.InFile.open(path));
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private static MigrationException unreadable(IOException failed) {
        return new MigrationException(
                "The app package could not be read because " + failed,
                "Check that the file exists and may be read, then run again",
                failed);
    }

    private static void check(Archive archive) {
        archive.repeated().stream().findFirst().ifPresent(name -> {
            throw refused("two of its entries are called " + EntryName.shown(name));
        });
        archive.entries().forEach(entry -> check(entry.name()));
    }

    private static void check(String name) {
        if (name.startsWith("/") || name.startsWith("\\") || name.contains(":")) {
            throw refused("the name of its entry " + EntryName.shown(name) + " leads out of it");
        }
        if (name.contains("\\")) {
            throw refused("its entry " + EntryName.shown(name)
                    + " has a backslash in its name, and the service writes slashes only");
        }
    }

    /** In the order of the directory. */
    List<ArchiveEntry> entries() {
        return archive.entries();
    }

    Optional<ArchiveEntry> find(String name) {
        return entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** An entry as JSON; at most 4 MiB inflated. */
    Document json(String name) throws IOException {
        ArchiveEntry entry = find(name).orElseThrow(() -> refused("it has no entry " + name));
        if (entry.size() > MAX_JSON) {
            throw refused("its entry " + name + " is larger than " + MAX_JSON + " bytes");
        }
        try (EntryStream bytes = archive.open(entry)) {
            return Document.parse(bytes.content());
        }
    }

    /** Copies the compressed bytes of an entry as they lie there. */
    void copy(ArchiveEntry entry, ArchiveWriter target) throws IOException {
        target.copyPlain(archive, entry);
    }

    /** Copies the content of an entry under another name. */
    void copyAs(String name, ArchiveEntry entry, ArchiveWriter target) throws IOException {
        try (EntryStream bytes = archive.open(entry)) {
            target.add(name, bytes::transferTo);
        }
    }

    /**
     * Takes the document inside out into the workspace.
     *
     * @param name what the document is called in the workspace
     */
    Artifact takenOut(ArchiveEntry document, String name, Workspace workspace, Limits limits) throws IOException {
        try (EntryStream bytes = archive.open(document)) {
            return DocumentFacts.kept(name, bytes, workspace, limits);
        }
    }

    static MigrationException refused(String because) {
        return SUBJECT.refused(because, "Export it again, and report it if it stays so");
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
