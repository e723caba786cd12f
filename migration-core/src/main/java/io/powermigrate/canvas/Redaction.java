package io.powermigrate.canvas;

/**
 * Takes signatures out of texts before they become values: formulas and addresses of real documents hold signed addresses of flows and
 * blobs (wire/msapp.md, section 9).
 */
final class Redaction {

    private static final String PLAIN = "sig=";
    private static final String ENCODED = "sig%3d";

    private Redaction() {}

    /** The text with the value of each {@code sig=} hidden, of the same length, so that offsets into it stay right. */
    static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            int end = endOfName(text, i);
            if (end > i) {
                safe = safe == null ? new StringBuilder(text) : safe;
                while (end < text.length() && part(text.charAt(end))) {
                    safe.setCharAt(end++, '*');
                }
                i = end - 1;
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Whether the text holds a signature. */
    static boolean isSigned(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (endOfName(text, i) > i) {
                return true;
            }
        }
        return false;
    }

    private static int endOfName(String text, int at) {
        char first = text.charAt(at);
        if (first != 's' && first != 'S') {
            return at;
        }
        if (text.regionMatches(true, at, PLAIN, 0, PLAIN.length())) {
            return at + PLAIN.length();
        }
        return text.regionMatches(true, at, ENCODED, 0, ENCODED.length()) ? at + ENCODED.length() : at;
    }

    /** What a signature may be made of: base64, also percent-encoded. */
    private static boolean part(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "%+/=-_.~".indexOf(c) >= 0);
    }
}
