package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;

/**
 * A line that somebody pastes: into the mapping, or where the migration is built.
 *
 * @param code Java source
 * @param from the value of the source that it is about
 * @param to what it leads to; empty where that has to be filled in
 */
public record Line(String code, String from, String to) {

    /** The line of a mapping. */
    public static Line of(Binding binding) {
        return new Line(binding.toCode(), binding.from(), binding.isToBeFilledIn() ? "" : binding.to());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
