package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.formula.Edit;
import io.powermigrate.canvas.formula.Renamed;
import java.util.Arrays;

/** Where places of a formula stand after its edits, for many places of a formula of many edits: as {@link Renamed#moved} says. */
final class Moves {

    private final Edit[] edits;
    private final int[] ends;
    private final int[] shifts;

    Moves(Renamed renamed) {
        this.edits = renamed.edits().toArray(Edit[]::new);
        this.ends = new int[edits.length];
        this.shifts = new int[edits.length + 1];
        for (int i = 0; i < edits.length; i++) {
            ends[i] = edits[i].offset() + edits[i].length();
            shifts[i + 1] = shifts[i] + edits[i].shift();
        }
    }

    int of(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        int next = found < 0 ? -found - 1 : found + 1;
        int place = next == edits.length ? offset : Math.min(offset, edits[next].offset());
        return place + shifts[next];
    }
}
