package io.powermigrate.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file; its end is only reached when they have the digest that the file is called by. */
final class VerifiedStream extends FilterInputStream {

    private final Path file;
    private final String sha256;
    private final MessageDigest digest = sha256();
    private boolean ended;

    VerifiedStream(InputStream bytes, Path file, String sha256) {
        super(bytes);
        this.file = file;
        this.sha256 = sha256;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
        } else if (count < 0 && !ended) {
            ended = true;
            verify();
        }
        return count;
    }

    /** Passes over bytes by reading them: they belong to the digest. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(Math.max(count, 0), 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IOException(
                    "The file " + file + " was changed after it was kept. Delete it, then read the source again.");
        }
    }
}
