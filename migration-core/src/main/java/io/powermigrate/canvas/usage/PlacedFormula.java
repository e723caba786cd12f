package io.powermigrate.canvas.usage;

/**
 * A formula and where it stands.
 *
 * @param place where
 * @param text the formula as the document holds it; may hold a signed address
 */
public record PlacedFormula(FormulaPlace place, String text) {

    /** Without the formula, which may hold a signed address. */
    @Override
    public String toString() {
        return "PlacedFormula[" + place + "]";
    }
}
