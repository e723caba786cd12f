package io.powermigrate.http;

import io.powermigrate.internal.json.Json;

/**
 * Measures JSON before a tree is made of it, as a tree can take forty times the memory of its text: how deep it goes and
 * how many values and names it holds. It needs no memory itself and takes damaged JSON as it comes.
 */
final class JsonBounds {

    /** A value and a name take about 70 bytes of memory in a tree; so the tree of an answer takes about twice its limit. */
    private static final int BYTES_PER_VALUE = 32;

    private final long most;
    private int depth;
    private int deepest;
    private long values;

    private JsonBounds(AnswerBody.Bound bound) {
        this.most = Math.max(1_000, bound.most() / BYTES_PER_VALUE);
    }

    /** Refuses JSON of which no tree can be made in the memory that an answer may take. */
    static void check(byte[] json, AnswerBody.Bound bound) throws AnswerReading.Unusable {
        JsonBounds bounds = new JsonBounds(bound);
        bounds.measure(json);
        if (bounds.deepest > Json.MAX_DEPTH) {
            throw AnswerReading.Unusable.tooDeep(Json.MAX_DEPTH);
        }
        if (bounds.values > bounds.most) {
            throw AnswerReading.Unusable.tooManyValues(bounds.most, bound.setting());
        }
    }

    private void measure(byte[] json) {
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            byte octet = json[i];
            if (quoted) {
                i += octet == '\\' ? 1 : 0;
                quoted = octet != '"';
            } else if (octet == '"') {
                quoted = true;
            } else {
                count(octet);
            }
        }
    }

    private void count(byte octet) {
        switch (octet) {
            case '{', '[' -> {
                depth++;
                deepest = Math.max(deepest, depth);
                values++;
            }
            case '}', ']' -> depth--;
            case ',', ':' -> values++;
            default -> {}
        }
    }
}
