package io.powermigrate.cds.webapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Bytes as base64 while they are read: holds one block. The JDK encodes what is written only. For one thread. */
final class Base64Encoding extends InputStream {

    /** A multiple of 3, so that only the last block is padded. */
    private static final int BLOCK = 3 << 13;

    private final InputStream bytes;
    private byte[] encoded = new byte[0];
    private int at;

    Base64Encoding(InputStream bytes) {
        this.bytes = bytes;
    }

    /** How long the encoding of so many bytes is. */
    static long length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == encoded.length) {
            byte[] block = bytes.readNBytes(BLOCK);
            if (block.length == 0) {
                return -1;
            }
            encoded = Base64.getEncoder().encode(block);
            at = 0;
        }
        int count = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, buffer, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
