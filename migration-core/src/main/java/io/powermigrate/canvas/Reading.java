package io.powermigrate.canvas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.powermigrate.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** What every step of reading one document shares: its name for messages, the limits, the JSON tokenizer's settings, and what it took so far. */
record Reading(String document, Limits limits, JsonFactory json, Taken taken) {

    /** The tokenizer's own limit; no number of a document is as long. */
    private static final int LONGEST_NUMBER = 1_000;

    private static final int SHOWN = 200;

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

    MigrationException refused(String because, String remedy) {
        return refused(because, remedy, null);
    }

    MigrationException refused(String because, String remedy, @Nullable Throwable cause) {
        return new MigrationException(
                "The canvas document '" + shown(document) + "' was not read because " + because, remedy, cause);
    }

    /** A limit was passed: says which, its value, what was met and how to raise it. */
    MigrationException beyond(String what, String met, String limit, long value) {
        return refused(
                what + " " + met + "; the limit '" + limit + "' is " + value,
                "Check where the document comes from, and " + raise(limit) + " if it is right");
    }

    /** How to raise a limit, in words. */
    static String raise(String limit) {
        return "raise the limit: give Limits.defaults().with" + Character.toUpperCase(limit.charAt(0))
                + limit.substring(1)
                + "(…) to CanvasDocument.open, or in a migration to PowerApps.plugin and Documents.in";
    }

    /** As {@link #beyond}, of an entry. */
    MigrationException entryBeyond(String entry, String met, String limit, long value) {
        return beyond("its entry '" + shown(entry) + "'", met, limit, value);
    }

    /** A name from the archive, safe to print: control characters escaped, cut to a readable length. */
    static String shown(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().limit(SHOWN).forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append(name.length() > SHOWN ? "…" : "").toString();
    }
}
