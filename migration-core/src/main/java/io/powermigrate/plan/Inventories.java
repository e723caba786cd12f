package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Inventory;

/**
 * Both environments as a plan needs them. Each can be saved, and planned with offline.
 *
 * @param source what the source holds, in full where the plan is about it
 * @param destination what the destination holds, in full for counterparts
 */
public record Inventories(Inventory source, Inventory destination) {

    /** In one line: what was read of each. */
    @Override
    public String toString() {
        return Shown.value(source + " -> " + destination);
    }
}
