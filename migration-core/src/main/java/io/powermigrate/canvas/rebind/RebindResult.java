package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.WholeFile;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.ArchiveWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as a {@link Rebinding} changes it. It holds what is to be changed, not the bytes: those are made again from the source, which
 * must still be there, unchanged, whenever they are written. Equal source and rebinding give equal bytes. Immutable and thread-safe.
 */
public final class RebindResult {

    private static final String CHECKSUM = "checksum.json";

    private final OpenedDocument source;
    private final Map<String, EntryEdits> revisions;
    private final List<DocumentChange> changes;
    private final Leftovers left;
    private final AtomicReference<@Nullable List<UnboundValue>> unbound = new AtomicReference<>();

    RebindResult(
            OpenedDocument source, Map<String, EntryEdits> revisions, List<DocumentChange> changes, Leftovers left) {
        this.source = source;
        this.revisions = revisions;
        this.changes = changes;
        this.left = left;
    }

    /** Whether anything differs from the source. If not, what is written equals the source byte for byte. */
    public boolean changed() {
        return !revisions.isEmpty();
    }

    /** What was changed and where, equal changes counted; no secret is among the values. */
    public List<DocumentChange> changes() {
        return changes;
    }

    /** What was taken out, by entry. */
    public List<DocumentChange> dropped() {
        return changes.stream()
                .filter(change -> change.tie().treatment() == OriginReference.Treatment.REMOVED)
                .toList();
    }

    /**
     * What still names the source, because the rebinding has nothing for it or because it stays by design. The first call reads the
     * source, which must still be there, unchanged; it looks through formulas and metadata, which takes as long as opening it.
     */
    public List<UnboundValue> unbound() {
        List<UnboundValue> known = unbound.get();
        if (known == null) {
            known = left.in(source, revisions);
            unbound.set(known);
        }
        return known;
    }

    /**
     * Writes the document; the target stays open. In a changed document entries that were not changed keep their compressed bytes, and
     * {@code checksum.json} goes (wire/msapp.md, section 1.4). In memory is the largest changed entry at most.
     */
    public void writeTo(OutputStream target) {
        source.use(archive -> {
            write(archive, target);
            return target;
        });
    }

    /**
     * Writes the document to a file that its owner alone can read, also over its source: the file appears when it is
     * complete.
     */
    public void writeTo(Path file) {
        try {
            WholeFile.write(file, this::writeTo);
        } catch (IOException failed) {
            throw new MigrationException(
                    "The rebound canvas document was not written to " + file + " because of "
                            + failed.getClass().getSimpleName(),
                    "Check that the folder exists and can be written to",
                    failed);
        }
    }

    private void write(Archive archive, OutputStream target) throws IOException {
        if (!changed()) {
            archive.transfer(target);
            return;
        }
        ArchiveWriter copy = ArchiveWriter.to(target);
        for (ArchiveEntry entry : archive.all()) {
            EntryEdits revision = revisions.get(entry.name());
            if (revision != null && revision.isOf(entry)) {
                copy.replace(archive, entry, content -> revision.writeTo(content, archive));
            } else if (!entry.key().folded().equals(CHECKSUM)) {
                copy.copy(archive, entry);
            }
        }
        copy.finish();
    }

    /** In words, a line each. */
    public String toText() {
        return Stream.concat(
                        changes.stream().map(DocumentChange::toString),
                        unbound().stream().map(UnboundValue::toString))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return Shown.message(
                "RebindResult[" + source.reading().document() + ", " + Counted.of(changes.size(), "change") + "]");
    }
}
