package io.powermigrate.canvas.reading;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveLimits;
import io.powermigrate.internal.zip.ArchiveSubject;
import io.powermigrate.internal.zip.EntryName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why a document is refused: its name for messages, and the limits that it must keep. */
public record Refusals(String document, LimitValues limits) {

    /** Opens the document as a zip, within the limits. */
    Archive open(ArchiveBytes.Source source) throws IOException {
        ArchiveLimits zip = new ArchiveLimits(
                limits.of(Limit.ARCHIVE),
                (int) limits.of(Limit.ENTRIES),
                (int) limits.of(Limit.ENTRY_NAME),
                (int) limits.of(Limit.RATIO),
                limits.of(Limit.ENTRY),
                limits.of(Limit.TOTAL));
        return Archive.open(subject(), zip, source);
    }

    private ArchiveSubject subject() {
        return new ArchiveSubject(
                "The canvas document '" + EntryName.shown(document) + "' was not read",
                "canvas document",
                "Export or download the document again",
                limit -> "Check where the document comes from, and " + raise(limit) + " if it is right");
    }

    MigrationException refused(String because, String remedy) {
        return refused(because, remedy, null);
    }

    MigrationException refused(String because, String remedy, @Nullable Throwable cause) {
        return subject().refused(because, remedy, cause);
    }

    /** A limit was passed: says which, its value, what was met and how to raise it. */
    MigrationException beyond(String what, String met, Limit limit) {
        return subject().beyond(what, met, limit.word(), limits.of(limit));
    }

    /** As {@link #beyond}, of an entry. */
    MigrationException entryBeyond(String entry, String met, Limit limit) {
        return beyond("its entry '" + EntryName.shown(entry) + "'", met, limit);
    }

    /** How to raise a limit, in words. */
    public static String raise(String limit) {
        return "raise the limit: give Limits.defaults().with" + Character.toUpperCase(limit.charAt(0))
                + limit.substring(1)
                + "(…) to CanvasDocument.open, or in a migration to PowerApps.plugin and Documents.in";
    }
}
