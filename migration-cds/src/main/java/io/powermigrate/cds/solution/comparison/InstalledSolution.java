package io.powermigrate.cds.solution.comparison;

import io.powermigrate.internal.text.Shown;

/**
 * A solution that an environment holds.
 *
 * @param uniqueName what it is called everywhere
 * @param version two to four numbers
 * @param managed whether it is managed
 * @param publisher unique name of its publisher; empty if not known
 */
public record InstalledSolution(String uniqueName, String version, boolean managed, String publisher) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
