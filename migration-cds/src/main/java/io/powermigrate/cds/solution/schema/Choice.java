package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;

/**
 * A choice with its options: a global one, or that of a single column.
 *
 * @param name its name
 * @param global whether columns share it
 * @param kind {@code picklist}, {@code bit}, {@code state} or {@code status}, as spelled by who told it
 * @param options in their order
 */
public record Choice(String name, boolean global, String kind, List<ChoiceOption> options) {

    /** Copies what it is given. */
    public Choice {
        options = List.copyOf(options);
    }

    /** The option of a value. */
    public Optional<ChoiceOption> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
