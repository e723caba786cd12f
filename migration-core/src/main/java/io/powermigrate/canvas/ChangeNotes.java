package io.powermigrate.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts changes that are alike. For one thread. */
final class ChangeNotes {

    private final Map<Rebound.Change, Integer> counts = new LinkedHashMap<>();

    void changed(Tie tie, String entry, String from, String to) {
        count(new Rebound.Change(tie, entry, Redaction.of(from), Redaction.of(to), 0));
    }

    void removed(Tie tie, String entry) {
        count(new Rebound.Change(tie, entry, "", "", 0));
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
