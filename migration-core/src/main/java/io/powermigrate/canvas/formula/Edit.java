package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;

/**
 * A replaced piece of a formula.
 *
 * @param offset where it began in the formula as it was, in UTF-16 units
 * @param length how long it was, in UTF-16 units
 * @param replacement what stands there now
 */
public record Edit(int offset, int length, String replacement) {

    /** By how many UTF-16 units all that follows has moved. */
    public int shift() {
        return replacement.length() - length;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
