package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;

/**
 * A place inside a resource.
 *
 * @param artifact the artifact that it is in; empty for the resource's own facts
 * @param path where exactly, in the terms of the artifact
 * @param words where, for people: screen, control, property
 * @param excerpt what stands there, without secrets
 * @param offset where it begins, in UTF-16 units; 0 where that means nothing
 * @param length how long it is, in UTF-16 units
 */
public record Location(String artifact, String path, String words, String excerpt, int offset, int length) {

    /** A place in words only. */
    public static Location of(String words, String excerpt) {
        return new Location("", "", words, excerpt, 0, 0);
    }

    /** For people: where, and what stands there unless the words say it already. */
    @Override
    public String toString() {
        return Shown.message(words.contains(excerpt) ? words : words + ": " + excerpt);
    }
}
