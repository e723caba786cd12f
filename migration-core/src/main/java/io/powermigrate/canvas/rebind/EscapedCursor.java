package io.powermigrate.canvas.rebind;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads one character of a text in bytes, however services escape it: as it is (UTF-8), percent-encoded any number of times, with the
 * backslashes of JSON inside JSON, as an XML entity. Mutable and reused, because it reads a character in many places. For one thread.
 */
final class EscapedCursor {

    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');
    private static final int LONGEST_ENTITY = 8;
    private static final int NONE = 0xfffd;

    private final byte[] text;
    private final int end;
    private int codePoint;
    private int next;
    private int percent;
    private int backslashes;
    private boolean unicode;
    private boolean entity;

    EscapedCursor(byte[] text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Reads the character that begins there; false behind the end. */
    boolean read(int at) {
        percent = 0;
        backslashes = 0;
        unicode = false;
        entity = false;
        if (at < 0 || at >= end) {
            return false;
        }
        json(at);
        while (codePoint == '&' && entity()) {
            entity = true;
        }
        if (codePoint == '%') {
            percentEncoded();
        }
        return true;
    }

    int codePoint() {
        return codePoint;
    }

    /** Behind the character. */
    int next() {
        return next;
    }

    /** How often it is percent-encoded. */
    int percent() {
        return percent;
    }

    /** Backslashes before it. */
    int backslashes() {
        return backslashes;
    }

    /** Whether it is spelled as {@code \}{@code u} and four digits. */
    boolean isUnicode() {
        return unicode;
    }

    /** Whether it is an XML entity. */
    boolean isEntity() {
        return entity;
    }

    private int raw(int at) {
        return at < end ? text[at] & 0xff : 0;
    }

    private void json(int at) {
        int behind = at;
        while (raw(behind) == '\\') {
            behind++;
        }
        backslashes = behind - at;
        int follower = raw(behind);
        int unit = backslashes > 0 && follower == 'u' ? hex(behind + 1, 4) : -1;
        if (unit >= 0) {
            unicode = true;
            next = behind + 5;
            codePoint = unit;
            lowSurrogate();
        } else if (backslashes > 0 && follower != '/' && follower != '"') {
            codePoint = '\\';
            next = behind;
        } else {
            utf8(behind);
        }
    }

    private void lowSurrogate() {
        int digits = next + backslashes;
        if (Character.isHighSurrogate((char) codePoint) && raw(next) == '\\' && raw(digits) == 'u') {
            int low = hex(digits + 1, 4);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                codePoint = Character.toCodePoint((char) codePoint, (char) low);
                next = digits + 5;
            }
        }
    }

    private void utf8(int at) {
        int first = raw(at);
        int length = length(first);
        codePoint = length == 1 ? first : first & 0xff >> length + 1;
        next = at + 1;
        for (int i = 1; i < length; i++) {
            int more = raw(at + i);
            if ((more & 0xc0) != 0x80) {
                codePoint = NONE;
                return;
            }
            codePoint = codePoint << 6 | more & 0x3f;
            next = at + i + 1;
        }
    }

    private static int length(int first) {
        return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    /** Of {@code %25C3%25BC} each percent sign is encoded once more than in {@code %C3%BC}. */
    private void percentEncoded() {
        int level = 1;
        int at = next;
        while (raw(at) == '2' && raw(at + 1) == '5' && hex(at + 2, 2) >= 0) {
            at += 2;
            level++;
        }
        int first = hex(at, 2);
        if (first < 0) {
            return;
        }
        percent = level;
        next = at + 2;
        int length = length(first);
        codePoint = length == 1 ? first : first & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            int more = hex(next + 2 * level - 1, 2);
            if (raw(next) != '%' || (more & 0xc0) != 0x80) {
                codePoint = NONE;
                return;
            }
            codePoint = codePoint << 6 | more & 0x3f;
            next += 2 * level + 1;
        }
    }

    /** Whether an entity's name follows the ampersand; then it is read. */
    private boolean entity() {
        int semicolon = next;
        while (semicolon < next + LONGEST_ENTITY && raw(semicolon) != ';') {
            semicolon++;
        }
        if (raw(semicolon) != ';') {
            return false;
        }
        String name = new String(text, next, semicolon - next, StandardCharsets.ISO_8859_1);
        int value = name.startsWith("#") ? number(name.substring(1)) : ENTITIES.getOrDefault(name, '\0');
        if (value <= 0) {
            return false;
        }
        codePoint = value;
        next = semicolon + 1;
        return true;
    }

    private static int number(String digits) {
        boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
        try {
            int value = Integer.parseInt(hexadecimal ? digits.substring(1) : digits, hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(value) ? value : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private int hex(int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(raw(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
