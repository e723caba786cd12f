package io.powermigrate.canvas;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Replaces addresses, ids and texts in the copied metadata of data sources, where they stand in JSON inside JSON, percent-encoded once or
 * twice, GUIDs without dashes. Works on the bytes as they are spelled: only texts that no writer escapes are looked for and put in, so the
 * level of nesting makes no difference. Ignores case. Immutable.
 *
 * <p>All patterns are looked for in one pass that skips most bytes (Wu and Manber, 1994): two bytes that end no beginning of a pattern
 * tell how far the next one can be. Metadata are most of a document, and a few hundred places of it change.
 */
final class Substitution {

    private static final String ESCAPED_SOMEWHERE = "\"\\<>&'+`";
    private static final int SHORTEST = 4;
    private static final int LONGEST_WINDOW = 32;
    private static final int PAIRS = 1 << 16;
    private static final int SHORTEST_ID = 16;

    private final List<TextPattern> patterns = new ArrayList<>();
    private final byte[] steps = new byte[PAIRS];
    private final Map<Integer, List<TextPattern>> byLastPair = new HashMap<>();
    private int window = LONGEST_WINDOW;

    /** All that the rebinding says about addresses and ids. */
    static Substitution of(Rebinding rebinding) {
        Substitution all = new Substitution();
        rebinding.all(Rebinding.Kind.DATASET).forEach(all::addressOrNothing);
        rebinding.all(Rebinding.Kind.TABLE).forEach((pair, to) -> all.id(pair.substring(pair.indexOf('\n') + 1), to));
        rebinding
                .all(Rebinding.Kind.CONNECTION)
                .forEach((pair, to) -> all.id(pair.substring(pair.indexOf('\n') + 1), to));
        rebinding
                .all(Rebinding.Kind.INSTANCE)
                .forEach((from, to) -> all.add(Connectors.host(from), Connectors.host(to), TextPattern.Bounds.HOST));
        rebinding.all(Rebinding.Kind.FLOW).forEach(all::id);
        rebinding.all(Rebinding.Kind.VIEW).forEach(all::id);
        rebinding.all(Rebinding.Kind.FORM).forEach(all::id);
        rebinding.all(Rebinding.Kind.CONNECTOR).forEach((from, to) -> all.connector(from, to, rebinding));
        rebinding.all(Rebinding.Kind.TEXT).forEach(all::text);
        return all.indexed();
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    private void addressOrNothing(String from, String to) {
        if (Rebinding.address(from)) {
            encoded(from, Connectors.withoutSlash(to), TextPattern.Bounds.ADDRESS);
        }
    }

    private void text(String from, String to) {
        encoded(from, to, Rebinding.address(from) ? TextPattern.Bounds.ADDRESS : TextPattern.Bounds.NONE);
    }

    private void encoded(String from, String to, TextPattern.Bounds bounds) {
        add(from, to, bounds);
        String once = percent(from);
        if (!once.equals(from)) {
            add(once, percent(to), bounds);
            add(percent(once), percent(percent(to)), bounds);
        }
    }

    private void id(String from, String to) {
        if (from.length() >= SHORTEST_ID) {
            add(from, to, TextPattern.Bounds.ID);
            if (Rebinding.guid(from) && Rebinding.guid(to)) {
                add(from.replace("-", ""), to.replace("-", ""), TextPattern.Bounds.ID);
            }
        }
    }

    /** {@code https://europe-002.azure-apim.net/apim/name}: the name, and the address before it where it is known. */
    private void connector(String from, String to, Rebinding rebinding) {
        String path = Connectors.runtimePath(from);
        String address = rebinding
                .of(Rebinding.Kind.RUNTIME, from)
                .map(Connectors::withoutSlash)
                .orElse(Connectors.runtimePath(to));
        add(path, address, TextPattern.Bounds.RUNTIME);
    }

    private void add(String from, String to, TextPattern.Bounds bounds) {
        TextPattern pattern = TextPattern.of(from.toLowerCase(Locale.ROOT), to, bounds);
        if (pattern.anchor().length() >= SHORTEST && plain(from) && plain(to) && !from.equals(to)) {
            patterns.add(pattern);
        }
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && ESCAPED_SOMEWHERE.indexOf(c) < 0);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of those that end alike within the window the longest comes first. */
    private Substitution indexed() {
        patterns.sort(
                Comparator.comparingInt((TextPattern pattern) -> -pattern.from().length()));
        patterns.forEach(pattern -> window = Math.min(window, pattern.anchor().length()));
        Arrays.fill(steps, (byte) (window - 1));
        for (TextPattern pattern : patterns) {
            for (int i = 1; i < window; i++) {
                int pair = pair(pattern.anchor().charAt(i - 1), pattern.anchor().charAt(i));
                steps[pair] = (byte) Math.min(steps[pair], window - 1 - i);
            }
            int last =
                    pair(pattern.anchor().charAt(window - 2), pattern.anchor().charAt(window - 1));
            byLastPair.computeIfAbsent(last, pair -> new ArrayList<>()).add(pattern);
        }
        return this;
    }

    private static int pair(int first, int second) {
        return first << 8 | second;
    }

    /** Adds an edit for each place between start and end. */
    void in(byte[] text, int start, int end, Edits edits, Consumer<TextPattern> found) {
        int free = start;
        for (int at = start + window - 1; at < end; ) {
            int pair = pair(fold(text[at - 1]), fold(text[at]));
            int step = steps[pair];
            if (step > 0) {
                at += step;
                continue;
            }
            int behind = first(pair, new TextPattern.Region(text, free, end), at - window + 1, edits, found);
            at = behind > at ? behind + window - 1 : at + 1;
            free = Math.max(free, behind);
        }
    }

    /** Index behind the first pattern that stands there, or -1. */
    private int first(int pair, TextPattern.Region region, int anchor, Edits edits, Consumer<TextPattern> found) {
        for (TextPattern pattern : byLastPair.getOrDefault(pair, List.of())) {
            int behind = pattern.end(region, anchor);
            int begin = behind < 0 ? -1 : pattern.begin(region, anchor);
            if (begin >= 0 && pattern.allowed(region, begin, behind)) {
                int address = pattern.addressBefore(region, begin);
                edits.add(address, behind, pattern.replacement(address < begin));
                found.accept(pattern);
                return behind;
            }
        }
        return -1;
    }

    static int fold(byte b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xff;
    }
}
