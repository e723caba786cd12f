package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;

/**
 * A place inside a resource.
 *
 * @param artifact what it is in, such as a file of a document; empty for the resource's own facts
 * @param words where, for people: screen, control, property
 * @param excerpt what stands there, at most 80 characters, without secrets
 * @param offset where it begins, in UTF-16 units; 0 where that means nothing
 * @param length how long it is, in UTF-16 units
 */
public record Place(String artifact, String words, String excerpt, int offset, int length) {

    /** How much of a place is shown. */
    public static final int LONGEST_EXCERPT = 80;

    public Place {
        excerpt = excerpt.length() <= LONGEST_EXCERPT ? excerpt : cut(excerpt);
    }

    private static String cut(String text) {
        int end = LONGEST_EXCERPT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
