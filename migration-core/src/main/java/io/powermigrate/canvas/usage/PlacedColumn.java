package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.ColumnText;

/**
 * A place of the document where a text names a column.
 *
 * @param place where the formula stands
 * @param column what is named there
 */
public record PlacedColumn(FormulaPlace place, ColumnText column) {}
