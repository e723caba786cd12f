package io.powermigrate.internal.text;

import io.powermigrate.internal.secret.Secrets;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one rule for text from outside wherever people see it: one line, nothing invisible, not endless. What cannot be seen or turns
 * the text around becomes an escape as Java writes it ({@code \n}, {@code \u202e}); letters of every script, emoji and spaces stay.
 * A backslash stays as it is, so that showing twice shows the same. Pure, thread-safe.
 */
public final class Shown {

    /** How many characters of a name are shown. */
    public static final int LONGEST_NAME = 200;

    /** How many characters of a message or of a line are shown. */
    public static final int LONGEST_MESSAGE = 4000;

    private static final int LONGEST_END = 1500;
    private static final int LONGEST_ESCAPE = 6;

    private Shown() {}

    /** A name in one line: of a long one the beginning, and how long it is. */
    public static String name(String text) {
        return shown(text, LONGEST_NAME, 0);
    }

    /** A message in one line: of a long one the beginning, how long it is, and the end. */
    public static String message(String text) {
        return shown(text, LONGEST_MESSAGE, LONGEST_END);
    }

    /** A text in one line, all of it: for files that programs read. */
    public static String whole(String text) {
        return escaped(text, Integer.MAX_VALUE);
    }

    /** Whether a character cannot be seen, or changes how the rest is seen, wherever it stands; half of a pair counts as one. */
    public static boolean isInvisible(int codePoint) {
        return Invisible.isInvisible(codePoint);
    }

    /** What the {@code toString} of a value says: of a long text the beginning, and how long it is; without secrets. */
    public static String value(String text) {
        return Secrets.without(shown(text, LONGEST_MESSAGE, 0));
    }

    /** What a record's {@code toString} says: its name and components, each without secrets and shown as a name is. */
    public static String record(Record value) {
        return message(Stream.of(value.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + component(component, value))
                .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "[", "]")));
    }

    private static String component(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            Object held = component.getAccessor().invoke(value);
            return held instanceof String text ? Secrets.without(name(text)) : value(String.valueOf(held));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record reads its own components", e);
        }
    }

    private static String shown(String text, int longest, int end) {
        if (text.length() <= longest) {
            String whole = escaped(text, Integer.MAX_VALUE);
            if (whole.length() <= longest) {
                return whole;
            }
        }
        String cut = String.format(Locale.ROOT, "… (%,d characters)", text.codePointCount(0, text.length()));
        String last = end == 0 ? "" : " … " + end(text, end);
        return withoutHalf(escaped(text, longest - cut.length() - last.length())) + cut + last;
    }

    /** The end of a long text: not from within a character or an escape on. */
    private static String end(String text, int length) {
        int from = text.length() - length / LONGEST_ESCAPE;
        int escape = text.lastIndexOf('\\', from);
        from = escape > from - LONGEST_ESCAPE ? escape + LONGEST_ESCAPE : from;
        return escaped(
                Character.isLowSurrogate(text.charAt(from)) ? text.substring(from + 1) : text.substring(from), length);
    }

    /** As much of the text as fits, never half a character. */
    private static String escaped(String text, int room) {
        int plain = plain(text);
        if (plain == text.length() && plain <= room) {
            return text;
        }
        StringBuilder shown = new StringBuilder(Math.min(text.length() + 16, Math.max(room, 0)));
        for (int at = 0; at < text.length(); ) {
            int next = at + Character.charCount(text.codePointAt(at));
            int before = shown.length();
            if (Invisible.at(text, at)) {
                Escape.append(shown, text, at, next);
            } else {
                shown.append(text, at, next);
            }
            if (shown.length() > room) {
                shown.setLength(before);
                break;
            }
            at = next;
        }
        return shown.toString();
    }

    /** How much of the beginning can be shown as it is. */
    private static int plain(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Invisible.at(text, at)) {
                return at;
            }
        }
        return text.length();
    }

    /** Text that was shown before holds escapes as plain characters: they are not cut either, nor does a joiner end the text. */
    private static String withoutHalf(String text) {
        int last = text.lastIndexOf('\\');
        int end = last >= 0 && last > text.length() - LONGEST_ESCAPE ? last : text.length();
        while (end > 0
                && !Character.isLowSurrogate(text.charAt(end - 1))
                && Invisible.at(text.substring(0, end), end - 1)) {
            end--;
        }
        return text.substring(0, end);
    }
}
