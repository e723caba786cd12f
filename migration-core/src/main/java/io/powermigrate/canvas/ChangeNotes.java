package io.powermigrate.canvas;

import io.powermigrate.internal.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts changes that are alike. For one thread. */
final class ChangeNotes {

    private final List<Rebound.Unbound> unread = new ArrayList<>();
    private final Map<Rebound.Change, Integer> counts = new LinkedHashMap<>();

    void changed(Tie tie, String entry, String from, String to) {
        count(new Rebound.Change(tie, entry, Secrets.masked(from), Secrets.masked(to), 0));
    }

    void removed(Tie tie, String entry) {
        count(new Rebound.Change(tie, entry, "", "", 0));
    }

    /** Formulas of a YAML source: their names are noted where the controls hold them. */
    void sources(String entry, int formulas, List<Integer> strangeLines) {
        for (int i = 0; i < formulas; i++) {
            count(new Rebound.Change(Tie.NAME, entry, "formula", "formula with the new name", 0));
        }
        strangeLines.forEach(line -> unread.add(new Rebound.Unbound(
                Tie.NAME, "in " + entry + ", line " + line + ", where a formula is spelled as Studio never does")));
    }

    /** What could not be changed. */
    List<Rebound.Unbound> unread() {
        return unread;
    }

    private void count(Rebound.Change change) {
        counts.merge(change, 1, Integer::sum);
    }

    List<Rebound.Change> changes() {
        return counts.entrySet().stream()
                .map(change -> change.getKey().times(change.getValue()))
                .toList();
    }
}
