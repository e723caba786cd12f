package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;

/**
 * A place of a formula that names a data source.
 *
 * @param name what the formula calls it
 * @param sure whether it means the data source; without the types of columns that is sometimes not decided
 * @param brokenBefore whether Studio reported an error at this place at the last save in the source environment
 * @param place entry, screen, control, property, excerpt, offset and length in UTF-16 units
 */
public record Use(String name, boolean sure, boolean brokenBefore, DocumentPlace place) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
