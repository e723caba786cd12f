package io.powermigrate.internal.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One reader and one writer for every zip: what is copied stays as it is, and size costs no memory. */
class ArchiveTest {

    private static final ArchiveSubject PACKAGE =
            new ArchiveSubject("The package was not read", "package", "Export it again", limit -> "Raise " + limit);

    /** Writes a zip. */
    @FunctionalInterface
    private interface Content {
        void into(ArchiveWriter zip) throws IOException;
    }

    @Test
    void a_file_and_a_stream_get_the_same_bytes(@TempDir Path folder) throws IOException {
        byte[] noise = noise(300_000);
        byte[] first = written(zip -> {
            zip.add("a/small.json", out -> out.write("{}".getBytes(UTF_8)));
            zip.add("a/noise.bin", out -> out.write(noise));
        });
        Content copied = zip -> {
            try (Archive from = opened(first)) {
                zip.copy(from, from.entries().get(1));
                zip.copyPlain(from, from.entries().get(1));
                zip.replace(from, from.entries().get(0), out -> out.write(noise));
                zip.add("Ünï.txt", out -> out.write(7));
            }
        };
        Path file = folder.resolve("a.zip");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ArchiveWriter zip = ArchiveWriter.to(channel);
            copied.into(zip);
            zip.finish();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(written(copied));
        try (Archive read = opened(Files.readAllBytes(file))) {
            assertThat(read.all())
                    .extracting(ArchiveEntry::name)
                    .containsExactly("a/noise.bin", "a/noise.bin", "a/small.json", "Ünï.txt");
            assertThat(read.open(read.all().get(2)).content()).isEqualTo(noise);
            assertThat(read.repeated()).containsExactly("a/noise.bin");
        }
    }

    @Test
    void what_is_written_has_no_flags_and_sizes_before_the_data() throws IOException {
        byte[] zip = written(out -> out.add("a.txt", content -> content.write(new byte[1000])));
        ByteBuffer local = EntryHeaders.buffer(zip.length).put(zip).flip();
        assertThat(local.getShort(6)).isZero();
        assertThat(local.getInt(22)).isEqualTo(1000);
        try (ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = read.getNextEntry();
            assertThat(entry.getSize()).isEqualTo(1000);
            assertThat(read.readAllBytes()).hasSize(1000);
        }
    }

    @Test
    void an_entry_that_holds_more_than_its_header_says_is_left_at_the_first_byte_too_many() throws IOException {
        byte[] zip = written(out -> out.add("zeros.bin", content -> content.write(new byte[50 << 20])));
        ByteBuffer bytes = EntryHeaders.buffer(zip.length).put(zip).flip();
        int line = bytes.getInt(zip.length - 6);
        bytes.putInt(line + 24, 1000);
        try (Archive read = opened(bytes.array())) {
            assertThatThrownBy(() -> read.open(read.entries().get(0)).drain())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("holds more than the 1000 bytes that its header says")
                    .hasMessageContaining("Export it again");
            assertThat(read.inflated()).isLessThan(1 << 20);
        }
    }

    @Test
    void an_archive_beyond_a_limit_says_which_and_how_it_is_raised() throws IOException {
        byte[] zip = written(out -> out.add("a.txt", content -> content.write(new byte[1000])));
        assertThatThrownBy(() -> Archive.open(
                        PACKAGE, new ArchiveLimits(10, 9, 9, 9, 9, 9), () -> new ArchiveBytes.InMemory(zip)))
                .hasMessageContaining("The package was not read because it has " + zip.length + " bytes")
                .hasMessageContaining("the limit 'archive' is 10")
                .hasMessageContaining("Raise archive");
    }

    @Test
    void the_names_of_any_zip_are_told_also_of_one_that_is_not_opened() throws IOException {
        byte[] zip = written(out -> out.add("../evil.json", content -> content.write(1)));
        assertThat(Archive.names(PACKAGE, ArchiveLimits.PACKAGE, () -> new ArchiveBytes.InMemory(zip)))
                .containsExactly("../evil.json");
        assertThatThrownBy(() -> opened(zip)).hasMessageContaining("holds the path segment '..'");
    }

    @Test
    void a_package_of_one_gigabyte_is_read_and_copied_in_small_pieces() throws IOException {
        Gigabyte gigabyte = new Gigabyte();
        Counted copy = new Counted();
        try (Archive read = Archive.open(PACKAGE, ArchiveLimits.PACKAGE, () -> gigabyte)) {
            ArchiveEntry entry = read.entries().get(0);
            try (EntryStream bytes = read.open(entry)) {
                bytes.drain();
            }
            ArchiveWriter zip = ArchiveWriter.to(copy);
            zip.copy(read, entry);
            zip.finish();
            assertThat(read.inflated()).isEqualTo(Gigabyte.SIZE);
        }
        assertThat(copy.bytes).isEqualTo(gigabyte.size());
        assertThat(gigabyte.largest).isLessThanOrEqualTo(1 << 17);
        assertThat(copy.largest).isLessThanOrEqualTo(1 << 17);
    }

    /** A zip with one entry of a gigabyte of zeros, not compressed, of which only the headers are in memory. */
    private static final class Gigabyte implements ArchiveBytes {
        private static final int SIZE = 1 << 30;
        private final ByteBuffer head;
        private final ByteBuffer tail;
        private int largest;

        Gigabyte() throws IOException {
            EntryHeaders headers = EntryHeaders.plain("zeros.bin");
            CRC32 crc = new CRC32();
            byte[] chunk = new byte[1 << 20];
            for (int i = 0; i < SIZE / chunk.length; i++) {
                crc.update(chunk);
            }
            headers.set(new EntryHeaders.Facts(ArchiveEntry.STORED, crc.getValue(), SIZE, SIZE), 0);
            head = headers.local().rewind();
            int line = headers.line().capacity();
            tail = EntryHeaders.buffer(line + 22).put(headers.line().rewind());
            tail.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
            tail.putInt(line).putInt(head.capacity() + SIZE).putShort((short) 0).rewind();
        }

        @Override
        public int read(ByteBuffer target, long position) {
            largest = Math.max(largest, target.remaining());
            if (position >= size()) {
                return -1;
            }
            long tailAt = head.capacity() + (long) SIZE;
            if (position < head.capacity()) {
                return part(head, (int) position, target);
            }
            if (position >= tailAt) {
                return part(tail, (int) (position - tailAt), target);
            }
            int zeros = (int) Math.min(target.remaining(), tailAt - position);
            target.put(new byte[zeros]);
            return zeros;
        }

        private static int part(ByteBuffer part, int at, ByteBuffer target) {
            int count = Math.min(target.remaining(), part.capacity() - at);
            target.put(part.array(), at, count);
            return count;
        }

        @Override
        public long size() {
            return head.capacity() + (long) SIZE + tail.capacity();
        }

        @Override
        public void close() {
            // nothing to release
        }
    }

    /** Keeps nothing. */
    private static final class Counted extends OutputStream {
        private long bytes;
        private int largest;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] chunk, int offset, int length) {
            bytes += length;
            largest = Math.max(largest, length);
        }
    }

    private static Archive opened(byte[] zip) throws IOException {
        return Archive.open(PACKAGE, ArchiveLimits.PACKAGE, () -> new ArchiveBytes.InMemory(zip));
    }

    private static byte[] written(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArchiveWriter zip = ArchiveWriter.to(bytes);
        content.into(zip);
        zip.finish();
        return bytes.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
