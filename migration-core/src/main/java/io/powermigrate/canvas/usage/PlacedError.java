package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.LexicalError;

/**
 * A formula of the document that cannot be read.
 *
 * @param place where the formula stands
 * @param error what is wrong in it
 */
public record PlacedError(FormulaPlace place, LexicalError error) {}
