package io.powermigrate.canvas.formula;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A place of a formula where a name of the app stands, or something that is spelled like it.
 *
 * @param name the name
 * @param kind what the app calls so
 * @param role what it is at this place
 * @param offset where it begins, in UTF-16 units
 * @param length how long it is as spelled, in UTF-16 units
 * @param member what stands behind the dot that follows: the operation of a service, the value of an option set; null without one
 */
public record NameUse(
        String name,
        SymbolKind kind,
        Role role,
        int offset,
        int length,
        @Nullable String member) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
