package io.powermigrate.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name that does not exist. */
public final class Nearest {

    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private Nearest() {}

    /** At most three of the names, the most similar one first; without regard to case. */
    public static List<String> to(String name, Collection<String> names) {
        String wanted = folded(name);
        record Candidate(String name, int distance) {}
        return names.stream()
                .distinct()
                .map(each -> new Candidate(each, distance(wanted, folded(each))))
                .filter(each -> each.distance <= Math.max(2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    /** How many characters are added, left out or changed; none of what one of the two has more than the other at its ends. */
    private static int distance(String a, String b) {
        if (!a.isEmpty() && b.contains(a) || !b.isEmpty() && a.contains(b)) {
            return Math.min(2, Math.abs(a.length() - b.length()));
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
