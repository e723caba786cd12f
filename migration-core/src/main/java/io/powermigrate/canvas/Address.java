package io.powermigrate.canvas;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Where an address ends inside of a text: {@code …/sites/dev} is not a part of {@code …/sites/development}. */
final class Address {

    /** What ends an address though a percent sign follows, also if that is encoded again. */
    private static final List<String> DELIMITERS =
            List.of("2f", "3f", "23", "22", "27", "29", "2c", "3d", "26", "7d", "5d");

    private Address() {}

    /**
     * Whether an address may end before this place.
     *
     * @param text letters in lower case by position; 0 outside of the text
     */
    static boolean endsBefore(IntUnaryOperator text, int position) {
        int next = text.applyAsInt(position);
        if (next == '%') {
            int hex = position + 1;
            while (text.applyAsInt(hex) == '2' && text.applyAsInt(hex + 1) == '5') {
                hex += 2;
            }
            return DELIMITERS.contains("" + (char) text.applyAsInt(hex) + (char) text.applyAsInt(hex + 1));
        }
        boolean goesOn = next == '.' && alphanumeric(text.applyAsInt(position + 1));
        return !alphanumeric(next) && next != '-' && next != '_' && !goesOn;
    }

    static boolean alphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** Next place of a text from a position on, or -1; an address only where it ends. */
    static int find(String text, String part, int from) {
        int at = text.indexOf(part, from);
        while (at >= 0 && Rebinding.address(part) && !endsBefore(i -> lower(text, i), at + part.length())) {
            at = text.indexOf(part, at + 1);
        }
        return at;
    }

    private static int lower(String text, int at) {
        return at < text.length() ? Character.toLowerCase(text.charAt(at)) : 0;
    }
}
