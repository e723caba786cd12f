package io.powermigrate.canvas.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.powermigrate.error.MigrationException;

/** What every step of reading one document shares: how it is refused, the JSON tokenizer's settings, and what was taken out of it so far. */
public record Reading(Refusals refusals, JsonFactory json, Taken taken) {

    /** The tokenizer's own limit; no number of a document is as long. */
    private static final int LONGEST_NUMBER = 1_000;

    /**
     * The first reading of a document.
     *
     * @param document what messages call it
     */
    public static Reading of(String document, LimitValues limits) {
        Refusals refusals = new Refusals(document, limits);
        return new Reading(refusals, tokenizer(limits), Taken.within(refusals));
    }

    /** The same document read once more. */
    public Reading again() {
        return new Reading(refusals, json, Taken.within(refusals));
    }

    /** The same document read by somebody who keeps nothing of it. */
    public Reading keepingNothing() {
        return new Reading(refusals, json, Taken.onlyTokens(refusals));
    }

    /** Names are not interned (a hostile document could fill the JVM's table); the depth is counted by who reads. */
    private static JsonFactory tokenizer(LimitValues limits) {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxStringLength((int) limits.of(Limit.TEXT))
                        .maxNameLength((int) limits.of(Limit.NAMES))
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** What messages call the document. */
    public String document() {
        return refusals.document();
    }

    public int limit(Limit limit) {
        return (int) refusals.limits().of(limit);
    }

    public MigrationException refused(String because, String remedy) {
        return refusals.refused(because, remedy);
    }

    /** See {@link Refusals#beyond}. */
    public MigrationException beyond(String what, String met, Limit limit) {
        return refusals.beyond(what, met, limit);
    }

    /** See {@link Refusals#entryBeyond}. */
    public MigrationException entryBeyond(String entry, String met, Limit limit) {
        return refusals.entryBeyond(entry, met, limit);
    }
}
