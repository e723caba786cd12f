package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;

/**
 * A place in a document.
 *
 * @param artifact {@code document}; empty for what is no place of an entry
 * @param path name of the entry, with slashes
 * @param words where, for people: screen, control, property
 * @param excerpt what stands there, without secrets
 * @param offset where it begins in the formula, in UTF-16 units; 0 where that means nothing
 * @param length how long it is, in UTF-16 units
 */
public record DocumentPlace(String artifact, String path, String words, String excerpt, int offset, int length) {

    /** A place in words only. */
    public static DocumentPlace of(String words, String excerpt) {
        return new DocumentPlace("", "", words, excerpt, 0, 0);
    }

    /** For people: where, and what stands there unless the words say it already. */
    @Override
    public String toString() {
        return Shown.message(words.contains(excerpt) ? words : words + ": " + excerpt);
    }
}
