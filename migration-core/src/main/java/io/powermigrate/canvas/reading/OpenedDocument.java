package io.powermigrate.canvas.reading;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A document that was opened once and can be opened again, as long as its source is there, unchanged. Immutable and thread-safe. */
public final class OpenedDocument {

    private final Reading reading;
    private final ArchiveBytes.Source source;
    private final List<ArchiveEntry> entries;

    private OpenedDocument(Reading reading, ArchiveBytes.Source source) {
        this.reading = reading;
        this.source = source;
        this.entries = with(Archive::entries);
    }

    public static OpenedDocument of(Reading reading, ArchiveBytes.Source source) {
        return new OpenedDocument(reading, source);
    }

    /** A stream, whose compressed bytes are held in memory; the caller closes it. */
    public static OpenedDocument of(Reading reading, InputStream bytes) {
        byte[] archive = bytes(reading, bytes);
        return new OpenedDocument(reading, () -> new ArchiveBytes.InMemory(archive));
    }

    private static byte[] bytes(Reading reading, InputStream bytes) {
        long whole = reading.refusals().limits().of(Limit.ARCHIVE);
        int most = (int) Math.min(whole, reading.limit(Limit.STREAM));
        try {
            byte[] archive = bytes.readNBytes(most);
            if (bytes.read() >= 0) {
                throw reading.beyond("it", "has more bytes than that", most == whole ? Limit.ARCHIVE : Limit.STREAM);
            }
            return archive;
        } catch (IOException failed) {
            throw unreadable(reading, failed);
        }
    }

    public Reading reading() {
        return reading;
    }

    /** Opens the source once more, after checking that its entries are still the same, with their sizes and CRCs. */
    public <T> T use(Use<T> use) {
        return with(archive -> {
            if (!archive.entries().equals(entries)) {
                throw reading.refused("it changed after it was opened", "Open it again");
            }
            return use.of(archive);
        });
    }

    private <T> T with(Use<T> use) {
        try (Archive archive = reading.refusals().open(source)) {
            return use.of(archive);
        } catch (IOException failed) {
            throw unreadable(reading, failed);
        }
    }

    private static MigrationException unreadable(Reading reading, IOException failed) {
        return reading.refusals()
                .refused(
                        "its bytes could not be read (" + failed.getClass().getSimpleName() + ")",
                        "Check that the file exists and may be read",
                        failed);
    }

    /** Something that needs the opened archive. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Archive archive) throws IOException;
    }
}
