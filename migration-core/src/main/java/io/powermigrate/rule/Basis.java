package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a rule rests on.
 *
 * @param source where the fact stands
 * @param lastKnownTrue the day on which it was last known to be true
 * @param sure whether the source is first-hand and present; an unsure rule yields at most a warning unless the service
 *     itself confirms it
 */
public record Basis(String source, LocalDate lastKnownTrue, boolean sure) {

    public Basis {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(lastKnownTrue, "lastKnownTrue");
    }

    /** First-hand and present. */
    public static Basis sure(String source, String lastKnownTrue) {
        return new Basis(source, LocalDate.parse(lastKnownTrue), true);
    }

    /** Old, inferred, or to be verified. */
    public static Basis unsure(String source, String lastKnownTrue) {
        return new Basis(source, LocalDate.parse(lastKnownTrue), false);
    }

    @Override
    public String toString() {
        return Shown.message(source + ", " + lastKnownTrue + (sure ? "" : ", unsure"));
    }
}
