package io.powermigrate.store;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.model.Artifact;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes on their way into a workspace: in a file of their own, which is gone at the end, whatever happens. */
final class Incoming implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final String name;
    private final Path part;
    private final FileOutputStream target;
    private final MessageDigest digest = VerifiedStream.sha256();
    private long size;

    private Incoming(Path folder, String name, Path part) throws IOException {
        this.folder = folder;
        this.name = name;
        this.part = part;
        this.target = new FileOutputStream(part.toFile()); // unlike a channel, an interrupt does not close it
    }

    static Incoming in(Path folder, String name) throws IOException {
        return new Incoming(folder, name, OwnerOnly.newFile(folder, "incoming-", ".part"));
    }

    /**
     * Takes bytes, to the end of the stream.
     *
     * @param most how many may be taken
     * @param remedy what to do where they are more and that is a limit of their own; empty where it is the workspace's
     */
    void take(InputStream bytes, long most, Optional<String> remedy) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(bytes, buffer); count >= 0; count = read(bytes, buffer)) {
            size += count;
            if (size > most) {
                throw new MigrationException(
                        "\"" + name + "\" was not kept because it has more than " + most + " bytes, "
                                + (remedy.isPresent()
                                        ? "the most that a file of its kind may have"
                                        : "the limit of the workspace"),
                        remedy.orElse("Raise the limit with Workspace.limitedTo, or leave it out of the scope"));
            }
            digest.update(buffer, 0, count);
            target.write(buffer, 0, count);
        }
    }

    /** Moves the bytes to their place, unless they are there already. */
    Artifact kept(String mediaType, boolean lasting) throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Path place = folder.resolve(sha256);
        if (!isWhole(place, size)) {
            if (lasting) {
                target.getFD().sync(); // else the name could outlive a crash without its bytes
            }
            target.close();
            Files.move(
                    part, place, StandardCopyOption.ATOMIC_MOVE); // at once, for anyone who puts or reads the same now
        }
        return new Artifact(name, mediaType, sha256, size);
    }

    static boolean isWhole(Path file, long size) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            target.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new MigrationException(
                    "\"" + name + "\" was not kept in the workspace " + folder + " because its source broke off: " + e,
                    "Check the source, then run again",
                    e);
        }
    }
}
