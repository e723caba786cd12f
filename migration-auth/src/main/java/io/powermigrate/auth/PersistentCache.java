package io.powermigrate.auth;

import io.powermigrate.internal.text.Shown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which sign-ins outlive the process, so that a user is not asked at every run. Each way to sign in, tenant
 * and application has a file of its own, readable by its owner only; give another folder for another user of the same
 * application. A file that is damaged, or sealed with another key, means signing in again; so does one that was
 * copied to the place of another. A folder that others may enter is closed to them if it holds nothing else, and not used
 * otherwise; links in it are not followed. Several processes may use one
 * folder. Immutable; the key is in no text.
 */
public final class PersistentCache {

    private final Path folder;
    private final @Nullable SecretKey key;

    private PersistentCache(Path folder, @Nullable SecretKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Keeps refresh tokens as they are: anyone who can read the files can act as the user. Made when it is first used. */
    public static PersistentCache in(Path folder) {
        return new PersistentCache(Objects.requireNonNull(folder, "folder"), null);
    }

    /**
     * The same folder, its files sealed with AES-GCM.
     *
     * @param secret an AES key of 128, 192 or 256 bits, from the key store of your system
     */
    public PersistentCache encryptedBy(SecretKey secret) {
        if (!secret.getAlgorithm().equalsIgnoreCase("AES")) {
            throw new IllegalArgumentException(
                    Shown.message("the cache wants a key for AES, not for " + secret.getAlgorithm()));
        }
        return new PersistentCache(folder, secret);
    }

    /** The file of one way to sign in to one tenant; no two share one. */
    CacheFile fileOf(Authority authority, String who) {
        String all = authority.base() + "|" + authority.tenant() + "|" + who;
        String name = digest(all) + ".tokens";
        return new CacheFile(folder, name, Optional.ofNullable(key).map(secret -> new Seal(secret, name)));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "PersistentCache[" + folder + (key == null ? "]" : ", encrypted]");
    }
}
