package io.powermigrate.plan;

import io.powermigrate.model.Coverage;
import io.powermigrate.model.Identity;
import io.powermigrate.model.Inventory;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the two environments, as a plan keeps it.
 *
 * @param identity who was signed in; plans of before do not tell it
 */
record Side(String id, String name, @Nullable Identity identity, SortedMap<String, Coverage> coverage) {

    static Side of(Inventory inventory) {
        return new Side(inventory.id(), inventory.name(), inventory.identity().orElse(null), inventory.coverage());
    }

    Party party() {
        return new Party(id, name, Optional.ofNullable(identity));
    }
}
