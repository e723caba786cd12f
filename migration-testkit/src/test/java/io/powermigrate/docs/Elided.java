package io.powermigrate.docs;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text from which something was left out: a line of dots stands for any lines, dots in a line for any words. */
final class Elided {

    private static final String DOTS = "...";

    private Elided() {}

    /** The lines of the elided text that the whole one does not have, in this order; none if it has them all. */
    static List<String> missing(String elided, String whole) {
        List<String> wanted = elided.lines().toList();
        List<String> lines = whole.lines().toList();
        for (int start = 0; start < lines.size(); start++) {
            if (Pattern.matches(line(wanted.get(0)), lines.get(start))) {
                return missing(wanted, lines.subList(start, lines.size()));
            }
        }
        return wanted.subList(0, 1);
    }

    private static List<String> missing(List<String> wanted, List<String> lines) {
        int at = 0;
        boolean gap = false;
        for (String want : wanted) {
            if (want.strip().equals(DOTS) || (gap && want.isBlank())) {
                gap = true;
                continue;
            }
            int found = at;
            while (found < lines.size() && !Pattern.matches(line(want), lines.get(found))) {
                found++;
            }
            if (found == lines.size() || (!gap && found > at)) {
                return List.of(want);
            }
            at = found + 1;
            gap = false;
        }
        return List.of();
    }

    private static String line(String elided) {
        return Arrays.stream(elided.stripTrailing().split(Pattern.quote(DOTS), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }
}
