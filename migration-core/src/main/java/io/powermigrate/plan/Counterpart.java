package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Difference;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of the destination a step is about.
 *
 * @param id its id there
 * @param displayName what it is called there
 * @param how how it was found
 * @param fingerprint of what it held when the plan was made
 * @param differences where it does not hold what is wanted
 */
public record Counterpart(String id, String displayName, String how, String fingerprint, List<Difference> differences) {

    public Counterpart {
        differences = List.copyOf(differences);
    }

    /** Whether it holds what is wanted. */
    public boolean isSame() {
        return differences.isEmpty();
    }

    /** The same, where more differs. */
    public Counterpart differingIn(List<Difference> more) {
        return new Counterpart(
                id,
                displayName,
                how,
                fingerprint,
                Stream.concat(differences.stream(), more.stream()).toList());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
