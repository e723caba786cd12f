package io.powermigrate.canvas.rebind;

/** What may not stand right before or behind a text, or it is a part of something else. */
enum Bounds {
    /** Anything may. */
    NONE,
    /** No letter or digit. */
    ID,
    /** No letter or digit behind. */
    END,
    /** Nothing that would make it another name of a connector. */
    NAME,
    /** Nothing that would make it another host. */
    HOST,
    /** Nothing that would make it another path. */
    ADDRESS,
    /** As an address; the host before it may be replaced too. */
    RUNTIME;

    /** What ends an address though it is percent-encoded. */
    private static final String DELIMITERS = "/?#\"'),=&}]<>";

    /** What goes on with an address. */
    private static final String PATH = "-_+@~!$%";

    boolean allow(TextRegion region, int begin, int behind, EscapedCursor cursor) {
        return switch (this) {
            case NONE -> true;
            case ID -> freeBefore(region, begin) && isEnd(behind, cursor);
            case END -> isEnd(behind, cursor);
            case NAME ->
                freeBefore(region, begin)
                        && "-_.".indexOf(region.at(begin - 1)) < 0
                        && !(cursor.read(behind) && (alphanumeric(cursor.codePoint()) || cursor.codePoint() == '-'));
            case HOST ->
                freeBefore(region, begin)
                        && ".-".indexOf(region.at(begin - 1)) < 0
                        && endsBefore(region, behind, cursor);
            case ADDRESS -> freeBefore(region, begin) && endsBefore(region, behind, cursor);
            case RUNTIME -> endsBefore(region, behind, cursor);
        };
    }

    private static boolean isEnd(int behind, EscapedCursor cursor) {
        return !(cursor.read(behind) && alphanumeric(cursor.codePoint()));
    }

    /** {@code …/sites/dev} is not a part of {@code …/sites/development}; a dot may end a sentence. */
    private static boolean endsBefore(TextRegion region, int behind, EscapedCursor cursor) {
        if (!cursor.read(behind)) {
            return true;
        }
        int next = cursor.codePoint();
        if (cursor.percent() > 0) {
            return DELIMITERS.indexOf(next) >= 0;
        }
        boolean goesOn = next == '.' && plain(region.at(cursor.next()));
        return !alphanumeric(next) && PATH.indexOf(next) < 0 && !goesOn;
    }

    private static boolean alphanumeric(int codePoint) {
        return codePoint < 0x80 ? plain(codePoint) : Character.isLetterOrDigit(codePoint);
    }

    /** Whether a byte of a region is a letter or digit of ASCII. */
    static boolean plain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean hexadecimal(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** The letter or digit before may belong to an escape: {@code %2F}, {@code %252F}, {@code \u0027}, {@code \n}. */
    private static boolean freeBefore(TextRegion region, int begin) {
        if (!plain(region.at(begin - 1))
                || region.at(begin - 2) == '\\'
                || region.at(begin - 6) == '\\' && region.at(begin - 5) == 'u') {
            return true;
        }
        int percent = begin - 3;
        while (region.at(percent) == '5' && region.at(percent - 1) == '2') {
            percent -= 2;
        }
        return hexadecimal(region.at(begin - 1)) && hexadecimal(region.at(begin - 2)) && region.at(percent) == '%';
    }
}
