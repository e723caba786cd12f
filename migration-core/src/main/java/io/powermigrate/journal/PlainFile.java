package io.powermigrate.journal;

import io.powermigrate.internal.files.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Opens files that only their owner can read, and no links: a link would lead elsewhere. */
final class PlainFile {

    private PlainFile() {}

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** For reading and writing; made when it is not there. */
    static RandomAccessFile opened(Path path) throws IOException {
        if (!exists(path)) {
            OwnerOnly.create(path);
        }
        OwnerOnly.restrict(required(path));
        return new RandomAccessFile(required(path).toFile(), "rw");
    }

    static RandomAccessFile openedForReading(Path path) throws IOException {
        return new RandomAccessFile(required(path).toFile(), "r");
    }

    private static Path required(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "it is a link or no file");
        }
        return path;
    }
}
