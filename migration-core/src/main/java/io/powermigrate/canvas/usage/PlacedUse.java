package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.NameUse;
import io.powermigrate.internal.text.Shown;

/**
 * A place of the document where a data source is used, or something that is spelled like one.
 *
 * @param place where the formula stands
 * @param use what stands there; its offset and length count from the beginning of the formula
 * @param excerpt the words around, without the contents of texts and comments, for they may be secrets
 */
public record PlacedUse(FormulaPlace place, NameUse use, String excerpt) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
