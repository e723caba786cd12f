package io.powermigrate.canvas;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One text that a {@link Substitution} looks for.
 *
 * @param from in lower case
 * @param to what it becomes
 * @param bounds what may stand before and behind
 */
record TextPattern(String from, String to, Bounds bounds) {

    /** What ends an address though a percent sign follows, also if that is encoded again. */
    private static final List<String> DELIMITERS =
            List.of("2f", "3f", "23", "22", "27", "29", "2c", "3d", "26", "7d", "5d");

    /** Index behind the pattern if it stands there, else the index itself. */
    int matches(Region region, int at) {
        int position = at;
        for (int i = 0; i < from.length(); i++) {
            char c = from.charAt(i);
            while (c == '/' && region.at(position) == '\\') {
                position++;
            }
            if (region.at(position) != c) {
                return at;
            }
            position++;
        }
        return bounds.allow(region, at, position) ? position : at;
    }

    /** Where the replaced region begins: with an address before a runtime path, at its scheme. */
    int begin(Region region, int at) {
        if (bounds != Bounds.RUNTIME || to.startsWith("/")) {
            return at;
        }
        int host = at;
        while (hostPart(region.at(host - 1))) {
            host--;
        }
        String scheme = "https://";
        int start = host - scheme.length();
        for (int i = 0; i < scheme.length(); i++) {
            if (region.at(start + i) != scheme.charAt(i)) {
                return at;
            }
        }
        return start;
    }

    /** The bytes that come in, with or without the address before a runtime path. */
    byte[] replacement(boolean wholeAddress) {
        boolean pathOnly = bounds == Bounds.RUNTIME && !wholeAddress && !to.startsWith("/");
        String text = pathOnly ? Connectors.path(to) : to;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hostPart(int c) {
        return alphanumeric(c) || c == '-' || c == '.';
    }

    private static boolean alphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean hexadecimal(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** What may not stand right before or behind. */
    enum Bounds {
        /** Anything may. */
        NONE,
        /** No letter or digit. */
        ID,
        /** Nothing that would make it another host. */
        HOST,
        /** Nothing that would make it another path. */
        ADDRESS,
        /** As an address; the host before it may be replaced too. */
        RUNTIME;

        private boolean allow(Region region, int start, int behind) {
            return switch (this) {
                case NONE -> true;
                case ID -> freeBefore(region, start) && !alphanumeric(region.at(behind));
                case HOST ->
                    freeBefore(region, start)
                            && region.at(start - 1) != '.'
                            && region.at(start - 1) != '-'
                            && ends(region, behind);
                case ADDRESS -> freeBefore(region, start) && ends(region, behind);
                case RUNTIME -> ends(region, behind);
            };
        }

        /** The letter or digit before may belong to an escape: {@code %2F}, {@code %252F}, {@code \u0027}, {@code \n}. */
        private static boolean freeBefore(Region region, int start) {
            if (!alphanumeric(region.at(start - 1))) {
                return true;
            }
            if (region.at(start - 2) == '\\') {
                return true;
            }
            if (region.at(start - 6) == '\\' && region.at(start - 5) == 'u') {
                return true;
            }
            boolean pair = hexadecimal(region.at(start - 1)) && hexadecimal(region.at(start - 2));
            return pair
                    && (region.at(start - 3) == '%'
                            || region.at(start - 5) == '%'
                                    && region.at(start - 4) == '2'
                                    && region.at(start - 3) == '5');
        }

        private static boolean ends(Region region, int behind) {
            int next = region.at(behind);
            if (next == '%') {
                int hex = behind + 1;
                while (region.at(hex) == '2' && region.at(hex + 1) == '5') {
                    hex += 2;
                }
                return DELIMITERS.contains("" + (char) region.at(hex) + (char) region.at(hex + 1));
            }
            boolean goesOn = next == '.' && alphanumeric(region.at(behind + 1));
            return !alphanumeric(next) && next != '-' && next != '_' && !goesOn;
        }
    }

    /** Bytes between start and end, letters in lower case; 0 outside. */
    @SuppressWarnings("ArrayRecordComponent") // shared, nobody writes to it
    record Region(byte[] text, int start, int end) {
        int at(int position) {
            return position < start || position >= end ? 0 : Substitution.fold(text[position]);
        }
    }
}
