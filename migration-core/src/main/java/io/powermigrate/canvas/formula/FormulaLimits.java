package io.powermigrate.canvas.formula;

/**
 * What a formula may cost to read.
 *
 * @param tokens its tokens, comments among them, and its errors
 * @param depth brackets inside each other, and what is put into texts by {@code $"…{…}…"}
 */
public record FormulaLimits(int tokens, int depth) {

    /** Only the formula's length limits its cost: for formulas that are no longer than one is ready to pay for. */
    public static final FormulaLimits NONE = new FormulaLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
