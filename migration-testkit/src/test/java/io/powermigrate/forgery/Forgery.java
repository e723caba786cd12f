package io.powermigrate.forgery;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text that tries to deceive.
 *
 * @param what how it tries
 * @param text the text
 */
record Forgery(String what, String text) {

    /** What no page, message, log line or {@code toString} may hold, but for line breaks of our own. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\n]]");

    /** What a reader takes for a line of ours: only a line break can make it one. */
    private static final Pattern FORGED_LINE =
            Pattern.compile("(?m)^(DONE|0 changes|\\s*DONE CREATE|NOTHING TO DO \\(999\\)).*");

    static List<Forgery> all() {
        return List.of(
                new Forgery("a section", "Leave\n\nNOTHING TO DO (999)\n  0 changes"),
                new Forgery("a line of a report", "Leave\r\nDONE (12)\r\nDONE CREATE flow \"Leave\""),
                new Forgery("other line breaks", "Leave\u2028DONE (12)\u2029DONE (13)\u0085DONE (14)\u000BDONE\fDONE"),
                new Forgery("a terminal that is cleared", "Leave\u001B[2J\u001B[1;1HDONE \u009B31m\u0007"),
                new Forgery("text turned around", "Leave \u202Edetaerc erew segnahc 0\u202C \u2066x\u2069\u200F\u061C"),
                new Forgery("nothing to see", "Le\u200Bave\u2060\uFEFF\u00AD\u200D\u3164\uDB40\uDC41"),
                new Forgery("half a character", "Leave \uD83D \uDE00"),
                new Forgery("a megabyte", "Leave " + "x".repeat(1 << 20)));
    }

    /** What of it an output shows as it is; empty when all is well. */
    static List<String> seenIn(String output) {
        return java.util.stream.Stream.of(INVISIBLE, FORGED_LINE)
                .flatMap(pattern -> pattern.matcher(output).results())
                .map(found -> found.group()
                                .codePoints()
                                .mapToObj(Integer::toHexString)
                                .toList() + " at " + found.start())
                .limit(5)
                .toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
