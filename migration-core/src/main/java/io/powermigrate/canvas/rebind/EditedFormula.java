package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.formula.Edit;
import io.powermigrate.canvas.formula.Renamed;
import java.util.List;
import java.util.Set;

/**
 * A formula after names of data sources and texts of it were changed. A text may be spelled as a name is, so which piece was which is kept.
 *
 * @param renamed the formula as it is now, with all that was replaced
 * @param texts those edits that replaced a text inside of a string
 */
record EditedFormula(Renamed renamed, Set<Edit> texts) {

    EditedFormula {
        texts = Set.copyOf(texts);
    }

    boolean changed() {
        return renamed.changed();
    }

    /** What the edit changed. */
    OriginReference tie(Edit edit) {
        return texts.contains(edit) ? OriginReference.LITERAL : OriginReference.NAME;
    }

    /** What all edits changed, each once. */
    List<OriginReference> ties() {
        return renamed.edits().stream().map(this::tie).distinct().toList();
    }
}
