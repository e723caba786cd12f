package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;

/**
 * A place where a formula cannot be split into tokens. Such a formula is never changed.
 *
 * @param problem what is wrong there; quotes nothing of the formula
 * @param offset where, in UTF-16 units
 * @param length how far, in UTF-16 units; 0 at the end of the formula
 */
public record LexicalError(String problem, int offset, int length) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
