package io.powermigrate.testkit.fake.internal.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip in memory: a document or a package. Entry names are kept as they are; look-ups take either separator, any case and
 * overlook a leading separator (wire/msapp.md, section 1.1). Immutable as long as nobody writes into an entry's bytes.
 *
 * @param entries the entries, in the order of the archive
 */
public record Archive(List<Entry> entries) {
    private static final int END_OF_DIRECTORY = 22;
    private static final int LONGEST_COMMENT = 65_535;

    /** Copies the list. */
    public Archive {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param name its name as written in the zip
     * @param bytes its content, inflated
     */
    public record Entry(String name, byte[] bytes) {
        /** The name with slashes, without a leading one. */
        public String path() {
            String slashes = name.replace('\\', '/');
            return slashes.startsWith("/") ? slashes.substring(1) : slashes;
        }

        @Override
        public String toString() {
            return name + " (" + bytes.length + " bytes)";
        }
    }

    /**
     * Reads a whole zip.
     *
     * @throws IOException if the bytes are no complete zip
     */
    public static Archive read(byte[] zip) throws IOException {
        if (!hasDirectory(zip)) {
            throw new IOException("not a complete zip: the central directory is missing");
        }
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Entry(entry.getName(), in.readAllBytes()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not a zip: " + e.getMessage(), e);
        }
        return new Archive(entries);
    }

    /** The content of an entry, by its path with slashes. */
    public Optional<byte[]> find(String path) {
        String wanted = path.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(e -> e.path().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Entry::bytes)
                .findFirst();
    }

    /** The archive as bytes: everything deflated, flags 0, no directory entries, every entry saved at the given instant. */
    public byte[] write(Instant saved) {
        return new ZipBytes(saved).write(entries);
    }

    private static boolean hasDirectory(byte[] zip) {
        int lowest = Math.max(0, zip.length - END_OF_DIRECTORY - LONGEST_COMMENT);
        for (int i = zip.length - END_OF_DIRECTORY; i >= lowest; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
