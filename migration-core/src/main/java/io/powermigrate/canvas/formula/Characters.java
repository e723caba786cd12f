package io.powermigrate.canvas.formula;

/** The classes of characters that names and white space are made of. A surrogate is in none of them. */
final class Characters {

    private static final int LETTER = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.LETTER_NUMBER;
    private static final int INSIDE_NAME = LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.FORMAT;

    private Characters() {}

    static boolean startsName(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' : in(LETTER, c);
    }

    static boolean continuesName(char c) {
        return c < 128 ? startsName(c) || digit(c) : in(INSIDE_NAME, c);
    }

    static boolean digit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    static boolean space(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> c >= 128 && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }

    private static boolean in(int classes, char c) {
        return (classes >> Character.getType(c) & 1) != 0;
    }
}
