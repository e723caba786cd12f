package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compile error that Studio itself recorded at the last save ({@code AppCheckerResult.sarif}, rules {@code app-Err…}). An error that
 * the source environment had before is not one of the migration (wire/msapp.md, section 4.6).
 *
 * @param rule the rule's id, such as {@code app-ErrInvalidName}
 * @param where screen, controls and property, joined by dots
 * @param charOffset start in the formula, in UTF-16 units
 * @param charLength length in UTF-16 units
 * @param text the words at that place
 * @param arguments what Studio puts into its message, or null
 */
public record StudioError(
        String rule,
        @Nullable String where,
        @Nullable Integer charOffset,
        @Nullable Integer charLength,
        @Nullable String text,
        @Nullable List<String> arguments) {

    /** Copies the arguments. */
    public StudioError {
        arguments = arguments == null ? null : List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
