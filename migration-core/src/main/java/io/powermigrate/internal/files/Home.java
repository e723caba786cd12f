package io.powermigrate.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one process among the temporary files. Its mark says which process that is, and is locked as long as the
 * process lives: a lock ends with the process, however that ends, and holds between containers, whose process ids mean
 * nothing to each other.
 *
 * @param folder where it is
 * @param mark open and, where the file system can, locked
 */
record Home(Path folder, FileChannel mark) {

    private static final String PREFIX = "powermigrate-";
    private static final String MARK = "owner";

    /** The lock stands behind the text: where locks are strict, the text can still be read. */
    private static final long LOCKED = 1L << 30;

    static Home in(Path place) throws IOException {
        Path folder = OwnerOnly.newFolder(place, PREFIX);
        Path file = folder.resolve(MARK);
        OwnerOnly.create(file);
        FileChannel mark = FileChannel.open(file, StandardOpenOption.WRITE);
        locks(mark);
        mark.write(ByteBuffer.wrap(Owner.me().toText().getBytes(StandardCharsets.UTF_8)));
        return new Home(folder, mark);
    }

    /** Folders of a place that may be homes; the names alone say so. */
    static Stream<Path> candidates(Path place) throws IOException {
        return Files.list(place)
                .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Takes over a home whose process is gone.
     *
     * @return empty when its process lives, or when nothing says whose it is
     */
    static Optional<Home> abandoned(Path folder) throws IOException {
        Path file = folder.resolve(MARK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Owner.in(Files.readString(file)).map(Owner::isAlive).orElse(true)) {
            return Optional.empty();
        }
        FileChannel mark = FileChannel.open(file, StandardOpenOption.WRITE);
        if (locks(mark)) {
            return Optional.of(new Home(folder, mark));
        }
        mark.close();
        return Optional.empty();
    }

    /** Deletes everything in it, the mark at last: a home that is half deleted is still known as one. */
    void end() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(path -> !path.endsWith(MARK)).toList()) {
                Tree.delete(each);
            }
        } finally {
            mark.close();
        }
        Tree.delete(folder);
    }

    /** Whether nobody else has the lock; true where the file system has no locks. */
    private static boolean locks(FileChannel mark) {
        try {
            return mark.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
