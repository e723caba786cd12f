package io.powermigrate.canvas;

import io.powermigrate.internal.address.SiteAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replaces addresses, ids and texts, however services escape them (see {@link EscapedCursor}), GUIDs also without dashes; what comes in is
 * escaped as what it replaces (see {@link Spelling}). Works on the bytes of copied metadata, of bound values and of formulas alike, so an
 * address is the same address in all of them. Immutable.
 *
 * <p>All patterns are looked for in one pass that skips most bytes (Wu and Manber, 1994): two bytes that end no beginning of an anchor
 * tell how far the next one can be. Metadata are most of a document, and a few hundred places of it change.
 */
final class Substitution {

    private static final int SHORTEST = 2;
    private static final int LONGEST_WINDOW = 32;
    private static final int PAIRS = 1 << 16;
    private static final int SHORTEST_ID = 16;

    private final List<TextPattern> patterns = new ArrayList<>();
    private byte[] steps = {};
    private final Map<Integer, List<TextPattern>> byLastPair = new HashMap<>();
    private int window = LONGEST_WINDOW;

    /** All that the rebinding says about addresses and ids. */
    static Substitution of(Rebinding rebinding) {
        Substitution all = new Substitution();
        rebinding.all(Rebinding.Kind.DATASET).forEach(all::dataset);
        rebinding.all(Rebinding.Kind.TABLE).forEach((pair, to) -> all.table(ValueKey.second(pair), to));
        rebinding.all(Rebinding.Kind.CONNECTION).forEach((pair, to) -> all.id(ValueKey.second(pair), to));
        rebinding
                .all(Rebinding.Kind.INSTANCE)
                .forEach((from, to) -> all.add(Connectors.host(from), Connectors.host(to), Bounds.HOST));
        rebinding.all(Rebinding.Kind.FLOW).forEach(all::id);
        rebinding.all(Rebinding.Kind.VIEW).forEach(all::id);
        rebinding.all(Rebinding.Kind.FORM).forEach(all::id);
        rebinding.all(Rebinding.Kind.CONNECTOR).forEach((from, to) -> all.connector(from, to, rebinding));
        rebinding.all(Rebinding.Kind.TEXT).forEach((from, to) -> all.text(from, to, false));
        return all.indexed();
    }

    /**
     * Texts only.
     *
     * @param exact whether letter case counts; never in addresses and GUIDs
     */
    static Substitution of(Map<String, String> texts, boolean exact) {
        Substitution all = new Substitution();
        texts.forEach((from, to) -> all.text(from, to, exact));
        return all.indexed();
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** What is looked for, the longest first. */
    List<TextPattern> patterns() {
        return patterns;
    }

    private void dataset(String from, String to) {
        if (SiteAddress.isOne(from)) {
            add(from, Connectors.withoutSlash(to), Bounds.ADDRESS);
        } else {
            id(from, to);
        }
    }

    /** A short id could stand for anything, but not behind the word that every address of a table holds. */
    private void table(String from, String to) {
        if (from.length() < SHORTEST_ID) {
            add("/tables/" + from, "/tables/" + to, Bounds.END);
        } else {
            id(from, to);
        }
    }

    private void text(String from, String to, boolean exact) {
        if (SiteAddress.isOne(from)) {
            add(from, Connectors.withoutSlash(to), Bounds.ADDRESS);
        } else if (ValueKey.guid(from)) {
            id(from, to);
        } else {
            add(TextPattern.of(from, to, Bounds.NONE, exact));
        }
    }

    private void id(String from, String to) {
        if (from.length() >= SHORTEST_ID) {
            add(from, to, Bounds.ID);
            if (ValueKey.guid(from) && ValueKey.guid(to)) {
                add(from.replace("-", ""), to.replace("-", ""), Bounds.ID);
            }
        }
    }

    /** {@code https://europe-002.azure-apim.net/apim/name}: the name, and the address before it where it is known; and the name itself. */
    private void connector(String from, String to, Rebinding rebinding) {
        String path = Connectors.runtimePath(from);
        String address = rebinding
                .of(Rebinding.Kind.RUNTIME, from)
                .map(Connectors::withoutSlash)
                .orElse(Connectors.runtimePath(to));
        add(path, address, Bounds.RUNTIME);
        if (from.length() >= SHORTEST_ID) {
            add(from, to, Bounds.NAME);
        }
    }

    private void add(String from, String to, Bounds bounds) {
        add(TextPattern.of(from, to, bounds));
    }

    private void add(TextPattern pattern) {
        if (pattern.anchor().length() >= SHORTEST && !pattern.from().equals(pattern.to())) {
            patterns.add(pattern);
        }
    }

    /** Of those that end alike within the window the longest comes first. */
    private Substitution indexed() {
        patterns.sort(
                Comparator.comparingInt((TextPattern pattern) -> -pattern.from().length()));
        patterns.forEach(pattern -> window = Math.min(window, pattern.anchor().length()));
        steps = new byte[patterns.isEmpty() ? 0 : PAIRS];
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
    void in(TextRegion text, Spelling.Context context, Edits edits, Consumer<TextPattern> found) {
        int free = text.start();
        for (int at = text.start() + window - 1; at < text.end() && !isEmpty(); ) {
            int pair = pair(text.at(at - 1), text.at(at));
            int step = steps[pair];
            if (step > 0) {
                at += step;
                continue;
            }
            TextRegion region = new TextRegion(text.text(), free, text.end());
            TextPattern.Match match = first(pair, region, at - window + 1, context, found);
            if (match == null) {
                at++;
            } else {
                edits.add(match.begin(), match.end(), match.bytes());
                free = match.end();
                at = free + window - 1;
            }
        }
    }

    private TextPattern.@Nullable Match first(
            int pair, TextRegion region, int anchor, Spelling.Context context, Consumer<TextPattern> found) {
        for (TextPattern pattern : byLastPair.getOrDefault(pair, List.of())) {
            TextPattern.Match match = pattern.match(region, anchor, context);
            if (match != null) {
                found.accept(pattern);
                return match;
            }
        }
        return null;
    }
}
