package io.powermigrate.canvas;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of entries at the end of a zip. Strict where two readers could see two documents: one end record at the end, the directory
 * right before it. Behind the end zeros may stand, and a name may be there twice (wire/msapp.md, section 10). Real documents need
 * no more (section 1.1): no zip64, no comment, no flags.
 */
final class CentralDirectory {

    private static final int END = 0x06054b50;
    private static final int LINE = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int LINE_SIZE = 46;
    private static final int MAX_COMMENT = 0xffff;
    private static final int CHUNK = 64 << 10;
    private static final int MAX_DIRECTORY = 16 << 20;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final long ZIP64 = 0xffffffffL;
    private static final String AGAIN = "Export or download the document again";

    private final Reading reading;
    private final Archive archive;
    private final Map<String, ArchiveEntry> firsts = new HashMap<>();
    private long start;
    private long endPosition;

    CentralDirectory(Reading reading, Archive archive) {
        this.reading = reading;
        this.archive = archive;
    }

    /** The entries in the order of the directory. */
    List<ArchiveEntry> entries() throws IOException {
        ByteBuffer end = end();
        int count = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        start = Integer.toUnsignedLong(end.getInt(16));
        check(count, size, endPosition);
        ByteBuffer lines = archive.region(start, (int) size);
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(line(lines));
        }
        if (lines.hasRemaining()) {
            throw incomplete("its end record counts " + count + " entries, but its central directory goes on");
        }
        return List.copyOf(entries);
    }

    private void check(int count, long size, long directoryEnd) {
        if (count == 0xffff || size == ZIP64 || start == ZIP64) {
            throw reading.refused("it is a zip64 archive, which no canvas document is", AGAIN);
        }
        if (count > reading.limits().entries()) {
            throw reading.beyond(
                    "it",
                    "has " + count + " entries",
                    "entries",
                    reading.limits().entries());
        }
        if (size > MAX_DIRECTORY) {
            throw reading.refused(
                    "its list of entries has " + size + " bytes, and no canvas document has more than " + MAX_DIRECTORY,
                    "Do not use this file");
        }
        if (start + size != directoryEnd) {
            throw incomplete("its central directory is not where its end record says");
        }
    }

    /** Offset of the directory: no entry reaches beyond it. */
    long start() {
        return start;
    }

    /** The end record; what follows it may be zeros only. */
    private ByteBuffer end() throws IOException {
        if (archive.size() < END_SIZE) {
            throw incomplete(archive.size() == 0 ? "it is empty" : "it has only " + archive.size() + " bytes");
        }
        long content = archive.size() - zerosAtEnd();
        long to = Math.min(archive.size(), content + END_SIZE);
        long from = Math.max(0, content - END_SIZE - MAX_COMMENT);
        ByteBuffer tail = archive.region(from, (int) (to - from));
        boolean met = false;
        for (int i = tail.limit() - END_SIZE; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                met = true;
                long after = from + i + END_SIZE + Short.toUnsignedInt(tail.getShort(i + 20));
                if (after >= content && after <= archive.size()) {
                    endPosition = from + i;
                    return tail.slice(i, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
                }
            }
        }
        throw noEnd(met);
    }

    private long zerosAtEnd() throws IOException {
        for (long end = archive.size(); end > 0; ) {
            int length = (int) Math.min(end, CHUNK);
            ByteBuffer chunk = archive.region(end - length, length);
            for (int i = length - 1; i >= 0; i--) {
                if (chunk.get(i) != 0) {
                    return archive.size() - (end - length + i + 1);
                }
            }
            end -= length;
        }
        return archive.size();
    }

    private MigrationException noEnd(boolean met) throws IOException {
        int first = archive.region(0, 4).getInt(0);
        if (first != LOCAL && first != END) {
            return reading.refused(
                    "it is not a zip: it begins with the bytes " + Integer.toHexString(Integer.reverseBytes(first))
                            + ", not with 'PK'",
                    "Check that the file is the .msapp itself and not an error page or another format");
        }
        return incomplete(
                met
                        ? "bytes that are not zero follow its end record"
                        : "the central directory at its end is missing (the file has " + archive.size() + " bytes)");
    }

    private ArchiveEntry line(ByteBuffer lines) {
        if (lines.remaining() < LINE_SIZE || lines.getInt(lines.position()) != LINE) {
            throw incomplete("its central directory is broken at byte " + (start + lines.position()));
        }
        int at = lines.position();
        int nameLength = Short.toUnsignedInt(lines.getShort(at + 28));
        int rest = Short.toUnsignedInt(lines.getShort(at + 30)) + Short.toUnsignedInt(lines.getShort(at + 32));
        if (lines.remaining() < LINE_SIZE + nameLength + rest) {
            throw incomplete("its central directory ends inside an entry");
        }
        byte[] name = new byte[nameLength];
        lines.get(at + LINE_SIZE, name).position(at + LINE_SIZE + nameLength + rest);
        String stored = EntryName.decode(name);
        ArchiveEntry entry = new ArchiveEntry(
                stored,
                EntryName.of(stored),
                Short.toUnsignedInt(lines.getShort(at + 10)),
                Integer.toUnsignedLong(lines.getInt(at + 16)),
                Integer.toUnsignedLong(lines.getInt(at + 20)),
                Integer.toUnsignedLong(lines.getInt(at + 24)),
                Integer.toUnsignedLong(lines.getInt(at + 42)),
                new ArchiveEntry.Line(start + at, LINE_SIZE + nameLength + rest));
        check(entry, Short.toUnsignedInt(lines.getShort(at + 8)));
        return entry;
    }

    private void check(ArchiveEntry entry, int flags) {
        String name = Reading.shown(entry.name());
        if (entry.name().length() > reading.limits().entryName()) {
            throw reading.entryBeyond(
                    entry.name(),
                    "has a name of " + entry.name().length() + " characters",
                    "entryName",
                    reading.limits().entryName());
        }
        entry.key().objection().ifPresent(objection -> {
            throw reading.refused("the name of its entry '" + name + "' " + objection, "Do not use this file");
        });
        checkTwin(entry);
        if ((flags & ENCRYPTED) != 0) {
            throw reading.refused("its entry '" + name + "' is encrypted", "Give the document without a password");
        }
        if (entry.method() != ArchiveEntry.DEFLATED && entry.method() != ArchiveEntry.STORED) {
            throw reading.refused(
                    "its entry '" + name + "' is compressed by method " + entry.method() + ", not by deflate (8)",
                    "Pack the document again with deflate");
        }
        if (entry.compressed() == ZIP64 || entry.size() == ZIP64 || entry.offset() == ZIP64) {
            throw reading.refused("its entry '" + name + "' has zip64 sizes, which no canvas document has", AGAIN);
        }
    }

    /** Of entries with the very same name the service takes the first one; how it tells upper from lower case is not known. */
    private void checkTwin(ArchiveEntry entry) {
        ArchiveEntry first = firsts.putIfAbsent(entry.key().folded(), entry);
        if (first != null && !first.key().path().equals(entry.key().path())) {
            throw reading.refused(
                    "the names of its entries '" + Reading.shown(first.name()) + "' and '" + Reading.shown(entry.name())
                            + "' differ in case only, so it is unclear which one counts",
                    "Remove one of the two");
        }
    }

    /** Whether it counts: not where another one of its name stands before it. */
    boolean counts(ArchiveEntry entry) {
        return entry.equals(firsts.get(entry.key().folded()));
    }

    MigrationException incomplete(String because) {
        return reading.refused("it is not a complete zip: " + because, AGAIN);
    }
}
