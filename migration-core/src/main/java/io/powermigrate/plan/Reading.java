package io.powermigrate.plan;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Set;

/**
 * Everything that a plan is made of.
 *
 * @param source what the source holds, in depth where the plan is about it
 * @param destination what the destination holds, in depth for counterparts
 * @param mapping what the caller bound, over what earlier runs recorded
 * @param considered what the scope selects and all that it refers to
 * @param troubles what could not be fetched
 */
public record Reading(
        Inventory source, Inventory destination, Mapping mapping, Set<ResourceKey> considered, List<Finding> troubles) {

    public Reading {
        considered = Set.copyOf(considered);
        troubles = List.copyOf(troubles);
    }
}
