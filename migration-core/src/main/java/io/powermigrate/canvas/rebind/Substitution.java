package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.json.Edits;
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

    private static final int LONGEST_WINDOW = 32;
    private static final int PAIRS = 1 << 16;

    private final List<TextPattern> patterns;
    private byte[] steps = {};
    private final Map<Integer, List<TextPattern>> byLastPair = new HashMap<>();
    private int window = LONGEST_WINDOW;

    private Substitution(List<TextPattern> patterns) {
        this.patterns = new ArrayList<>(patterns);
    }

    /**
     * Texts only.
     *
     * @param exact whether letter case counts; never in addresses and GUIDs
     */
    static Substitution of(Map<String, String> texts, boolean exact) {
        Patterns all = new Patterns();
        texts.forEach((from, to) -> all.text(from, to, exact));
        return of(all);
    }

    static Substitution of(Patterns patterns) {
        return new Substitution(patterns.all()).indexed();
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** What is looked for, the longest first. */
    List<TextPattern> patterns() {
        return patterns;
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
