package io.powermigrate.canvas.usage;

import io.powermigrate.internal.text.Shown;

/**
 * Where a formula stands, in the words that Studio shows.
 *
 * @param entry entry of the document, with slashes
 * @param screen outermost control: a screen, the app, a component, a test
 * @param control control that has the property
 * @param property the property, such as {@code OnSelect}
 * @param source what holds the formula
 */
public record FormulaPlace(String entry, String screen, String control, String property, FormulaSource source) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
