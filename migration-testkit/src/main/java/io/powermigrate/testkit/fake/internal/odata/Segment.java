package io.powermigrate.testkit.fake.internal.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One segment of a path: a name, and what stands in its parentheses.
 *
 * @param key without the parentheses; empty also for {@code ()}
 * @param called whether it has parentheses
 */
record Segment(String name, String key, boolean called) {

    /** Cuts a path at slashes that stand in no text and in no parentheses. */
    static List<Segment> of(String path) {
        List<Segment> segments = new ArrayList<>();
        for (String part : split(path, '/')) {
            if (!part.isEmpty()) {
                segments.add(one(part));
            }
        }
        return segments;
    }

    private static Segment one(String part) {
        int open = part.indexOf('(');
        boolean called = open > 0 && part.endsWith(")");
        return called
                ? new Segment(
                        part.substring(0, open),
                        part.substring(open + 1, part.length() - 1).trim(),
                        true)
                : new Segment(part, "", false);
    }

    /** Cuts at a sign that stands in no text and in no brackets. */
    static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            }
            if (c == sign && !quoted && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The id in the parentheses, if that is all that stands there; a quoted one counts too. */
    Optional<String> id() {
        String plain = key.replace("'", "").toLowerCase(Locale.ROOT);
        return plain.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(plain) : Optional.empty();
    }
}
