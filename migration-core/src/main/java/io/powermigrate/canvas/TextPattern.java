package io.powermigrate.canvas;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One text that a {@link Substitution} looks for. A slash may be spelled with backslashes before it.
 *
 * @param from in lower case
 * @param to what it becomes
 * @param bounds what may stand before and behind
 * @param anchor its longest part without a slash
 */
record TextPattern(String from, String to, Bounds bounds, String anchor) {

    private static final String SCHEME = "https://";

    static TextPattern of(String from, String to, Bounds bounds) {
        String anchor = Stream.of(from.split("/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return new TextPattern(from, to, bounds, anchor);
    }

    /** Index behind the pattern whose anchor begins there, or -1. */
    int end(Region region, int anchorAt) {
        int position = anchorAt;
        for (int i = from.indexOf(anchor); i < from.length(); i++) {
            char c = from.charAt(i);
            while (c == '/' && region.at(position) == '\\') {
                position++;
            }
            if (region.at(position) != c) {
                return -1;
            }
            position++;
        }
        return position;
    }

    /** Where the pattern begins whose anchor begins there, or -1. */
    int begin(Region region, int anchorAt) {
        int position = anchorAt;
        for (int i = from.indexOf(anchor) - 1; i >= 0; i--) {
            position--;
            if (region.at(position) != from.charAt(i)) {
                return -1;
            }
            while (i > 0 && from.charAt(i) == '/' && region.at(position - 1) == '\\') {
                position--;
            }
        }
        return position >= region.start ? position : -1;
    }

    /** Whether it is a whole, and not a part of something else. */
    boolean allowed(Region region, int begin, int behind) {
        return bounds.allow(region, begin, behind);
    }

    /** Where an address begins that ends in this runtime path and goes with it; else where the path begins. */
    int addressBefore(Region region, int begin) {
        if (bounds != Bounds.RUNTIME || to.startsWith("/")) {
            return begin;
        }
        int host = begin;
        while (hostPart(region.at(host - 1))) {
            host--;
        }
        int start = host - SCHEME.length();
        for (int i = 0; i < SCHEME.length(); i++) {
            if (region.at(start + i) != SCHEME.charAt(i)) {
                return begin;
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
        return Address.alphanumeric(c) || c == '-' || c == '.';
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
                case ID -> freeBefore(region, start) && !Address.alphanumeric(region.at(behind));
                case HOST ->
                    freeBefore(region, start)
                            && region.at(start - 1) != '.'
                            && region.at(start - 1) != '-'
                            && Address.endsBefore(region::at, behind);
                case ADDRESS -> freeBefore(region, start) && Address.endsBefore(region::at, behind);
                case RUNTIME -> Address.endsBefore(region::at, behind);
            };
        }

        /** The letter or digit before may belong to an escape: {@code %2F}, {@code %252F}, {@code \u0027}, {@code \n}. */
        private static boolean freeBefore(Region region, int start) {
            if (!Address.alphanumeric(region.at(start - 1))) {
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
    }

    /** Bytes between start and end, letters in lower case; 0 outside. */
    @SuppressWarnings("ArrayRecordComponent") // shared, nobody writes to it
    record Region(byte[] text, int start, int end) {
        int at(int position) {
            return position < start || position >= end ? 0 : Substitution.fold(text[position]);
        }
    }
}
