package io.powermigrate.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of a folder: a file that one writer at a time has, and that says who that is. Locks of the operating system exclude other processes
 * only, and where a process closes such a file a second time its lock is gone; so this process keeps a list of its own.
 */
final class LockFile {

    /** Beyond all content, so that others can read who holds the lock also where locked bytes cannot be read. */
    private static final long HELD = Long.MAX_VALUE - 1;

    /** Locked while somebody takes the file or reads who has it: nobody is refused before the name is there. */
    private static final long NAMED = Long.MAX_VALUE - 2;

    private static final Map<Path, String> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path folder;

    LockFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the lock.
     *
     * @return what gives it back
     * @throws JournalHeldException when somebody else has it
     * @throws IOException when the file cannot be used
     */
    Closeable take(String holder) throws IOException {
        Path known = folder.toRealPath();
        String other = OF_THIS_PROCESS.putIfAbsent(known, holder);
        if (other != null) {
            throw held(other);
        }
        try {
            RandomAccessFile file = named(holder);
            return () -> giveBack(known, file);
        } catch (IOException | RuntimeException | Error e) {
            OF_THIS_PROCESS.remove(known);
            throw e;
        }
    }

    private static void giveBack(Path known, RandomAccessFile file) throws IOException {
        try {
            file.close();
        } finally {
            OF_THIS_PROCESS.remove(known);
        }
    }

    private RandomAccessFile named(String holder) throws IOException {
        RandomAccessFile file = PlainFile.opened(folder.resolve("journal.lock"));
        try {
            lock(file, holder);
            return file;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private void lock(RandomAccessFile file, String holder) throws IOException {
        FileLock naming = waited(file.getChannel());
        try {
            if (file.getChannel().tryLock(HELD, 1, false) == null) {
                throw held(content(file));
            }
            file.setLength(0);
            file.write(holder.getBytes(StandardCharsets.UTF_8));
        } finally {
            naming.release();
        }
    }

    /** An interrupt that came before does not count here: waiting takes as long as another one writes a name. */
    private static FileLock waited(FileChannel channel) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return channel.lock(NAMED, 1, false);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private JournalHeldException held(String holder) {
        return new JournalHeldException("The journal " + folder, holder.isEmpty() ? "another process" : holder);
    }

    private static String content(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(file.length(), 4096)];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
