package io.powermigrate.powerapps.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes an app package as the service writes it: deflate, no flags, no data descriptors, no folders
 * (wire/power-platform.md, section 3.3). The JDK's writer sets the descriptor flag for streamed entries and compresses
 * everything anew; this one copies entries of a genuine package as they are, in constant memory. Sizes go back into
 * the local header once they are known. Equal input gives equal bytes. Not thread-safe.
 */
final class PackageZipWriter implements Closeable {

    private static final int BUFFER = 64 << 10;
    private static final short VERSION = 20;
    private static final short DEFLATED = 8;

    /** 1 January 1980, the first day a zip can say. */
    private static final int DATE = 0x00210000;

    private final FileChannel file;
    private final List<ZipEntryLine> written = new ArrayList<>();

    PackageZipWriter(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** An entry of another package, its compressed bytes as they are. */
    void copy(PackageZip from, ZipEntryLine line) throws IOException {
        ZipEntryLine here = line.at(file.position());
        write(local(here));
        from.copy(line, file);
        written.add(here);
    }

    /** New content, to the end of the stream, which stays open. */
    void add(String name, InputStream content) throws IOException {
        long offset = file.position();
        write(local(new ZipEntryLine(name, DEFLATED, 0, 0, 0, offset)));
        ZipEntryLine line = deflate(name, offset, content);
        long end = file.position();
        file.position(offset);
        write(local(line));
        file.position(end);
        written.add(line);
    }

    private ZipEntryLine deflate(String name, long offset, InputStream content) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        CRC32 crc = new CRC32();
        byte[] in = new byte[BUFFER];
        try {
            for (int read = content.read(in); read >= 0; read = content.read(in)) {
                crc.update(in, 0, read);
                deflater.setInput(in, 0, read);
                drain(deflater);
            }
            deflater.finish();
            drain(deflater);
            return new ZipEntryLine(
                    name, DEFLATED, crc.getValue(), deflater.getBytesWritten(), deflater.getBytesRead(), offset);
        } finally {
            deflater.end();
        }
    }

    private void drain(Deflater deflater) throws IOException {
        byte[] out = new byte[BUFFER];
        for (int count = deflater.deflate(out); count > 0; count = deflater.deflate(out)) {
            write(ByteBuffer.wrap(out, 0, count));
        }
    }

    private static ByteBuffer local(ZipEntryLine line) {
        byte[] name = line.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = buffer(30 + name.length).putInt(0x04034b50).putShort(VERSION);
        facts(header, line, name);
        return header.putShort((short) 0).put(name).flip();
    }

    /** What a local header and a line of the directory have in common, up to the length of the name. */
    private static void facts(ByteBuffer header, ZipEntryLine line, byte[] name) {
        header.putShort((short) 0).putShort((short) line.method()).putInt(DATE);
        header.putInt((int) line.crc()).putInt((int) line.compressed()).putInt((int) line.size());
        header.putShort((short) name.length);
    }

    /** Writes the directory; afterwards the file is a zip. */
    void finish() throws IOException {
        long start = file.position();
        for (ZipEntryLine line : written) {
            byte[] name = line.name().getBytes(StandardCharsets.UTF_8);
            ByteBuffer entry = buffer(46 + name.length)
                    .putInt(0x02014b50)
                    .putShort(VERSION)
                    .putShort(VERSION);
            facts(entry, line, name);
            write(entry.position(42).putInt((int) line.offset()).put(name).flip());
        }
        long length = file.position() - start;
        ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
        end.putShort((short) written.size()).putShort((short) written.size());
        write(end.putInt((int) length).putInt((int) start).putShort((short) 0).flip());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
