package io.powermigrate.canvas.rebind;

import io.powermigrate.internal.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts changes that are alike. For one thread. */
final class ChangeNotes {

    private final List<UnboundValue> unread = new ArrayList<>();
    private final Map<DocumentChange, Integer> counts = new LinkedHashMap<>();

    void changed(OriginReference tie, String entry, String from, String to) {
        count(new DocumentChange(tie, entry, Secrets.masked(from), Secrets.masked(to), 0));
    }

    void removed(OriginReference tie, String entry) {
        count(new DocumentChange(tie, entry, "", "", 0));
    }

    /** Formulas of a YAML source: what stands in them is noted where the controls hold it. */
    void sources(String entry, PaYaml source) {
        source.changed().forEach(tie -> count(new DocumentChange(tie, entry, "formula", after(tie), 0)));
        source.strange()
                .forEach(strange -> unread.add(new UnboundValue(
                        strange.tie(),
                        "in " + entry + ", line " + strange.line()
                                + ", where a formula is spelled as Studio never does")));
    }

    private static String after(OriginReference tie) {
        return tie == OriginReference.LITERAL ? "formula with the new text" : "formula with the new name";
    }

    /** What could not be changed. */
    List<UnboundValue> unread() {
        return unread;
    }

    private void count(DocumentChange change) {
        counts.merge(change, 1, Integer::sum);
    }

    List<DocumentChange> changes() {
        return counts.entrySet().stream()
                .map(change -> change.getKey().times(change.getValue()))
                .toList();
    }
}
