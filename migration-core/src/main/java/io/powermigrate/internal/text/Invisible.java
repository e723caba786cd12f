package io.powermigrate.internal.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells which characters of a text cannot be seen, or change how the rest is seen: control characters, line and paragraph
 * separators, direction marks, overrides and isolates, zero-width and other format characters, halves of surrogate pairs.
 * The joiners that Persian, Hindi and others are written with, and those that make one emoji of several, are letters there and
 * stay; anywhere else they are invisible.
 */
final class Invisible {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    /** First and last of each range of {@code Default_Ignorable_Code_Point} (Unicode 15) whose category does not say it. */
    private static final int[][] IGNORABLE = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2060, 0x206F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.NKO,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Invisible() {}

    /** Whether the character that begins at an index has to be shown as an escape. */
    static boolean at(String text, int index) {
        char unit = text.charAt(index);
        if (unit >= ' ' && unit < 0x7F) {
            return false;
        }
        int code = text.codePointAt(index);
        return isInvisible(code) && !isWritten(text, index, code);
    }

    /** Whether it is one wherever it stands. */
    static boolean isInvisible(int code) {
        switch (Character.getType(code)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return true;
            default:
                return isIgnorable(code);
        }
    }

    private static boolean isIgnorable(int code) {
        for (int[] range : IGNORABLE) {
            if (code >= range[0] && code <= range[1]) {
                return true;
            }
        }
        return (code & 0xFFFE) == 0xFFFE; // no character at all
    }

    /** Whether it is a joiner or a style where people write one. */
    private static boolean isWritten(String text, int index, int code) {
        if (index == 0 || code != NON_JOINER && code != JOINER && code != EMOJI_STYLE) {
            return false;
        }
        int before = text.codePointBefore(index);
        int after = index + 1 < text.length() ? text.codePointAt(index + 1) : 0;
        if (code == EMOJI_STYLE) {
            return isPicture(before)
                    || after == KEYCAP && (before >= '0' && before <= '9' || before == '#' || before == '*');
        }
        boolean emoji = code == JOINER && (isPicture(before) || isStyled(text, index)) && isPicture(after);
        return emoji || isJoining(before) && isJoining(after);
    }

    /** Whether a picture with its style ends here. */
    private static boolean isStyled(String text, int index) {
        return text.charAt(index - 1) == EMOJI_STYLE && isWritten(text, index - 1, EMOJI_STYLE);
    }

    private static boolean isPicture(int code) {
        return Character.getType(code) == Character.OTHER_SYMBOL || code >= 0x1F000 && code <= 0x1FAFF;
    }

    private static boolean isJoining(int code) {
        UnicodeScript script = UnicodeScript.of(code);
        return JOINING.contains(script)
                || script == UnicodeScript.INHERITED
                        && Character.getType(code) == Character.NON_SPACING_MARK
                        && !isIgnorable(code);
    }
}
