package io.powermigrate.internal.text;

/** Characters as Java source writes them. */
final class Escape {

    private static final String SHORT = "\b\t\n\f\r";
    private static final String LETTERS = "btnfr";

    private Escape() {}

    /** Appends the characters of a text as escapes: the short ones, else UTF-16 units. */
    static void append(StringBuilder to, String text, int from, int end) {
        for (int at = from; at < end; at++) {
            int known = SHORT.indexOf(text.charAt(at));
            to.append('\\');
            if (known >= 0) {
                to.append(LETTERS.charAt(known));
            } else {
                to.append('u');
                String hex = Integer.toHexString(text.charAt(at));
                to.append("0".repeat(4 - hex.length())).append(hex);
            }
        }
    }
}
