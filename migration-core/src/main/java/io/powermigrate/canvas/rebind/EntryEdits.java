package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.json.Edits;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;

/**
 * How one entry is changed. Its text is at hand as long as there is memory for it, since most documents are written right after they were
 * read; then it is inflated again.
 */
final class EntryEdits {

    private final ArchiveEntry entry;
    private final Edits edits;
    private final SoftReference<byte[]> text;

    EntryEdits(ArchiveEntry entry, Edits edits, byte[] text) {
        this.entry = entry;
        this.edits = edits;
        this.text = new SoftReference<>(text);
    }

    /** Whether it is about this entry and not about another one of its name. */
    boolean isOf(ArchiveEntry other) {
        return entry.equals(other);
    }

    /** Writes the entry as it is afterwards. */
    void writeTo(OutputStream target, Archive archive) throws IOException {
        byte[] content = text.get();
        if (content != null) {
            edits.copy(new ByteArrayInputStream(content), target);
            return;
        }
        try (EntryStream bytes = archive.open(entry)) {
            edits.copy(bytes, target);
        }
    }
}
