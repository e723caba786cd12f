package io.powermigrate.internal.plan;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a plan is made of.
 *
 * @param source what the source holds, in depth where the plan is about it
 * @param destination what the destination holds, in depth for counterparts
 * @param mapping what the caller bound, over what earlier runs recorded
 * @param considered what the scope selects and all that it refers to
 * @param troubles what is known besides, such as what the journal tells
 * @param rehearsed what a rehearsal found
 * @param carriers what packagers told
 */
public record Reading(
        Inventory source,
        Inventory destination,
        Mapping mapping,
        Set<ResourceKey> considered,
        List<Finding> troubles,
        List<Finding> rehearsed,
        Carriers carriers) {

    public Reading {
        considered = Set.copyOf(considered);
        troubles = List.copyOf(troubles);
        rehearsed = List.copyOf(rehearsed);
    }

    /** This reading with another mapping. */
    Reading with(Mapping other) {
        return new Reading(source, destination, other, considered, troubles, rehearsed, carriers);
    }

    /** This reading with more that is known. */
    public Reading with(List<Finding> more) {
        return new Reading(
                source,
                destination,
                mapping,
                considered,
                Stream.concat(troubles.stream(), more.stream()).toList(),
                rehearsed,
                carriers);
    }

    /** This reading with what a rehearsal found. */
    public Reading rehearsed(List<Finding> found) {
        return new Reading(source, destination, mapping, considered, troubles, found, carriers);
    }

    /** All that is known besides. */
    List<Finding> told() {
        return Stream.concat(troubles.stream(), rehearsed.stream()).toList();
    }
}
