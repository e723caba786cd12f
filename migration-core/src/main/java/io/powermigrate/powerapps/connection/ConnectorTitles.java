package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.HashMap;
import java.util.Map;

/**
 * What people call connectors: connections do not tell it, the references of apps do (wire/power-platform.md, section 3), and
 * custom connectors are listed themselves. Immutable.
 */
final class ConnectorTitles {

    private final Map<ConnectorName, String> titles = new HashMap<>();

    private ConnectorTitles(Inventory inventory) {
        inventory.all(CustomConnector.TYPE).forEach(each -> titles.put(each.name(), each.displayName()));
        inventory.all().forEach(each -> each.content()
                .at("connectionReferences")
                .members()
                .values()
                .forEach(this::add));
    }

    private void add(Document reference) {
        reference
                .text("displayName")
                .filter(title -> !title.isBlank())
                .ifPresent(title ->
                        titles.putIfAbsent(ConnectorName.of(reference.text("id").orElse("")), title));
    }

    /** Those of an inventory. */
    static ConnectorTitles of(Inventory inventory) {
        return inventory.index(ConnectorTitles.class, ConnectorTitles::new);
    }

    /** The title; where nobody tells it, the name. */
    String title(ConnectorName connector) {
        return titles.getOrDefault(connector, connector.everywhere());
    }
}
