package io.powermigrate.canvas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveSubject;
import io.powermigrate.internal.zip.EntryName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What every step of reading one document shares: its name for messages, the limits, the JSON tokenizer's settings, and what it took so far. */
record Reading(String document, Limits limits, JsonFactory json, Taken taken) {

    /** The tokenizer's own limit; no number of a document is as long. */
    private static final int LONGEST_NUMBER = 1_000;

    static Reading of(String document, Limits limits) {
        return new Reading(document, limits, tokenizer(limits), Taken.within(limits));
    }

    /** The same document read once more. */
    Reading anew() {
        return new Reading(document, limits, json, Taken.within(limits));
    }

    /** The same document read by somebody who keeps nothing of it. */
    Reading keepingNothing() {
        return new Reading(document, limits, json, Taken.onlyTokens(limits));
    }

    /** Names are not interned (a hostile document could fill the JVM's table); the depth is counted by {@link JsonCursor}. */
    private static JsonFactory tokenizer(Limits limits) {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxStringLength(limits.text())
                        .maxNameLength(limits.names())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** Opens the document as a zip, within the limits. */
    Archive open(ArchiveBytes.Source source) throws IOException {
        return Archive.open(subject(), limits.zip(), source);
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
    MigrationException beyond(String what, String met, String limit, long value) {
        return subject().beyond(what, met, limit, value);
    }

    /** How to raise a limit, in words. */
    static String raise(String limit) {
        return "raise the limit: give Limits.defaults().with" + Character.toUpperCase(limit.charAt(0))
                + limit.substring(1)
                + "(…) to CanvasDocument.open, or in a migration to PowerApps.plugin and Documents.in";
    }

    /** As {@link #beyond}, of an entry. */
    MigrationException entryBeyond(String entry, String met, String limit, long value) {
        return beyond("its entry '" + EntryName.shown(entry) + "'", met, limit, value);
    }
}
