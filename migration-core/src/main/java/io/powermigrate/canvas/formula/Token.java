package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;

/**
 * A piece of a formula that is not white space.
 *
 * @param kind what it is
 * @param offset where it begins, in UTF-16 units
 * @param length how long it is as spelled, in UTF-16 units
 * @param value the name or text without quotes and escapes; anything else as spelled
 */
public record Token(TokenKind kind, int offset, int length, String value) {

    /** Where the next one may begin. */
    public int end() {
        return offset + length;
    }

    boolean is(TokenKind kind, String value) {
        return this.kind == kind && this.value.equals(value);
    }

    boolean is(char punctuation) {
        return kind == TokenKind.PUNCTUATION && value.length() == 1 && value.charAt(0) == punctuation;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
