package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * An app package as a file, read for copying: its directory, small entries as JSON, compressed bytes as they lie there.
 * Strict, because it comes from outside: every name once and inside the package, every entry inside the file, sizes
 * bounded. Not thread-safe; close it.
 */
final class PackageZip implements Closeable {

    private static final int END = 0x06054b50;
    private static final int LINE = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_DIRECTORY = 16 << 20;
    /** Of what it is made of, a tree takes up to thirty times as much. Real definitions have at most 16 KB. */
    private static final int MAX_JSON = 4 << 20;

    private static final String WHOLE = "Copy or download the file again, completely";

    private static final int ENCRYPTED = 0x2041;
    private static final long ZIP64 = 0xffffffffL;

    private final FileChannel file;
    private final long size;
    private final Map<String, ZipEntryLine> entries = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private PackageZip(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /**
     * Opens a package.
     *
     * @throws MigrationException when it is no zip, or one that two readers could read in two ways
     */
    static PackageZip open(Path path) {
        return opened(path, zip -> {
            for (Raw each : zip.directory()) {
                zip.add(each);
            }
            return zip;
        });
    }

    /**
     * The names of all entries as they stand there, to find out what a zip is; it may be no app package.
     *
     * @throws MigrationException when it is no zip
     */
    static List<String> names(Path path) {
        return opened(path, zip -> {
            List<String> names =
                    zip.directory().stream().map(each -> each.line().name()).toList();
            zip.close();
            return names;
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PackageZip zip) throws IOException;
    }

    private static <T> T opened(Path path, Use<T> use) {
        try {
            FileChannel file = FileChannel.open(path);
            try {
                return use.of(new PackageZip(file));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (EOFException e) {
            throw refused("it ends before its directory says", WHOLE);
        } catch (IOException e) {
            throw new MigrationException("The app package could not be read because " + e, "Run again", e);
        }
    }

    /** In the order of the directory. */
    List<ZipEntryLine> entries() {
        return List.copyOf(entries.values());
    }

    Optional<ZipEntryLine> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** An entry as JSON; at most 4 MiB inflated. */
    Document json(String name) throws IOException {
        ZipEntryLine line = find(name).orElseThrow(() -> refused("it has no entry " + name));
        if (line.compressed() > MAX_JSON || line.size() > MAX_JSON) {
            throw refused("its entry " + name + " is larger than " + MAX_JSON + " bytes");
        }
        byte[] stored = new byte[(int) line.compressed()];
        region(dataOf(line), stored.length).get(stored);
        Inflater inflater = new Inflater(true);
        try (InputStream raw = new ByteArrayInputStream(stored);
                InputStream bytes = line.method() == 0 ? raw : new InflaterInputStream(raw, inflater)) {
            byte[] content = bytes.readNBytes((int) line.size() + 1);
            if (content.length != line.size() || crc(content) != line.crc()) {
                throw refused("its entry " + name + " is damaged");
            }
            return Document.parse(content);
        } finally {
            inflater.end();
        }
    }

    /** Copies the compressed bytes of an entry as they lie there. */
    void copy(ZipEntryLine line, FileChannel target) throws IOException {
        long from = dataOf(line);
        long left = line.compressed();
        while (left > 0) {
            long copied = file.transferTo(from, left, target);
            if (copied <= 0) {
                throw new EOFException();
            }
            from += copied;
            left -= copied;
        }
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private long dataOf(ZipEntryLine line) throws IOException {
        ByteBuffer header = region(line.offset(), 30);
        if (header.getInt(0) != LOCAL) {
            throw refused("its entry " + line.name() + " is not where its directory says");
        }
        long data = line.offset()
                + 30
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
        if (data + line.compressed() > size) {
            throw refused("its entry " + line.name() + " reaches beyond its end");
        }
        return data;
    }

    /** A line of the directory as it stands there. */
    private record Raw(ZipEntryLine line, int flags) {}

    private List<Raw> directory() throws IOException {
        ByteBuffer end = end();
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        if (count == 0xffff || length == ZIP64 || start == ZIP64) {
            throw refused(
                    "it is a zip64 archive, which no app package is", "Unpack it and give the folder with its files");
        }
        if (count > MAX_ENTRIES || length > MAX_DIRECTORY || start + length > size) {
            throw refused(
                    "its directory is impossible: " + count + " entries, " + length + " bytes at " + start, WHOLE);
        }
        ByteBuffer lines = region(start, (int) length);
        List<Raw> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(line(lines));
        }
        return all;
    }

    private void add(Raw raw) {
        ZipEntryLine line = checked(raw.line(), raw.flags());
        if (!seen.add(line.name().toLowerCase(Locale.ROOT))) {
            throw refused("two of its entries are called " + line.name());
        }
        entries.put(line.name(), line);
    }

    private ByteBuffer end() throws IOException {
        int length = (int) Math.min(size, 22 + 0xffff);
        ByteBuffer tail = region(size - length, length);
        for (int at = length - 22; at >= 0; at--) {
            if (tail.getInt(at) == END && at + 22 + Short.toUnsignedInt(tail.getShort(at + 20)) == length) {
                return tail.slice(at, 22).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw refused("it is no complete zip", WHOLE);
    }

    private static Raw line(ByteBuffer lines) {
        int at = lines.position();
        if (lines.remaining() < 46 || lines.getInt(at) != LINE) {
            throw refused("its directory is broken");
        }
        int name = Short.toUnsignedInt(lines.getShort(at + 28));
        int rest = Short.toUnsignedInt(lines.getShort(at + 30)) + Short.toUnsignedInt(lines.getShort(at + 32));
        if (lines.remaining() < 46 + name + rest) {
            throw refused("its directory is broken");
        }
        byte[] bytes = new byte[name];
        lines.get(at + 46, bytes).position(at + 46 + name + rest);
        ZipEntryLine line = new ZipEntryLine(
                new String(bytes, StandardCharsets.UTF_8),
                Short.toUnsignedInt(lines.getShort(at + 10)),
                Integer.toUnsignedLong(lines.getInt(at + 16)),
                Integer.toUnsignedLong(lines.getInt(at + 20)),
                Integer.toUnsignedLong(lines.getInt(at + 24)),
                Integer.toUnsignedLong(lines.getInt(at + 42)));
        return new Raw(line, Short.toUnsignedInt(lines.getShort(at + 8)));
    }

    private static ZipEntryLine checked(ZipEntryLine line, int flags) {
        String name = line.name();
        if (name.isEmpty() || name.startsWith("/") || name.contains(":") || climbs(name)) {
            throw refused("the name of one of its entries leads out of it");
        }
        if (name.contains("\\")) {
            throw refused("its entry " + name + " has a backslash in its name, and the service writes slashes only");
        }
        if ((flags & ENCRYPTED) != 0) {
            throw refused(
                    "its entry " + name + " is encrypted", "Unpack it with its password and zip it again without one");
        }
        if (line.method() != 0 && line.method() != 8) {
            throw refused(
                    "its entry " + name + " is compressed by method " + line.method(),
                    "Unpack it and zip it again with the method Deflate");
        }
        if (line.compressed() == ZIP64 || line.size() == ZIP64 || line.offset() == ZIP64) {
            throw refused("its entry " + name + " has zip64 sizes, which no app package has");
        }
        return line;
    }

    private static boolean climbs(String name) {
        return List.of(name.split("/")).stream().anyMatch(part -> part.equals("..") || part.equals("."));
    }

    private ByteBuffer region(long at, int length) throws IOException {
        if (at < 0 || at + length > size) {
            throw new EOFException();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    static MigrationException refused(String because) {
        return refused(because, "Export it again, and report it if it stays so");
    }

    private static MigrationException refused(String because, String remedy) {
        return new MigrationException("The app package was refused because " + because, remedy);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
