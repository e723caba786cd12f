package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.text.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
 * in another. A file that cannot be read or written costs a sign-in, nothing more. Links are not followed. Thread-safe.
 */
final class CacheFile implements ITokenCacheAccessAspect {

    private static final Log LOG = Log.of(CacheFile.class);

    /** Locks of files belong to the whole process, so its threads need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final CacheFolder folder;
    private final Path file;
    private final Optional<Seal> seal;
    private final ReentrantLock threads;
    private @Nullable CacheLock processes;

    CacheFile(Path folder, String name, Optional<Seal> seal) {
        this.folder = new CacheFolder(folder.toAbsolutePath().normalize());
        this.file = this.folder.path().resolve(name);
        this.seal = seal;
        this.threads = THREADS.computeIfAbsent(this.file, path -> new ReentrantLock());
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext context) {
        threads.lock();
        try {
            folder.open();
            processes = CacheLock.of(beside(".lock"));
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                CacheFolder.requireOwnFile(file);
                OwnerOnly.restrict(file);
                context.tokenCache().deserialize(text(bytes()));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn("The kept sign-in {} was not read because of {}; sign in again", file, e.toString());
        }
    }

    /** Without the lock nothing is written, as it could undo what another process has just kept. */
    @Override
    public void afterCacheAccess(ITokenCacheAccessContext context) {
        try {
            if (context.hasCacheChanged() && processes != null) {
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

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }

    private String text(byte[] bytes) throws GeneralSecurityException {
        byte[] open = seal.isPresent() ? seal.get().opened(bytes) : bytes;
        return new String(open, StandardCharsets.UTF_8);
    }

    private byte[] bytes(String text) throws GeneralSecurityException {
        byte[] open = text.getBytes(StandardCharsets.UTF_8);
        return seal.isPresent() ? seal.get().sealed(open) : open;
    }

    private void unlock() {
        CacheLock held = processes;
        processes = null;
        try {
            if (held != null) {
                held.close();
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
