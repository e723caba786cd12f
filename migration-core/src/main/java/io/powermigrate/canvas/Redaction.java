package io.powermigrate.canvas;

/**
 * Takes signatures out of texts before they become values: formulas and addresses of real documents hold signed addresses of flows and
 * blobs (wire/msapp.md, section 9).
 */
final class Redaction {

    private static final String SIGNATURE = "sig=";

    private Redaction() {}

    /** The text with the value of each {@code sig=} hidden, of the same length, so that offsets into it stay right. */
    static String of(String text) {
        int at = find(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text);
        while (at >= 0) {
            int end = at + SIGNATURE.length();
            while (end < text.length() && part(text.charAt(end))) {
                safe.setCharAt(end++, '*');
            }
            at = find(text, end);
        }
        return safe.toString();
    }

    private static int find(String text, int from) {
        int lower = text.indexOf(SIGNATURE, from);
        int upper = text.indexOf("Sig=", from);
        return lower < 0 || upper < 0 ? Math.max(lower, upper) : Math.min(lower, upper);
    }

    /** What a signature may be made of: base64, also percent-encoded. */
    private static boolean part(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "%+/=-_.~".indexOf(c) >= 0);
    }
}
