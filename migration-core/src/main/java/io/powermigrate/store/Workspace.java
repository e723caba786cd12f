package io.powermigrate.store;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.TemporaryFolders;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Function;

/**
 * A folder in which bytes lie under their digest: what was put in once is found again, by any run. It holds what the
 * source holds, secrets too, so nobody but its owner can read it. Bytes stream, they are never held; a file is there
 * whole or not at all. Thread-safe, also between processes.
 */
public final class Workspace implements AutoCloseable {

    private static final long DEFAULT_LIMIT = 4L << 30;

    private final Path folder;
    private final boolean lasts;
    private final long limit;
    private final Derived derived;

    private Workspace(Path folder, boolean lasts, long limit, Derived derived) {
        this.folder = folder;
        this.lasts = lasts;
        this.limit = limit;
        this.derived = derived;
    }

    /**
     * The workspace in a folder, which is made if it is not there. A folder that others can read is taken from them where
     * it is the caller's and holds nothing but a workspace. What a killed process left half written is deleted once
     * nobody has written to it for an hour.
     *
     * @throws MigrationException when it cannot be made or written, is a symbolic link, or others can read it
     */
    public static Workspace at(Path folder) {
        return new Workspace(WorkspaceFolder.opened(folder), true, DEFAULT_LIMIT, new Derived());
    }

    /**
     * A workspace in a new folder among the temporary files, which goes when it is closed, or else with the JVM.
     *
     * @throws MigrationException when it cannot be made
     */
    public static Workspace temporary() {
        try {
            return new Workspace(TemporaryFolders.ofThisProcess().make(), false, DEFAULT_LIMIT, new Derived());
        } catch (IOException e) {
            throw new MigrationException(
                    "No temporary folder could be made because " + e, "Give a folder with Workspace.at", e);
        }
    }

    /**
     * The same workspace with another limit for the size of one file; 4 GiB unless said otherwise.
     *
     * @param bytes at least 1
     */
    public Workspace limitedTo(long bytes) {
        if (bytes < 1) {
            throw new MigrationException(
                    "The workspace " + folder + " was not limited because the limit is " + bytes, "Give at least 1");
        }
        return new Workspace(folder, lasts, bytes, derived);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /**
     * Puts bytes in, to the end of the stream, which stays open; the same bytes are kept once.
     *
     * @throws MigrationException when they are more than the limit, cannot be read, or cannot be written; then nothing
     *     of them stays
     */
    public Artifact put(String name, String mediaType, InputStream bytes) {
        return put(name, mediaType, bytes, limit, "");
    }

    /**
     * As {@link #put(String, String, InputStream)}, for bytes that must not be more than a limit of their own.
     *
     * @param most in bytes; the limit of the workspace holds too
     * @param remedy what to do where they are more than that, one imperative sentence without a full stop
     */
    public Artifact put(String name, String mediaType, InputStream bytes, long most, String remedy) {
        try (Incoming incoming = Incoming.in(folder, name)) {
            incoming.take(bytes, Math.min(most, limit), most < limit ? Optional.of(remedy) : Optional.empty());
            return incoming.kept(mediaType, lasts);
        } catch (IOException e) {
            requireOpen("\"" + name + "\" was not kept");
            throw WorkspaceFolder.notWritten("\"" + name + "\" was not kept", folder, e);
        }
    }

    /** Whether the bytes are here, all of them. */
    public boolean holds(Artifact artifact) {
        return Incoming.isWhole(folder.resolve(artifact.sha256()), artifact.size());
    }

    /**
     * The file that the bytes are in; not to be changed.
     *
     * @throws MigrationException when there is none, it is a symbolic link, or it has another size
     */
    public Path file(Artifact artifact) {
        Path file = folder.resolve(artifact.sha256());
        String what = "\"" + artifact.name() + "\" (" + artifact.sha256().substring(0, 12) + "…) was not found";
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            requireOpen(what);
            throw new MigrationException(
                    what + " because the workspace " + folder + " does not hold it",
                    "Give the workspace that was used when the inventory was read, or read it again");
        }
        BasicFileAttributes found = attributes(file);
        if (!found.isRegularFile() || found.size() != artifact.size()) {
            String instead = found.isRegularFile()
                    ? "has " + found.size() + " bytes instead of " + artifact.size()
                    : "is no file";
            throw new MigrationException(
                    what + " because " + file + " " + instead, "Delete it, then read the source again");
        }
        return file;
    }

    /**
     * Lets an artifact be found again by a name, in place of the one that had it. The name should say everything that the
     * bytes were made of, such as an environment, a package and the state of what is in it: it is never out of date then.
     *
     * @param name any text without secrets, for programs
     * @throws MigrationException when the workspace does not hold the bytes, or the name cannot be written
     */
    public void remember(String name, Artifact artifact) {
        file(artifact);
        try {
            new NamesFolder(folder).put(name, artifact);
        } catch (IOException e) {
            throw WorkspaceFolder.notWritten("\"" + artifact.name() + "\" was not remembered", folder, e);
        }
    }

    /** The artifact that was {@linkplain #remember remembered} by a name, by any run; empty where its bytes are not here. */
    public Optional<Artifact> find(String name) {
        return new NamesFolder(folder).find(name).filter(this::holds);
    }

    /**
     * The artifact with these bytes.
     *
     * @param sha256 their digest, 64 lower-case hex digits
     * @param name what people call it, see {@link Artifact}
     * @return empty where the bytes are not here
     */
    public Optional<Artifact> withDigest(String sha256, String name, String mediaType) {
        Path file = folder.resolve(new Artifact(name, mediaType, sha256, 0).sha256());
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(
                        new Artifact(name, mediaType, sha256, attributes(file).size()))
                : Optional.empty();
    }

    /**
     * What is found out of the bytes alone, such as the facts of a document: made when it is first asked for, then kept by
     * their digest, in this object and as long as there is memory for it.
     *
     * @param type of what is found; one of each type is kept
     * @param make makes it of the file; pure, and what it makes is immutable
     * @throws MigrationException as {@link #file}, or when it cannot be made
     */
    public <T> T derived(Artifact artifact, Class<T> type, Function<Path, T> make) {
        Path file = file(artifact);
        return derived.of(artifact, type, () -> make.apply(file));
    }

    /**
     * The bytes; the caller closes the stream. Reading it to its end fails when they are no longer those that were put
     * in.
     */
    public InputStream open(Artifact artifact) {
        try {
            Path file = file(artifact);
            return new VerifiedStream(Files.newInputStream(file), file, artifact.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder for people: what {@link #putByHand} writes. It is made when it is first needed. */
    public Path byHand() {
        return ByHandFolder.of(folder);
    }

    /**
     * Copies the bytes into {@link #byHand} under a name that people read, {@link Artifact#fileName}. A file that holds
     * them already stays as it is; one that was changed is written again.
     *
     * @return the file; only its owner may read it
     * @throws MigrationException when the workspace does not hold the bytes, or the file cannot be written
     */
    public Path putByHand(Artifact artifact) {
        file(artifact);
        try {
            return new ByHandFolder(this, lasts).put(artifact);
        } catch (IOException e) {
            throw WorkspaceFolder.notWritten("\"" + artifact.fileName() + "\" was not written", folder, e);
        }
    }

    /** Whether it goes when it is closed, with everything in it. */
    public boolean isTemporary() {
        return !lasts;
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

    private void requireOpen(String what) {
        if (!lasts && !Files.exists(folder)) {
            throw new MigrationException(
                    what + " because the temporary workspace " + folder + " is closed",
                    "Use it before it is closed, or keep it with Workspace.at");
        }
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one line: the folder, and whether it lasts. */
    @Override
    public String toString() {
        return Shown.message("Workspace " + folder + (lasts ? "" : ", temporary"));
    }
}
