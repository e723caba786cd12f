package io.powermigrate.auth;

import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.time.Time;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The lock of one cache among processes: held for the milliseconds of one read and write, so a process that holds it longer hangs,
 * and is not waited for. In real time, as other processes know no other.
 */
final class CacheLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FileChannel channel;

    private CacheLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws IOException when the file is a link or not ours, or when another process keeps the lock
     */
    static CacheLock of(Path file) throws IOException {
        return of(file, PATIENCE);
    }

    static CacheLock of(Path file, Duration patience) throws IOException {
        try {
            OwnerOnly.create(file);
        } catch (FileAlreadyExistsException e) {
            CacheFolder.requireOwnFile(file);
            OwnerOnly.restrict(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            take(channel, file, patience);
            return new CacheLock(channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static void take(FileChannel channel, Path file, Duration patience) throws IOException {
        Instant end = Time.system().now().plus(patience);
        while (channel.tryLock() == null) {
            if (Time.system().now().isAfter(end)) {
                throw new IOException("another process has kept the lock " + file + " for more than "
                        + patience.toSeconds() + " s; end that process");
            }
            Time.system().sleep(PAUSE);
        }
    }

    /** Closing the file gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
