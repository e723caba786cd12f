package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.internal.address.PercentText;
import io.powermigrate.internal.address.SiteAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text that a {@link Substitution} looks for, however it is escaped.
 *
 * @param from what notes call it
 * @param to what it becomes
 * @param bounds what may stand before and behind
 * @param wanted its characters, without letter case unless it is exact
 * @param exact whether letter case counts
 * @param anchor its longest part that nobody escapes, in lower case; searched for byte by byte
 * @param anchorAt where that part begins
 * @param escaped whether the anchor is what one character looks like in an escape, because no part is free of them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to it
record TextPattern(
        String from,
        String to,
        Bounds bounds,
        int[] wanted,
        boolean exact,
        String anchor,
        int anchorAt,
        boolean escaped) {

    private static final String SCHEME = "https://";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]++");

    /** The most bytes that are looked at for one escaped character. */
    private static final int LONGEST_ESCAPE = 16;

    private static final int SHORTEST_ANCHOR = 2;

    /** One pattern; for a text that services may escape as a whole, such as one in Chinese, one for each escape. */
    static List<TextPattern> of(String from, String to, Bounds bounds, boolean exact) {
        TextPattern plain = plain(from, to, bounds, exact);
        int[] characters = from.codePoints().toArray();
        int at = 0;
        while (at < characters.length && characters[at] < 0x80) {
            at++;
        }
        if (plain.anchor.length() >= SHORTEST_ANCHOR || at == characters.length) {
            return List.of(plain);
        }
        int first = at;
        return EscapedForms.of(characters[first], exact).stream()
                .map(anchor -> new TextPattern(from, to, bounds, plain.wanted, exact, anchor, first, true))
                .toList();
    }

    private static TextPattern plain(String from, String to, Bounds bounds, boolean exact) {
        int[] wanted =
                from.codePoints().map(c -> exact ? c : PercentText.folded(c)).toArray();
        Run run = Run.of(from);
        return new TextPattern(from, to, bounds, wanted, exact, PercentText.folded(run.text), run.at, false);
    }

    /** The host of an address; else the longest run of characters that nobody escapes. */
    private record Run(String text, int at) {

        static Run of(String from) {
            Run longest = new Run("", 0);
            for (Matcher plain = PLAIN.matcher(from); plain.find(); ) {
                Run run = new Run(plain.group(), from.codePointCount(0, plain.start()));
                boolean host = SiteAddress.isOne(from) && run.text.equals(Connectors.host(from));
                if (host) {
                    return run;
                }
                longest = run.text.length() > longest.text.length() ? run : longest;
            }
            return longest;
        }
    }

    /** What stands there of this text, if its anchor begins at a place. */
    @Nullable
    Match match(TextRegion region, int anchorPlace, Spelling.Context context) {
        Spelling spelling = new Spelling(context);
        EscapedCursor cursor = new EscapedCursor(region.text(), region.end());
        int anchorBegin = escaped ? escapeAround(region, anchorPlace, cursor) : anchorPlace;
        int behind = read(cursor, anchorBegin, anchorAt, wanted.length, spelling);
        int begin = behind < 0 ? -1 : begin(region, cursor, anchorBegin, spelling);
        if (begin < 0 || !bounds.allow(region, begin, behind, cursor)) {
            return null;
        }
        if (cursor.read(behind)) {
            spelling.sawBehind(cursor);
        }
        int address = addressBefore(region, begin);
        byte[] bytes = spelling.of(replacement(begin, anchorBegin, address < begin), isAddress());
        return bytes == null ? null : new Match(address, behind, bytes);
    }

    /** Where the escape begins that the place is in, with all its backslashes and percent signs; the place where it is none. */
    private int escapeAround(TextRegion region, int place, EscapedCursor cursor) {
        int begin = place;
        for (int start = place; start >= Math.max(region.start(), place - LONGEST_ESCAPE); start--) {
            if (cursor.read(start) && cursor.next() > place && isWanted(cursor.codePoint(), wanted[anchorAt])) {
                begin = start;
            }
        }
        return begin;
    }

    /** Index behind the characters from one on to another, or -1. */
    private int read(EscapedCursor cursor, int at, int first, int last, @Nullable Spelling spelling) {
        int position = at;
        for (int i = first; i < last; i++) {
            if (!cursor.read(position) || !isWanted(cursor.codePoint(), wanted[i])) {
                return -1;
            }
            if (spelling != null) {
                spelling.saw(cursor, wanted[i]);
            }
            position = cursor.next();
            while (wanted[i] == '\\' && i + 1 < last && wanted[i + 1] == '\\') {
                i++; // a run of them is read as one
            }
        }
        return position;
    }

    private boolean isWanted(int c, int wantedOne) {
        return c == wantedOne || !exact && PercentText.folded(c) == wantedOne;
    }

    /** Where the text begins whose anchor begins there, or -1; an address may lack its scheme. */
    private int begin(TextRegion region, EscapedCursor cursor, int anchorBegin, Spelling spelling) {
        int farthest = Math.max(region.start(), anchorBegin - LONGEST_ESCAPE * anchorAt);
        for (int start = anchorBegin - anchorAt; start >= farthest; start--) {
            if (read(cursor, start, 0, anchorAt, null) == anchorBegin) {
                read(cursor, start, 0, anchorAt, spelling);
                return start;
            }
        }
        boolean host = bounds == Bounds.ADDRESS && anchorAt > 0 && anchor.equals(Connectors.host(from));
        return host && "@.-_".indexOf(region.at(anchorBegin - 1)) < 0 && SiteAddress.isOne(to) ? anchorBegin : -1;
    }

    /** Where an address begins that ends in this runtime path and goes with it; else where the path begins. */
    private int addressBefore(TextRegion region, int begin) {
        if (bounds != Bounds.RUNTIME || to.startsWith("/")) {
            return begin;
        }
        int host = begin;
        while (hostPart(region.at(host - 1))) {
            host--;
        }
        int start = host - SCHEME.length();
        for (int i = 0; i < SCHEME.length(); i++) {
            if (region.at(start + i) != SCHEME.charAt(i)) {
                return begin;
            }
        }
        return start;
    }

    /** What comes in: without scheme for an address that has none, with or without the address before a runtime path. */
    private String replacement(int begin, int anchorBegin, boolean wholeAddress) {
        if (bounds == Bounds.RUNTIME && !wholeAddress && !to.startsWith("/")) {
            return Connectors.path(to);
        }
        boolean schemeless = bounds == Bounds.ADDRESS && begin == anchorBegin && anchorAt > 0;
        return schemeless ? to.substring(to.indexOf("://") + 3) : to;
    }

    private boolean isAddress() {
        return bounds == Bounds.ADDRESS || bounds == Bounds.RUNTIME;
    }

    private static boolean hostPart(int c) {
        return Bounds.plain(c) || c == '-' || c == '.';
    }

    /** A place where the text stands, and the bytes that come there. */
    @SuppressWarnings("ArrayRecordComponent") // nobody writes to it
    record Match(int begin, int end, byte[] bytes) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextPattern pattern
                && from.equals(pattern.from)
                && to.equals(pattern.to)
                && anchor.equals(pattern.anchor)
                && bounds == pattern.bounds
                && exact == pattern.exact
                && Arrays.equals(wanted, pattern.wanted);
    }

    @Override
    public int hashCode() {
        return from.hashCode();
    }
}
