package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.text.Log;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * MSAL4J's cache in a file: read before each use, written after each change. It is written beside the old one and put in
 * its place at once, so a process that dies leaves the old one. While it is used nobody else uses it, in this process or
 * in another. A file that cannot be read or written costs a sign-in, nothing more. Thread-safe.
 */
final class CacheFile implements ITokenCacheAccessAspect {

    private static final Log LOG = Log.of(CacheFile.class);

    /** Locks of files belong to the whole process, so its threads need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path folder;
    private final Path file;
    private final Optional<Seal> seal;
    private final ReentrantLock threads;
    private @Nullable FileChannel processes;

    CacheFile(Path folder, String name, Optional<Seal> seal) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = this.folder.resolve(name);
        this.seal = seal;
        this.threads = THREADS.computeIfAbsent(this.file, path -> new ReentrantLock());
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext context) {
        threads.lock();
        try {
            OwnerOnly.folder(folder);
            lockProcesses();
            if (Files.exists(file)) {
                OwnerOnly.restrict(file);
                context.tokenCache().deserialize(text(Files.readAllBytes(file)));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn("The kept sign-in {} was not read because of {}; sign in again", file, e.toString());
        }
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext context) {
        try {
            if (context.hasCacheChanged()) {
                replace(bytes(context.tokenCache().serialize()));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn("The sign-in was not kept in {} because of {}", file, e.toString());
        } finally {
            unlock();
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path fresh = beside(".new");
        Files.deleteIfExists(fresh);
        OwnerOnly.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text(byte[] bytes) throws GeneralSecurityException {
        byte[] open = seal.isPresent() ? seal.get().opened(bytes) : bytes;
        return new String(open, StandardCharsets.UTF_8);
    }

    private byte[] bytes(String text) throws GeneralSecurityException {
        byte[] open = text.getBytes(StandardCharsets.UTF_8);
        return seal.isPresent() ? seal.get().sealed(open) : open;
    }

    private void lockProcesses() throws IOException {
        Path lock = beside(".lock");
        try {
            OwnerOnly.create(lock);
        } catch (FileAlreadyExistsException e) {
            OwnerOnly.restrict(lock);
        }
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        processes = channel;
        channel.lock();
    }

    private void unlock() {
        FileChannel channel = processes;
        processes = null;
        try {
            if (channel != null) {
                // closing gives the lock back
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("The lock of {} was not closed cleanly: {}", file, e.getMessage());
        } finally {
            threads.unlock();
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
