package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * A replaced piece of a formula.
 *
 * @param offset where it began in the formula as it was, in UTF-16 units
 * @param length how long it was, in UTF-16 units
 * @param replacement what stands there now
 */
public record Edit(int offset, int length, String replacement) {

    /** The text with all edits, which stand from left to right and do not overlap. */
    public static String applied(String text, List<Edit> edits) {
        if (edits.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (Edit edit : edits) {
            result.append(text, from, edit.offset()).append(edit.replacement());
            from = edit.offset() + edit.length();
        }
        return result.append(text, from, text.length()).toString();
    }

    /** By how many UTF-16 units all that follows has moved. */
    public int shift() {
        return replacement.length() - length;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
