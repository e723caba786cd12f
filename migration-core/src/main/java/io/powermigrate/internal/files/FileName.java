package io.powermigrate.internal.files;

import io.powermigrate.internal.text.Shown;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for files, made of names from outside: every file system takes them, and none leads out of its folder. Pure,
 * thread-safe.
 */
public final class FileName {

    /** With mark and ending it stays below 143 bytes, the least that a common file system takes. */
    private static final int LONGEST_STEM = 110;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\s*(\\..*)?");
    private static final String KEPT = " ._-()";

    private FileName() {}

    /**
     * A name that people read, with a mark before its ending.
     *
     * @param name what it should be called; may be anything
     * @param mark tells it from others of that name; letters and digits
     */
    public static String of(String name, String mark) {
        Matcher found = ENDING.matcher(name);
        String ending = found.find() ? found.group() : "";
        String stem = stem(name.substring(0, name.length() - ending.length()));
        return stem + "." + mark + ending;
    }

    private static String stem(String name) {
        StringBuilder safe = new StringBuilder();
        int bytes = 0;
        for (int point :
                Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray()) {
            String kept = isKept(point) ? Character.toString(point) : "_";
            bytes += kept.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_STEM) {
                break;
            }
            safe.append(kept);
        }
        String stem = withoutEdges(safe.toString());
        if (stem.isEmpty()) {
            return "file";
        }
        return RESERVED.matcher(stem).matches() ? "_" + stem : stem;
    }

    private static boolean isKept(int point) {
        int type = Character.getType(point);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        String one = Character.toString(point);
        return (Character.isLetterOrDigit(point) || mark || KEPT.indexOf(point) >= 0)
                && Shown.name(one).equals(one);
    }

    /** No blank or dot at its ends, and no hyphen at its beginning; a loop, because an expression is slow at the end. */
    private static String withoutEdges(String name) {
        int start = 0;
        while (start < name.length() && " .-".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        int end = name.length();
        while (end > start && " .".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }
}
