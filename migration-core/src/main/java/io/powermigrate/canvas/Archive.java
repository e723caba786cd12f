package io.powermigrate.canvas;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;

/** An opened zip: its entries, and the inflated bytes of each, counted against the limits. For one thread. */
final class Archive implements Closeable {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int CHUNK = 64 << 10;

    private final Reading reading;
    private final ArchiveBytes bytes;
    private final long size;
    private final CentralDirectory directory;
    private final List<ArchiveEntry> all;
    private final List<ArchiveEntry> entries;
    private long inflated;

    private Archive(Reading reading, ArchiveBytes bytes) throws IOException {
        this.reading = reading;
        this.bytes = bytes;
        this.size = bytes.size();
        if (size > reading.limits().archive()) {
            throw reading.beyond(
                    "it", "has " + size + " bytes", "archive", reading.limits().archive());
        }
        this.directory = new CentralDirectory(reading, this);
        this.all = directory.entries();
        this.entries = all.stream().filter(directory::counts).toList();
    }

    /** Opens the archive, or closes the bytes and says why not. */
    static Archive open(Reading reading, ArchiveBytes.Source source) throws IOException {
        ArchiveBytes bytes = source.open();
        try {
            return new Archive(reading, bytes);
        } catch (IOException | RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /** The entries that count, in the order of the directory: of several with one name the first. */
    List<ArchiveEntry> entries() {
        return entries;
    }

    /** Also those that do not count, which a copy keeps. */
    List<ArchiveEntry> all() {
        return all;
    }

    /** Names that occur more than once. */
    List<String> repeated() {
        return all.stream()
                .filter(entry -> !directory.counts(entry))
                .map(ArchiveEntry::name)
                .distinct()
                .toList();
    }

    long size() {
        return size;
    }

    /** SHA-256 of the archive itself, lower-case hex. */
    String sha256() throws IOException {
        MessageDigest digest = Digests.sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = 0; at < size; ) {
            chunk.clear();
            int count = bytes.read(chunk, at);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            digest.update(chunk.flip());
            at += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The inflated bytes of an entry. Reading to the end checks size and CRC; the stream throws MigrationException beyond a limit. */
    EntryStream open(ArchiveEntry entry) throws IOException {
        return stream(entry, this::inflate);
    }

    /** As {@link #open}, for an entry that was read before: not counted again. */
    EntryStream again(ArchiveEntry entry) throws IOException {
        return stream(entry, counted -> {});
    }

    private EntryStream stream(ArchiveEntry entry, IntConsumer total) throws IOException {
        long data = dataOf(entry);
        return new EntryStream(reading, entry, new Stored(bytes, data, data + entry.compressed()), total);
    }

    /** The local header of an entry, with its name and extra field. */
    ByteBuffer header(ArchiveEntry entry) throws IOException {
        return region(entry.offset(), (int) (dataOf(entry) - entry.offset()));
    }

    /** The bytes of an entry as they lie in the archive. */
    void transfer(ArchiveEntry entry, OutputStream target) throws IOException {
        long data = dataOf(entry);
        new Stored(bytes, data, data + entry.compressed()).transferTo(target);
    }

    /** The archive itself. */
    void transfer(OutputStream target) throws IOException {
        new Stored(bytes, 0, size).transferTo(target);
    }

    /** Inflated bytes of all entries that were read so far. */
    long inflated() {
        return inflated;
    }

    ByteBuffer region(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (bytes.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private void inflate(int count) {
        inflated += count;
        if (inflated > reading.limits().total()) {
            throw reading.beyond(
                    "its entries",
                    "hold more than that many bytes",
                    "total",
                    reading.limits().total());
        }
    }

    private long dataOf(ArchiveEntry entry) throws IOException {
        String name = Reading.shown(entry.name());
        if (entry.offset() + LOCAL_SIZE > directory.start()) {
            throw directory.incomplete("its entry '" + name + "' is missing");
        }
        ByteBuffer header = region(entry.offset(), LOCAL_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        long data = entry.offset() + LOCAL_SIZE + nameLength + Short.toUnsignedInt(header.getShort(28));
        if (header.getInt(0) != LOCAL || data + entry.compressed() > directory.start()) {
            throw directory.incomplete("its entry '" + name + "' is missing or cut");
        }
        byte[] local = region(entry.offset() + LOCAL_SIZE, nameLength).array();
        if (!EntryName.decode(local).equals(entry.name())) {
            throw reading.refused(
                    "its entry '" + name + "' is called '" + Reading.shown(EntryName.decode(local))
                            + "' in its own header",
                    "Do not use this file");
        }
        return data;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** The stored (compressed) bytes of one entry as a stream. */
    private static final class Stored extends InputStream {
        private final ArchiveBytes bytes;
        private final long end;
        private long at;

        Stored(ArchiveBytes bytes, long start, long end) {
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
            at += Math.max(count, 0);
            return count;
        }
    }
}
