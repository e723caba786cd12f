package io.powermigrate.internal.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A stretch of an archive as a stream: the compressed bytes of an entry as they lie there. */
final class StoredBytes extends InputStream {

    private static final int CHUNK = 64 << 10;

    private final ArchiveBytes bytes;
    private final long end;
    private long at;

    StoredBytes(ArchiveBytes bytes, long start, long end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at >= end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - at);
        int count = bytes.read(ByteBuffer.wrap(target, offset, wanted), at);
        if (count < 0) {
            throw ArchiveBytes.shorter();
        }
        at += count;
        return count;
    }

    @Override
    public long transferTo(OutputStream target) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long transferred = 0;
        for (int count = read(chunk, 0, CHUNK); count >= 0; count = read(chunk, 0, CHUNK)) {
            target.write(chunk, 0, count);
            transferred += count;
        }
        return transferred;
    }
}
