package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The publisher of a solution.
 *
 * @param uniqueName what it is called everywhere
 * @param prefix what names of its components begin with, without the underscore
 * @param optionValuePrefix what values of its options begin with
 */
public record Publisher(
        String uniqueName,
        @Nullable String prefix,
        @Nullable String optionValuePrefix) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
