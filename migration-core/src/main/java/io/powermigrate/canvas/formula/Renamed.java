package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * A formula after names of it were changed.
 *
 * @param text the formula as it is now
 * @param edits what was replaced, from left to right
 * @param errors why nothing was replaced: the formula as it was cannot be split into tokens; empty if it can
 */
public record Renamed(String text, List<Edit> edits, List<LexicalError> errors) {

    /** Copies the lists. */
    public Renamed {
        edits = List.copyOf(edits);
        errors = List.copyOf(errors);
    }

    /** Whether the text is another one now. */
    public boolean changed() {
        return !edits.isEmpty();
    }

    /**
     * Where a place of the formula as it was stands now, in UTF-16 units; a place inside of what was replaced stands where the
     * replacement begins. For {@code TaggedRuleArray[].Tag} (wire/msapp.md, section 2.4).
     */
    public int moved(int offset) {
        int shift = 0;
        for (Edit edit : edits) {
            if (edit.offset() + edit.length() > offset) {
                return Math.min(offset, edit.offset()) + shift;
            }
            shift += edit.shift();
        }
        return offset + shift;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
