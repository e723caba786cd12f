package io.powermigrate.internal.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of an archive, read at any position: a file stays a file, a stream was taken into memory before. */
public interface ArchiveBytes extends Closeable {

    /** Reads into the target from the position on; returns how many bytes, or -1 at the end. */
    int read(ByteBuffer target, long position) throws IOException;

    long size() throws IOException;

    /** So many bytes from the position on, little-endian. */
    default ByteBuffer region(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (read(buffer, position + buffer.position()) < 0) {
                throw shorter();
            }
        }
        return buffer.flip();
    }

    /** Bytes that were there before are not there any more. */
    static EOFException shorter() {
        return new EOFException("the file became shorter while it was read");
    }

    /** Where the bytes come from; opened for each use. */
    @FunctionalInterface
    interface Source {
        ArchiveBytes open() throws IOException;
    }

    /** A file, of which only the region at hand is in memory. */
    record InFile(FileChannel channel) implements ArchiveBytes {

        public static InFile open(Path path) throws IOException {
            return new InFile(FileChannel.open(path));
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** The compressed bytes of a stream; nobody writes to the array after construction. */
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(byte[] bytes) implements ArchiveBytes {

        @Override
        public int read(ByteBuffer target, long position) {
            if (position >= bytes.length) {
                return -1;
            }
            int count = (int) Math.min(target.remaining(), bytes.length - position);
            target.put(bytes, (int) position, count);
            return count;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
