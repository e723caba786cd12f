package io.powermigrate.internal.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * An opened zip: its entries, and the inflated bytes of each, counted against the limits. For one thread; close it.
 *
 * <pre>{@code
 * try (Archive archive = Archive.open(subject, ArchiveLimits.PACKAGE, () -> ArchiveBytes.InFile.open(file))) {
 *     for (ArchiveEntry entry : archive.entries()) {
 *         try (EntryStream bytes = archive.open(entry)) { … }
 *     }
 * }
 * }</pre>
 */
public final class Archive implements Closeable {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int CHUNK = 64 << 10;

    private final ArchiveSubject subject;
    private final ArchiveLimits limits;
    private final ArchiveBytes bytes;
    private final long size;
    private final CentralDirectory directory;
    private final List<ArchiveEntry> all;
    private final List<ArchiveEntry> entries;
    private long inflated;

    private Archive(ArchiveSubject subject, ArchiveLimits limits, ArchiveBytes bytes) throws IOException {
        this.subject = subject;
        this.limits = limits;
        this.bytes = bytes;
        this.size = bytes.size();
        this.directory = new CentralDirectory(subject, limits, bytes);
        this.all = directory.entries();
        this.entries = all.stream().filter(directory::counts).toList();
    }

    /**
     * Opens the archive, or closes the bytes and says why not.
     *
     * @throws io.powermigrate.error.MigrationException when it is damaged, beyond a limit, or one that two readers could read in two ways
     */
    public static Archive open(ArchiveSubject subject, ArchiveLimits limits, ArchiveBytes.Source source)
            throws IOException {
        ArchiveBytes bytes = source.open();
        try {
            return new Archive(subject, limits, bytes);
        } catch (IOException | RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /**
     * The names of all entries as they stand there, whether or not they may be trusted: to find out what a zip is.
     *
     * @throws io.powermigrate.error.MigrationException when it is no zip, or beyond a limit
     */
    public static List<String> names(ArchiveSubject subject, ArchiveLimits limits, ArchiveBytes.Source source)
            throws IOException {
        try (ArchiveBytes bytes = source.open()) {
            return new CentralDirectory(subject, limits, bytes).names();
        }
    }

    /** The entries that count, in the order of the directory: of several with one name the first. */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    /** Also those that do not count, which a copy keeps. */
    public List<ArchiveEntry> all() {
        return all;
    }

    /** Names that occur more than once. */
    public List<String> repeated() {
        return all.stream()
                .filter(entry -> !directory.counts(entry))
                .map(ArchiveEntry::name)
                .distinct()
                .toList();
    }

    public long size() {
        return size;
    }

    /** SHA-256 of the archive itself, lower-case hex. */
    public String sha256() throws IOException {
        MessageDigest digest = digest();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = 0; at < size; ) {
            chunk.clear();
            int count = bytes.read(chunk, at);
            if (count < 0) {
                throw ArchiveBytes.shorter();
            }
            digest.update(chunk.flip());
            at += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** The inflated bytes of an entry. Reading to the end checks size and CRC; the stream throws MigrationException beyond a limit. */
    public EntryStream open(ArchiveEntry entry) throws IOException {
        return stream(entry, this::inflate);
    }

    /** As {@link #open}, for an entry that was read before: not counted again. */
    public EntryStream again(ArchiveEntry entry) throws IOException {
        return stream(entry, counted -> {});
    }

    private EntryStream stream(ArchiveEntry entry, IntConsumer total) throws IOException {
        return new EntryStream(subject, limits, entry, stored(entry), total);
    }

    /** The local header of an entry, with its name and extra field. */
    public ByteBuffer header(ArchiveEntry entry) throws IOException {
        return bytes.region(entry.offset(), (int) (dataOf(entry) - entry.offset()));
    }

    /** The line of an entry in the directory. */
    ByteBuffer line(ArchiveEntry entry) throws IOException {
        return bytes.region(entry.line().position(), entry.line().length());
    }

    /** The bytes of an entry as they lie in the archive. */
    public InputStream stored(ArchiveEntry entry) throws IOException {
        long data = dataOf(entry);
        return new StoredBytes(bytes, data, data + entry.compressed());
    }

    /** The archive itself. */
    public void transfer(OutputStream target) throws IOException {
        new StoredBytes(bytes, 0, size).transferTo(target);
    }

    /** Inflated bytes of all entries that were read so far. */
    public long inflated() {
        return inflated;
    }

    private void inflate(int count) {
        inflated += count;
        if (inflated > limits.total()) {
            throw subject.beyond("its entries", "hold more than that many bytes", "total", limits.total());
        }
    }

    private long dataOf(ArchiveEntry entry) throws IOException {
        String name = EntryName.shown(entry.name());
        if (entry.offset() + LOCAL_SIZE > directory.start()) {
            throw subject.incomplete("its entry '" + name + "' is missing");
        }
        ByteBuffer header = bytes.region(entry.offset(), LOCAL_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        long data = entry.offset() + LOCAL_SIZE + nameLength + Short.toUnsignedInt(header.getShort(28));
        if (header.getInt(0) != LOCAL || data + entry.compressed() > directory.start()) {
            throw subject.incomplete("its entry '" + name + "' is missing or cut");
        }
        byte[] local = bytes.region(entry.offset() + LOCAL_SIZE, nameLength).array();
        if (!EntryName.decode(local).equals(entry.name())) {
            throw subject.refused(
                    "its entry '" + name + "' is called '" + EntryName.shown(EntryName.decode(local))
                            + "' in its own header",
                    "Do not use this file");
        }
        return data;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
