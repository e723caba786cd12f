package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;

/**
 * A text that names a column, as in {@code SortByColumns(Orders, "createdon")} (wire/msapp.md, section 4.5, no. 8).
 *
 * @param table the table of the column, as formulas call it
 * @param column the column, by title or logical name
 * @param offset where the text begins, in UTF-16 units
 * @param length how long it is with its quotes, in UTF-16 units
 */
public record ColumnText(String table, String column, int offset, int length) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
