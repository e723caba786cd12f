package io.powermigrate.canvas;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes an archive that is like another one: entries are copied as they lie there or deflated anew, with their headers, so that names,
 * time stamps, makers and order stay. Sizes stand in the headers, never behind the data. Equal input gives equal bytes. In memory is one
 * deflated entry at most.
 */
final class ArchiveCopy {

    private static final int LOCAL_SIZE = 30;
    private static final int CHUNK = 64 << 10;
    private static final int SIZES_FOLLOW = 8;
    private static final long MOST = 0xfffffffeL;

    private final Archive source;
    private final OutputStream target;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long position;
    private int entries;

    ArchiveCopy(Archive source, OutputStream target) {
        this.source = source;
        this.target = new BufferedOutputStream(target, CHUNK);
    }

    /** The entry as it is: the same compressed bytes. */
    void copy(ArchiveEntry entry) throws IOException {
        begin(entry, new Facts(entry.method(), entry.crc(), entry.compressed(), entry.size()));
        source.transfer(entry, target);
        position += entry.compressed();
    }

    /** The entry with other content. */
    void replace(ArchiveEntry entry, Content content) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        CRC32 crc = new CRC32();
        long size;
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(deflated, deflater, CHUNK)) {
            content.writeTo(new CheckedOutputStream(deflating, crc));
            deflating.finish();
            size = deflater.getBytesRead();
        } finally {
            deflater.end();
        }
        begin(entry, new Facts(ArchiveEntry.DEFLATED, crc.getValue(), deflated.size(), size));
        deflated.writeTo(target);
        position += deflated.size();
    }

    private void begin(ArchiveEntry entry, Facts facts) throws IOException {
        if (position > MOST) {
            throw new IOException("the copy would need zip64, which no canvas document is");
        }
        ByteBuffer line = source.region(entry.line().position(), entry.line().length());
        facts.into(line, 8);
        line.putInt(42, (int) position);
        directory.write(line.array());
        entries++;
        ByteBuffer header = source.header(entry);
        facts.into(header, 6);
        target.write(header.array());
        position += header.capacity();
    }

    /** Writes the directory; the target stays open. */
    void finish() throws IOException {
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50);
        end.putInt(0).putShort((short) entries).putShort((short) entries);
        end.putInt(directory.size()).putInt((int) position).putShort((short) 0);
        directory.writeTo(target);
        target.write(end.array());
        target.flush();
    }

    /** Writes the content of an entry. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** What a local header and a line of the directory have in common. */
    private record Facts(int method, long crc, long compressed, long size) {

        /** Flags stand at the offset, then method, time, date, CRC and sizes. */
        private void into(ByteBuffer header, int offset) {
            header.putShort(offset, (short) (header.getShort(offset) & ~SIZES_FOLLOW));
            header.putShort(offset + 2, (short) method);
            header.putInt(offset + 8, (int) crc);
            header.putInt(offset + 12, (int) compressed);
            header.putInt(offset + 16, (int) size);
        }
    }
}
