package io.powermigrate.testkit.fake.internal.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips as the service does: deflate only, general-purpose flags 0, which {@code ZipOutputStream} cannot. */
final class ZipBytes {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short DEFLATED = 8;
    private static final int FIRST_YEAR = 1980;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final short time;
    private final short date;

    ZipBytes(Instant saved) {
        LocalDateTime at = LocalDateTime.ofInstant(saved, ZoneOffset.UTC);
        time = (short) (at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() >> 1);
        int year = Math.max(0, at.getYear() - FIRST_YEAR);
        date = (short) (year << 9 | at.getMonthValue() << 5 | at.getDayOfMonth());
    }

    byte[] write(List<Archive.Entry> entries) {
        entries.forEach(this::add);
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        short count = (short) entries.size();
        ByteBuffer end = little(22).putInt(END).putShort((short) 0).putShort((short) 0);
        end.putShort(count)
                .putShort(count)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private void add(Archive.Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] packed = deflate(entry.bytes());
        CRC32 crc = new CRC32();
        crc.update(entry.bytes());
        ByteBuffer common = little(26).putShort(VERSION).putShort((short) 0).putShort(DEFLATED);
        common.putShort(time).putShort(date).putInt((int) crc.getValue());
        common.putInt(packed.length)
                .putInt(entry.bytes().length)
                .putShort((short) name.length)
                .putShort((short) 0);
        directory.writeBytes(little(6).putInt(CENTRAL).putShort(VERSION).array());
        directory.writeBytes(common.array());
        directory.writeBytes(little(14).putInt(10, out.size()).array());
        directory.writeBytes(name);
        out.writeBytes(little(4).putInt(LOCAL).array());
        out.writeBytes(common.array());
        out.writeBytes(name);
        out.writeBytes(packed);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
