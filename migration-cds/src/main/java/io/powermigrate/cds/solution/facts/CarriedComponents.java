package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * Components of one type that travel and are not compared.
 *
 * @param type what the package calls them: a section or a folder
 * @param names what they are called, in their order; may be fewer than there are
 * @param count how many there are
 */
public record CarriedComponents(String type, List<String> names, int count) {

    /** Copies what it is given. */
    public CarriedComponents {
        names = List.copyOf(names);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
