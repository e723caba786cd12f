package io.powermigrate.internal.secret;

/** Signs that are encoded for an address, once or several times: {@code %3D}, {@code %253D}. */
final class Encoded {

    private static final int DEEPEST = 6;

    private Encoded() {}

    /** Behind an encoded sign of the row 3 (such as {@code =}, {@code ?}) that begins here; -1 where none does. */
    static int end(String text, int at, char digit) {
        int next = afterPercent(text, at);
        return next > 0 && next + 1 < text.length() && text.charAt(next) == '3' && is(text, next + 1, digit)
                ? next + 2
                : -1;
    }

    /** Whether an encoded {@code &} begins here. */
    static boolean isAnd(String text, int at) {
        int next = afterPercent(text, at);
        return next > 0 && text.startsWith("26", next);
    }

    /** A name without the rest of an encoded sign in front of it, such as {@code 253Fsig}. */
    static String name(String name) {
        int from = 0;
        while (from < DEEPEST * 2 && name.startsWith("25", from)) {
            from += 2;
        }
        return name.length() > from + 2 && isHex(name.charAt(from)) && isHex(name.charAt(from + 1))
                ? name.substring(from + 2)
                : name;
    }

    private static int afterPercent(String text, int at) {
        if (text.charAt(at) != '%') {
            return -1;
        }
        int next = at + 1;
        for (int depth = 0; depth < DEEPEST && text.startsWith("25", next); depth++) {
            next += 2;
        }
        return next;
    }

    private static boolean is(String text, int at, char letter) {
        return Character.toUpperCase(text.charAt(at)) == letter;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
