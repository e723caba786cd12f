package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.Titles;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connections of an inventory by their connector, and the connectors by what they are called. Immutable. */
final class ByConnector {

    private final Map<ConnectorName, List<Connection>> connections = new HashMap<>();
    private final Map<String, Set<ConnectorName>> names = new HashMap<>();

    private ByConnector(Inventory inventory) {
        inventory.all(Connection.TYPE).forEach(each -> connections
                .computeIfAbsent(each.connector(), connector -> new ArrayList<>())
                .add(each));
        connections.keySet().forEach(each -> name(each.everywhere(), each));
        inventory.all(CustomConnector.TYPE).forEach(each -> name(Titles.folded(each.displayName()), each.name()));
    }

    private void name(String called, ConnectorName connector) {
        names.computeIfAbsent(called, name -> new HashSet<>()).add(connector);
    }

    /** Those of an inventory. */
    static ByConnector of(Inventory inventory) {
        return inventory.index(ByConnector.class, ByConnector::new);
    }

    /** All of the connector that a connection should have, sorted by key. */
    List<Connection> of(Fit fit) {
        Set<ConnectorName> some = new HashSet<>();
        if (fit.isOfAnyConnector()) {
            some.addAll(connections.keySet());
        }
        fit.boundConnector().ifPresent(some::add);
        some.addAll(names.getOrDefault(fit.everywhere(), Set.of()));
        some.addAll(names.getOrDefault(Titles.folded(fit.everywhere()), Set.of()));
        List<List<Connection>> found = some.stream()
                .filter(fit::isConnector)
                .flatMap(each -> Optional.ofNullable(connections.get(each)).stream())
                .toList();
        return found.size() == 1
                ? found.get(0) // sorted as the inventory is
                : found.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Resource::key))
                        .toList();
    }
}
