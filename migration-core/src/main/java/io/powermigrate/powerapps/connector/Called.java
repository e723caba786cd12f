package io.powermigrate.powerapps.connector;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.Titles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The custom connectors of an inventory by what they are called: their title, and the title in their name. Immutable. */
final class Called {

    private final Inventory inventory;
    private final Map<String, List<CustomConnector>> byName = new HashMap<>();

    private Called(Inventory inventory) {
        this.inventory = inventory;
        inventory.all(CustomConnector.TYPE).forEach(each -> byName.computeIfAbsent(
                        each.name().everywhere(), name -> new ArrayList<>())
                .add(each));
    }

    /** Those of an inventory. */
    static Called in(Inventory inventory) {
        return inventory.index(Called.class, Called::new);
    }

    /** Those with this title, in any case, or this title in their name; sorted by key. */
    List<CustomConnector> of(String title, String everywhere) {
        return Stream.concat(
                        Titles.of(inventory).of(CustomConnector.TYPE.name(), title).stream()
                                .map(CustomConnector.class::cast),
                        byName.getOrDefault(everywhere, List.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(Resource::key))
                .toList();
    }
}
