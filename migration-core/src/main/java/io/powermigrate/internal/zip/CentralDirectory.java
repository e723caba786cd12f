package io.powermigrate.internal.zip;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
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

    private final ArchiveSubject subject;
    private final ArchiveLimits limits;
    private final ArchiveBytes bytes;
    private final long size;
    private final Map<String, ArchiveEntry> firsts = new HashMap<>();
    private long start;
    private long endPosition;

    CentralDirectory(ArchiveSubject subject, ArchiveLimits limits, ArchiveBytes bytes) throws IOException {
        this.subject = subject;
        this.limits = limits;
        this.bytes = bytes;
        this.size = bytes.size();
        if (size > limits.archive()) {
            throw subject.beyond("it", "has " + Counted.of(size, "byte"), "archive", limits.archive());
        }
    }

    /** The entries in the order of the directory, each checked. */
    List<ArchiveEntry> entries() throws IOException {
        List<Line> lines = lines();
        lines.forEach(this::check);
        return lines.stream().map(Line::entry).toList();
    }

    /** The names of all entries, not checked. */
    List<String> names() throws IOException {
        return lines().stream().map(line -> line.entry().name()).toList();
    }

    private List<Line> lines() throws IOException {
        ByteBuffer end = end();
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        start = Integer.toUnsignedLong(end.getInt(16));
        check(count, length, endPosition);
        ByteBuffer remaining = bytes.region(start, (int) length);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(remaining));
        }
        if (remaining.hasRemaining()) {
            throw incomplete("its end record counts " + Counted.of(count, "entry", "entries")
                    + ", but its central directory goes on");
        }
        return lines;
    }

    private void check(int count, long length, long directoryEnd) {
        if (count == 0xffff || length == ZIP64 || start == ZIP64) {
            throw subject.refused(
                    "it is a zip64 archive, which no " + subject.kind() + " is",
                    "Unpack it, and zip its files again without zip64 or give the folder with them");
        }
        if (count > limits.entries()) {
            throw subject.beyond("it", "has " + count + " entries", "entries", limits.entries());
        }
        if (length > MAX_DIRECTORY) {
            throw subject.refused(
                    "its list of entries has " + length + " bytes, and no " + subject.kind() + " has more than "
                            + MAX_DIRECTORY,
                    "Do not use this file");
        }
        if (start + length != directoryEnd) {
            throw incomplete("its central directory is not where its end record says");
        }
    }

    /** Offset of the directory: no entry reaches beyond it. */
    long start() {
        return start;
    }

    /** The end record; what follows it may be zeros only. */
    private ByteBuffer end() throws IOException {
        if (size < END_SIZE) {
            throw incomplete(size == 0 ? "it is empty" : "it has only " + Counted.of(size, "byte"));
        }
        long content = size - zerosAtEnd();
        long to = Math.min(size, content + END_SIZE);
        long from = Math.max(0, content - END_SIZE - MAX_COMMENT);
        ByteBuffer tail = bytes.region(from, (int) (to - from));
        boolean met = false;
        for (int i = tail.limit() - END_SIZE; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                met = true;
                long after = from + i + END_SIZE + Short.toUnsignedInt(tail.getShort(i + 20));
                if (after >= content && after <= size) {
                    endPosition = from + i;
                    return tail.slice(i, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
                }
            }
        }
        throw noEnd(met);
    }

    private long zerosAtEnd() throws IOException {
        for (long end = size; end > 0; ) {
            int length = (int) Math.min(end, CHUNK);
            ByteBuffer chunk = bytes.region(end - length, length);
            for (int i = length - 1; i >= 0; i--) {
                if (chunk.get(i) != 0) {
                    return size - (end - length + i + 1);
                }
            }
            end -= length;
        }
        return size;
    }

    private MigrationException noEnd(boolean met) throws IOException {
        int first = bytes.region(0, 4).getInt(0);
        if (first != LOCAL && first != END) {
            return subject.refused(
                    "it is not a zip: it begins with the bytes " + Integer.toHexString(Integer.reverseBytes(first))
                            + ", not with 'PK'",
                    "Check that the file is the " + subject.kind() + " itself and not an error page or another format");
        }
        return incomplete(
                met
                        ? "bytes that are not zero follow its end record"
                        : "the central directory at its end is missing (the file has " + Counted.of(size, "byte")
                                + ")");
    }

    /** A line of the directory as it stands there. */
    private record Line(ArchiveEntry entry, int flags) {}

    private Line line(ByteBuffer lines) {
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
        return new Line(entry, Short.toUnsignedInt(lines.getShort(at + 8)));
    }

    private void check(Line line) {
        ArchiveEntry entry = line.entry();
        String name = EntryName.shown(entry.name());
        if (entry.name().length() > limits.entryName()) {
            throw subject.beyond(
                    "its entry '" + name + "'",
                    "has a name of " + entry.name().length() + " characters",
                    "entryName",
                    limits.entryName());
        }
        entry.key().objection().ifPresent(objection -> {
            throw subject.refused("the name of its entry '" + name + "' " + objection, "Do not use this file");
        });
        checkTwin(entry);
        if ((line.flags() & ENCRYPTED) != 0) {
            throw subject.refused(
                    "its entry '" + name + "' is encrypted",
                    "Unpack it with its password and zip it again without one");
        }
        if (entry.method() != ArchiveEntry.DEFLATED && entry.method() != ArchiveEntry.STORED) {
            throw subject.refused(
                    "its entry '" + name + "' is compressed by method " + entry.method() + ", not by deflate (8)",
                    "Unpack it and zip it again with the method Deflate");
        }
        if (entry.compressed() == ZIP64 || entry.size() == ZIP64 || entry.offset() == ZIP64) {
            throw subject.refused(
                    "its entry '" + name + "' has zip64 sizes, which no " + subject.kind() + " has", subject.again());
        }
    }

    /** Of entries with the very same name the service takes the first one; how it tells upper from lower case is not known. */
    private void checkTwin(ArchiveEntry entry) {
        ArchiveEntry first = firsts.putIfAbsent(entry.key().folded(), entry);
        if (first != null && !first.key().path().equals(entry.key().path())) {
            throw subject.refused(
                    "the names of its entries '" + EntryName.shown(first.name()) + "' and '"
                            + EntryName.shown(entry.name())
                            + "' differ in case only, so it is unclear which one counts",
                    "Remove one of the two");
        }
    }

    /** Whether it counts: not where another one of its name stands before it. */
    boolean counts(ArchiveEntry entry) {
        return entry.equals(firsts.get(entry.key().folded()));
    }

    private MigrationException incomplete(String because) {
        return subject.incomplete(because);
    }
}
