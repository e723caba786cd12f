package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines in a file, each ended by LF and forced to the disk before {@link #append} returns. A last line without its end was
 * being written when its process died; it counts as never written. A second file is locked by the writer and says who
 * that is. Random access files, because an interrupt of the thread closes a channel in the middle of a line.
 */
final class FileStore implements JournalStore {

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final Path file;
    private final LockFile lock;
    private @Nullable RandomAccessFile writer;

    private FileStore(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("journal.jsonl");
        this.lock = new LockFile(folder);
    }

    static FileStore in(Path folder) {
        try {
            OwnerOnly.folder(folder);
            requireNobodyElseWrites(folder);
        } catch (IOException e) {
            throw broken(folder, "could not be opened", e);
        }
        return new FileStore(folder);
    }

    /** Who may write into the folder can put another journal in place of this one. */
    private static void requireNobodyElseWrites(Path folder) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null && !Collections.disjoint(posix.readAttributes().permissions(), OTHERS_WRITE)) {
            throw new MigrationException(
                    "The journal " + folder + " was not opened because others may write into the folder",
                    "Take that right from them with chmod go-w, or give another folder");
        }
    }

    @Override
    public synchronized long read(long after, Consumer<String> lines) {
        if (!PlainFile.exists(file)) {
            return after;
        }
        try (RandomAccessFile reading = PlainFile.openedForReading(file)) {
            return new WholeLines(lines).read(reading, after);
        } catch (IOException e) {
            throw broken(folder, "could not be read", e);
        }
    }

    @Override
    public synchronized long append(String line) {
        RandomAccessFile lines = writer;
        if (lines == null) {
            throw new IllegalStateException("A line is written only by who holds the journal. Call hold first.");
        }
        try {
            lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            lines.getFD().sync();
            return lines.getFilePointer();
        } catch (IOException e) {
            throw broken(folder, "did not keep a line", e);
        }
    }

    @Override
    public synchronized Hold hold(String holder) {
        try {
            Closeable locked = lock.take(holder);
            try {
                writer = atItsEnd();
            } catch (IOException | RuntimeException | Error e) {
                locked.close();
                throw e;
            }
            return () -> release(locked);
        } catch (IOException e) {
            throw broken(folder, "could not be taken", e);
        }
    }

    /** Where the last whole line ends, writing goes on: what comes after it was never acknowledged. */
    private RandomAccessFile atItsEnd() throws IOException {
        RandomAccessFile lines = PlainFile.opened(file);
        long end = new WholeLines(line -> {}).read(lines, 0);
        lines.setLength(end);
        lines.seek(end);
        return lines;
    }

    private synchronized void release(Closeable locked) {
        RandomAccessFile lines = writer;
        writer = null;
        try {
            if (lines != null) {
                lines.close();
            }
            locked.close();
        } catch (IOException nothingIsLost) {
            // each line was forced to the disk when it was written, and the lock ends with its file
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    private static MigrationException broken(Path folder, String what, IOException e) {
        return new MigrationException(
                "The journal " + folder + " " + what + " because " + e,
                "Give a folder on a disk that has room and that you may write to",
                e);
    }
}
