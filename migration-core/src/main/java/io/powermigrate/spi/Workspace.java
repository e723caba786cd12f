package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.TemporaryFolders;
import io.powermigrate.model.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A folder in which bytes lie under their digest: what was put in once is found again, by any run. Bytes stream, they
 * are never held. Thread-safe, also between processes.
 */
public final class Workspace implements AutoCloseable {

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /**
     * The workspace in a folder, which is made if it is not there.
     *
     * @throws MigrationException when it cannot be made or written
     */
    public static Workspace at(Path folder) {
        try {
            return new Workspace(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new MigrationException(
                    "The workspace " + folder + " could not be opened because " + e,
                    "Give a folder that can be written",
                    e);
        }
    }

    /** A workspace in a new folder among the temporary files, which goes when it is closed, or else with the JVM. */
    public static Workspace temporary() {
        try {
            return new Workspace(TemporaryFolders.ofThisProcess().make());
        } catch (IOException e) {
            throw new MigrationException(
                    "No temporary folder could be made because " + e, "Give a folder with Workspace.at", e);
        }
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Puts bytes in, to the end of the stream, which stays open; the same bytes are kept once. */
    public Artifact put(String name, String mediaType, InputStream bytes) {
        try {
            Path incoming = Files.createTempFile(folder, "incoming-", ".part");
            try {
                DigestInputStream digesting = new DigestInputStream(bytes, sha256());
                long size = Files.copy(digesting, incoming, StandardCopyOption.REPLACE_EXISTING);
                String digest =
                        HexFormat.of().formatHex(digesting.getMessageDigest().digest());
                Path kept = folder.resolve(digest);
                if (!Files.exists(kept)) { // at once, or whoever puts or reads the same bytes now would miss them
                    Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE);
                }
                return new Artifact(name, mediaType, digest, size);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "\"" + name + "\" was not kept in the workspace " + folder + " because " + e,
                    "Make room there, or see why its source broke off, and run again",
                    e);
        }
    }

    /** Whether the bytes are here. */
    public boolean holds(Artifact artifact) {
        return Files.exists(folder.resolve(artifact.sha256()));
    }

    /** The file that the bytes are in; not to be changed. */
    public Path file(Artifact artifact) {
        Path file = folder.resolve(artifact.sha256());
        if (!Files.exists(file)) {
            throw new MigrationException(
                    "\"" + artifact.name() + "\" (" + artifact.sha256().substring(0, 12)
                            + "…) was not found because the workspace " + folder + " does not hold it",
                    "Give the workspace that was used when the inventory was read, or read it again");
        }
        return file;
    }

    /** The bytes; the caller closes the stream. */
    public InputStream open(Artifact artifact) {
        try {
            return Files.newInputStream(file(artifact));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a temporary workspace with everything in it; another one stays, and can still be used. */
    @Override
    public void close() {
        try {
            TemporaryFolders.ofThisProcess().giveBack(folder);
        } catch (IOException e) {
            throw new MigrationException(
                    "The temporary workspace " + folder + " was not deleted because " + e, "Delete the folder", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
