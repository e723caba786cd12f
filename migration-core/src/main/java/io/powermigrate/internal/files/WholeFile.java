package io.powermigrate.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written whole or not at all: under another name beside its own, to the disk, then moved into place. A
 * crash leaves what was there before. Only its owner may read it.
 */
public final class WholeFile {

    private static final int BUFFER = 64 << 10;

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /** Writes it; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, in place of one that is there; a link is followed.
     *
     * @throws IOException when it cannot be written, or the place holds something that is no file
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new FileSystemException(file.toString(), null, "it is no file that could be replaced");
        }
        Path part = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        OwnerOnly.create(part);
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.WRITE), BUFFER)) {
                content.writeTo(out);
            }
            force(part);
            move(part, place);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** To the disk, also in an interrupted thread, which would close the channel instead. */
    private static void force(Path file) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // a file system that cannot do better
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
