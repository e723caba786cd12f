package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Something that a component of the package needs and the package does not hold (wire/dataverse.md, section 6.2).
 *
 * @param required what is needed
 * @param dependent the component of the package that needs it
 * @param solution unique name of the solution that had it in the source; null where it is not told or was no solution
 * @param version of that solution, the least that is needed; null where it is not told
 * @param active whether it was an unmanaged customisation of the source ({@code Active}): no solution to install has it
 * @param app the app whose installation brings it
 * @param provider the provider as the package spells it; empty where it says none
 */
public record MissingDependency(
        DependencyEnd required,
        DependencyEnd dependent,
        @Nullable String solution,
        @Nullable String version,
        boolean active,
        @Nullable String app,
        String provider) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
