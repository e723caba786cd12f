package io.powermigrate.canvas;

import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compile error that Studio itself recorded at the last save ({@code AppCheckerResult.sarif}, rules {@code app-Err…}). An error that
 * the origin had before is not one of the migration (wire/msapp.md, section 4.6).
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

    /** The last part of its place. */
    String property() {
        return where == null ? "" : where.substring(where.lastIndexOf('.') + 1);
    }

    /** Whether it is about this place; one that tells no offset is about its whole property. */
    boolean isAt(PlacedUse placed) {
        String property = placed.place().control() + "." + placed.place().property();
        if (where == null || !(where.equals(property) || where.endsWith("." + property))) {
            return false;
        }
        if (charOffset == null || charLength == null) {
            return true;
        }
        int end = placed.use().offset() + placed.use().length();
        return charOffset < end && placed.use().offset() < charOffset + Math.max(charLength, 1);
    }

    /** All compile errors of the runs, in order. */
    static List<StudioError> read(JsonCursor json) {
        List<StudioError> errors = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("runs")) {
                json.enterArray();
                while (json.nextElement()) {
                    run(json, errors);
                }
            }
        }
        return errors;
    }

    private static void run(JsonCursor json, List<StudioError> errors) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("results")) {
                json.enterArray();
                while (json.nextElement()) {
                    new SarifResult().read(json).ifPresent(errors::add);
                }
            }
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
