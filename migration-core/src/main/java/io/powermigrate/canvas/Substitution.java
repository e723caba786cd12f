package io.powermigrate.canvas;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Replaces addresses, ids and texts in the copied metadata of data sources, where they stand in JSON inside JSON, percent-encoded once or
 * twice, GUIDs without dashes. Works on the bytes as they are spelled, at one pass for all patterns: only texts that no writer escapes
 * are looked for and put in, so the level of nesting makes no difference. Ignores case. Immutable.
 */
final class Substitution {

    private static final String ESCAPED_SOMEWHERE = "\"\\<>&'+`";
    private static final int WINDOW = 4;
    private static final int BITS = 12;
    private static final int SHORTEST_ID = 16;

    private final List<TextPattern> patterns = new ArrayList<>();
    private final TextPattern[][] byHash = new TextPattern[1 << BITS][];

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
        rebinding.all(Rebinding.Kind.TEXT).forEach((from, to) -> all.encoded(from, to, TextPattern.Bounds.NONE));
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
        if (from.length() >= WINDOW && plain(from) && plain(to) && !from.equals(to)) {
            patterns.add(new TextPattern(from.toLowerCase(Locale.ROOT), to, bounds));
        }
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && ESCAPED_SOMEWHERE.indexOf(c) < 0);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The longest of those that begin alike first. */
    private Substitution indexed() {
        patterns.sort(
                Comparator.comparingInt((TextPattern pattern) -> -pattern.from().length()));
        for (TextPattern pattern : patterns) {
            int window = 0;
            for (int i = 0; i < WINDOW; i++) {
                window = window >>> 8 | pattern.from().charAt(i) << 24;
            }
            int hash = hash(window);
            List<TextPattern> bucket = new ArrayList<>(byHash[hash] == null ? List.of() : List.of(byHash[hash]));
            bucket.add(pattern);
            byHash[hash] = bucket.toArray(TextPattern[]::new);
        }
        return this;
    }

    private static int hash(int window) {
        return window * 0x9e3779b1 >>> 32 - BITS;
    }

    /** Adds an edit for each place between start and end. */
    void in(byte[] text, int start, int end, Edits edits, Consumer<TextPattern> found) {
        int window = 0;
        int free = start;
        for (int at = start; at < end; at++) {
            window = window >>> 8 | fold(text[at]) << 24;
            TextPattern[] bucket = byHash[hash(window)];
            int begin = at - WINDOW + 1;
            if (bucket != null && begin >= free) {
                int behind = first(bucket, new TextPattern.Region(text, free, end), begin, edits, found);
                free = Math.max(free, behind);
                at = behind > begin ? behind - 1 : at;
            }
        }
    }

    private static int first(
            TextPattern[] bucket, TextPattern.Region region, int at, Edits edits, Consumer<TextPattern> found) {
        for (TextPattern pattern : bucket) {
            int behind = pattern.matches(region, at);
            if (behind > at) {
                int begin = pattern.begin(region, at);
                edits.add(begin, behind, pattern.replacement(begin < at));
                found.accept(pattern);
                return behind;
            }
        }
        return at;
    }

    static int fold(byte b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xff;
    }
}
