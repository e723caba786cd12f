package io.powermigrate.internal.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip as the service does (wire/power-platform.md, section 3.3): deflate, sizes in the headers, never behind the data. The JDK's
 * writer puts them behind and compresses everything again; this one copies the compressed bytes of entries as they are. Equal input
 * gives equal bytes. Not thread-safe.
 */
public final class ArchiveWriter {

    private static final int CHUNK = 64 << 10;
    private static final int MOST_ENTRIES = 0xfffe;

    private final ArchiveTarget target;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long position;
    private int entries;

    private ArchiveWriter(ArchiveTarget target) {
        this.target = target;
    }

    /** To a stream, which stays open; in memory is one deflated entry of new content at most. */
    public static ArchiveWriter to(OutputStream target) {
        return new ArchiveWriter(ArchiveTarget.ToStream.buffered(target));
    }

    /** To an empty file, which stays open; in memory is one buffer, however large an entry is. */
    public static ArchiveWriter to(FileChannel target) {
        return new ArchiveWriter(new ArchiveTarget.ToFile(target));
    }

    /** An entry of an archive as it is: headers and compressed bytes. */
    public void copy(Archive source, ArchiveEntry entry) throws IOException {
        copy(source, entry, EntryHeaders.of(source, entry));
    }

    /** An entry of an archive with the same compressed bytes and headers as the service writes them. */
    public void copyPlain(Archive source, ArchiveEntry entry) throws IOException {
        copy(source, entry, EntryHeaders.plain(entry.name()));
    }

    private void copy(Archive source, ArchiveEntry entry, EntryHeaders headers) throws IOException {
        headers.set(new EntryHeaders.Facts(entry.method(), entry.crc(), entry.compressed(), entry.size()), position);
        target.stream().write(headers.local().array());
        source.stored(entry).transferTo(target.stream());
        written(headers, entry.compressed());
    }

    /** An entry of an archive with other content; its headers stay but for what they tell of the content. */
    public void replace(Archive source, ArchiveEntry entry, Content content) throws IOException {
        write(EntryHeaders.of(source, entry), content);
    }

    /** A new entry. */
    public void add(String name, Content content) throws IOException {
        write(EntryHeaders.plain(name), content);
    }

    private void write(EntryHeaders headers, Content content) throws IOException {
        long[] compressed = new long[1];
        target.headed(headers.local().capacity(), stream -> {
            EntryHeaders.Facts facts = deflated(content, stream);
            headers.set(facts, position);
            compressed[0] = facts.compressed();
            return headers.local().array();
        });
        written(headers, compressed[0]);
    }

    private static EntryHeaders.Facts deflated(Content content, OutputStream stream) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        CRC32 crc = new CRC32();
        try {
            DeflaterOutputStream deflating = new DeflaterOutputStream(stream, deflater, CHUNK);
            content.writeTo(new CheckedOutputStream(deflating, crc));
            deflating.finish();
            return new EntryHeaders.Facts(
                    ArchiveEntry.DEFLATED, crc.getValue(), deflater.getBytesWritten(), deflater.getBytesRead());
        } finally {
            deflater.end();
        }
    }

    private void written(EntryHeaders headers, long compressed) throws IOException {
        directory.write(headers.line().array());
        position += headers.local().capacity() + compressed;
        entries++;
    }

    /** Writes the directory; afterwards the target holds a zip. */
    public void finish() throws IOException {
        if (position > EntryHeaders.MOST || entries > MOST_ENTRIES) {
            throw new IOException("a zip of more than 4 GB or 65,534 entries would need zip64, which the service does"
                    + " not write");
        }
        ByteBuffer end = EntryHeaders.buffer(22).putInt(0x06054b50);
        end.putInt(0).putShort((short) entries).putShort((short) entries);
        end.putInt(directory.size()).putInt((int) position).putShort((short) 0);
        directory.writeTo(target.stream());
        target.stream().write(end.array());
        target.stream().flush();
    }

    /** Writes the content of an entry. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream target) throws IOException;
    }
}
