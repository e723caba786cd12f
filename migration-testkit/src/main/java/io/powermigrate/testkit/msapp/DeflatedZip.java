package io.powermigrate.testkit.msapp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip as the service does: always deflate, flags 0 (so sizes and CRC stand before the data), no directory
 * entries, no extra fields, ASCII names (wire/msapp.md, section 1.1). {@link java.util.zip.ZipOutputStream} would set
 * the flag for data descriptors.
 */
final class DeflatedZip {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int VERSION = 20;
    private static final int DEFLATED = 8;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final LocalDateTime saved;
    private int entries;

    DeflatedZip(LocalDateTime saved) {
        this.saved = saved;
    }

    DeflatedZip add(String name, byte[] content) {
        byte[] packed = deflate(content);
        int offset = body.size();
        int4(body, LOCAL);
        common(body, name, content, packed.length);
        body.writeBytes(ascii(name));
        body.writeBytes(packed);
        int4(directory, CENTRAL);
        int2(directory, VERSION);
        common(directory, name, content, packed.length);
        zeros(directory, 10); // no comment, disk 0, no attributes
        int4(directory, offset);
        directory.writeBytes(ascii(name));
        entries++;
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(directory.toByteArray());
        int4(all, END);
        zeros(all, 4);
        int2(all, entries);
        int2(all, entries);
        int4(all, directory.size());
        int4(all, body.size());
        zeros(all, 2);
        return all.toByteArray();
    }

    private void common(ByteArrayOutputStream out, String name, byte[] content, int packed) {
        CRC32 crc = new CRC32();
        crc.update(content);
        int2(out, VERSION);
        int2(out, 0);
        int2(out, DEFLATED);
        int2(out, saved.getHour() << 11 | saved.getMinute() << 5 | saved.getSecond() / 2);
        int2(out, (saved.getYear() - 1980) << 9 | saved.getMonthValue() << 5 | saved.getDayOfMonth());
        int4(out, (int) crc.getValue());
        int4(out, packed);
        int4(out, content.length);
        int2(out, ascii(name).length);
        int2(out, 0);
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static void int2(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >>> 8);
    }

    private static void int4(ByteArrayOutputStream out, int value) {
        int2(out, value);
        int2(out, value >>> 16);
    }

    private static void zeros(ByteArrayOutputStream out, int count) {
        out.writeBytes(new byte[count]);
    }
}
