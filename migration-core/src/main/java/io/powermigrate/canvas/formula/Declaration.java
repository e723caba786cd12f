package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;

/**
 * A name that a formula itself makes known: by {@code Set}, {@code UpdateContext}, {@code Navigate}, {@code Collect},
 * {@code ClearCollect}, {@code As}, or as a named formula. The last holds only in the property {@code Formulas} of the app;
 * elsewhere {@code a = b} compares.
 *
 * @param name the name
 * @param kind what it stands for
 */
public record Declaration(String name, SymbolKind kind) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
