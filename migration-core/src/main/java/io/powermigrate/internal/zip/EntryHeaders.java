package io.powermigrate.internal.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The two headers of one entry of a copy, which tell the same facts.
 *
 * @param local before its content
 * @param line in the directory
 */
record EntryHeaders(ByteBuffer local, ByteBuffer line) {

    /** The largest number in a zip without zip64. */
    static final long MOST = 0xfffffffeL;

    private static final int SIZES_FOLLOW = 8;
    private static final short VERSION = 20;

    /** 1 January 1980, the first day a zip can say. */
    private static final int DATE = 0x00210000;

    /** As they are in an archive: name, time and extra fields stay. */
    static EntryHeaders of(Archive archive, ArchiveEntry entry) throws IOException {
        return new EntryHeaders(archive.header(entry), archive.line(entry));
    }

    /** As the service writes them: no flags, no extra field, no time. */
    static EntryHeaders plain(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer local = buffer(30 + bytes.length).putInt(0x04034b50).putShort(VERSION);
        local.putInt(10, DATE).putShort(26, (short) bytes.length).put(30, bytes);
        ByteBuffer line = buffer(46 + bytes.length).putInt(0x02014b50);
        line.putShort(VERSION).putShort(VERSION);
        line.putInt(12, DATE).putShort(28, (short) bytes.length).put(46, bytes);
        return new EntryHeaders(local, line);
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Puts in what is known of the content and where the entry begins. Sizes stand in the headers, never behind the data. */
    void set(Facts facts, long offset) throws IOException {
        if (facts.compressed() > MOST || facts.size() > MOST || offset > MOST) {
            throw new IOException("a zip of more than 4 GB would need zip64, which the service does not write");
        }
        facts.into(local, 6);
        facts.into(line, 8);
        line.putInt(42, (int) offset);
    }

    /** What both headers tell of the content. */
    record Facts(int method, long crc, long compressed, long size) {

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
