package io.powermigrate.internal.zip;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The inflated bytes of one entry. Counts what really comes out, because headers lie, and stops at the first byte beyond a limit. At the
 * end it checks size and CRC. Throws {@link MigrationException} that names the entry.
 */
public final class EntryStream extends InputStream {

    private static final int BUFFER = 32 << 10;
    private static final long RATIO_FROM = 1 << 20;

    private final ArchiveSubject subject;
    private final ArchiveLimits limits;
    private final ArchiveEntry entry;
    private final Inflater inflater = new Inflater(true);
    private final InputStream source;
    private final IntConsumer total;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean checked;

    EntryStream(
            ArchiveSubject subject, ArchiveLimits limits, ArchiveEntry entry, InputStream stored, IntConsumer total) {
        this.subject = subject;
        this.limits = limits;
        this.entry = entry;
        this.total = total;
        this.source =
                entry.method() == ArchiveEntry.STORED ? stored : new InflaterInputStream(stored, inflater, BUFFER);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read;
        try {
            read = source.read(target, offset, length);
        } catch (IOException broken) {
            throw damaged("its compressed bytes are broken after " + Counted.of(count, "byte"), broken);
        }
        if (read < 0) {
            checkEnd();
        } else {
            crc.update(target, offset, read);
            count += read;
            checkLimits(count);
            total.accept(read);
            if (count > entry.size()) {
                throw damaged("it holds more than the " + entry.size() + " bytes that its header says", null);
            }
        }
        return read;
    }

    /** The whole entry; nothing was read of it before. */
    public byte[] content() throws IOException {
        checkLimits(entry.size());
        byte[] content = new byte[(int) entry.size()];
        readNBytes(content, 0, content.length);
        drain();
        return content;
    }

    /** Reads to the end, so that all checks were made. */
    public void drain() {
        byte[] chunk = new byte[BUFFER];
        while (read(chunk, 0, chunk.length) >= 0) {
            // only the checks matter
        }
    }

    private void checkLimits(long bytes) {
        if (bytes > limits.entry()) {
            throw subject.beyond(named(), "holds more than that many bytes", "entry", limits.entry());
        }
        if (entry.isText() && bytes > RATIO_FROM && bytes / limits.ratio() > entry.compressed()) {
            throw subject.beyond(
                    named(),
                    "inflates from " + entry.compressed() + " bytes to more than " + bytes,
                    "ratio",
                    limits.ratio());
        }
    }

    private void checkEnd() {
        if (checked) {
            return;
        }
        checked = true;
        if (count != entry.size()) {
            throw damaged("it holds " + Counted.of(count, "byte") + " where its header says " + entry.size(), null);
        }
        if (crc.getValue() != entry.crc()) {
            throw damaged("its CRC does not match", null);
        }
    }

    private MigrationException damaged(String because, @Nullable Throwable cause) {
        return subject.refused(named() + " is damaged: " + because, subject.again(), cause);
    }

    private String named() {
        return "its entry '" + EntryName.shown(entry.name()) + "'";
    }

    @Override
    public void close() {
        inflater.end();
    }
}
