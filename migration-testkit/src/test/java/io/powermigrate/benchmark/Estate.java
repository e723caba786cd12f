package io.powermigrate.benchmark;

import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An invented environment of any size. Of 100 resources 2 are custom connectors, 18 connections, 25 flows and 55 apps,
 * each with the facts that a reader finds in a document: two connections, data sources, formulas that name them.
 */
final class Estate {

    private static final int STANDARD = 60;

    private final int size;
    private final String side;
    private final List<Item> connectors = new ArrayList<>();
    private final List<Item> connections = new ArrayList<>();
    private final List<Item> flows = new ArrayList<>();
    private final List<Item> apps = new ArrayList<>();

    private Estate(int size, String side) {
        this.size = size;
        this.side = side;
    }

    /** The environment that resources come from. */
    static Inventory source(int size) {
        return new Estate(size, "dev").filled(1);
    }

    /** Another one that holds nine of ten of the same; of these one of ten is not what it should be. */
    static Inventory destination(int size) {
        return new Estate(size, "prod").filled(10);
    }

    boolean isStale(int i) {
        return side.equals("prod") && i % 10 == 9;
    }

    private Inventory filled(int without) {
        for (int i = 0; i < size; i++) {
            int kind = i % 100;
            if (without == 1 || i / 100 % without != 0) {
                add(kind, i);
            }
        }
        InventoryBuilder builder = Inventory.of(
                side + "-environment", side, Document.of(Map.of("tenantId", side + "-tenant", "host", side)));
        add(builder, CustomConnector.TYPE, connectors);
        add(builder, Connection.TYPE, connections);
        add(builder, CloudFlow.TYPE, flows);
        add(builder, CanvasApp.TYPE, apps);
        return builder.build();
    }

    private static <R extends io.powermigrate.model.Resource> void add(
            InventoryBuilder builder, ResourceType<R> type, List<Item> items) {
        builder.add(type, items.stream().map(type::of).toList()).coverage(type.name(), Coverage.complete());
    }

    private void add(int kind, int i) {
        if (kind < 2) {
            connectors.add(connector(i));
        } else if (kind < 20) {
            connections.add(connection(i));
        } else if (kind < 45) {
            flows.add(flow(i));
        } else {
            apps.add(app(i));
        }
    }

    /** The same number is another id in the other environment. */
    String id(int i) {
        return UUID.nameUUIDFromBytes((side + i).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String connectorName(int i) {
        String hash = id(i).replace("-", "").substring(0, 16);
        return "shared_service-20" + i + "-5f" + hash;
    }

    private Item connector(int i) {
        return Item.of(CustomConnector.TYPE.key("service " + i), connectorName(i), "service " + i)
                .withContent(Document.of(
                        Map.of("backend", "api" + i + ".contoso.com", "authentication", List.of("oauth2"))));
    }

    /** Half of them are of custom connectors. */
    String connectorOf(int connection) {
        return connection % 2 == 0 ? connectorName(connection / 100 * 100) : "shared_service" + connection % STANDARD;
    }

    private Item connection(int i) {
        ConnectorName connector = ConnectorName.of(connectorOf(i));
        Item item = Item.of(Connection.key(connector, "Connection " + i), id(i), "Connection " + i)
                .withContent(Document.of(Map.of(
                        "connector", connector.wire(),
                        "status", "Connected",
                        "parameters", Map.of("server", "server" + i + ".contoso.com", "database", "Database " + i),
                        "createdBy", "ada@contoso.com",
                        "account", "ada@contoso.com")));
        return connector.isCustom() ? item.withReferences(Set.of(needs(CustomConnector.TYPE, connector.wire()))) : item;
    }

    private Item flow(int i) {
        int connection = connectionNear(i, 1);
        Document content = Document.of(Map.of(
                "state",
                "Started",
                "trigger",
                i % 2 == 0 ? "PowerApp" : "Recurrence",
                "definition",
                "digest of " + i,
                "connections",
                List.of(Map.of(
                        "reference",
                        "shared_1",
                        "connector",
                        connectorOf(connection),
                        "connection",
                        id(connection),
                        "source",
                        "Embedded")),
                "signature",
                Map.of("input text", "string", "output answer", "string")));
        return Item.of(CloudFlow.TYPE.key("Flow " + i), id(i), "Flow " + i)
                .withContent(content)
                .withReferences(Set.of(needs(Connection.TYPE, id(connection))));
    }

    private static int connectionNear(int i, int which) {
        return i / 100 * 100 + 2 + (i + which * 7) % 18;
    }

    static int flowNear(int i) {
        return i / 100 * 100 + 20 + i % 25;
    }

    private static Reference needs(ResourceType<?> type, String id) {
        return Reference.needs(ResourceKey.ofId(type.name(), id));
    }

    private Item app(int i) {
        ResourceKey key = CanvasApp.TYPE.key("App " + i);
        List<Integer> used = List.of(connectionNear(i, 1), connectionNear(i, 2));
        Set<Reference> references = new HashSet<>();
        List<Slot> slots = new ArrayList<>();
        for (int connection : used) {
            references.add(needs(Connection.TYPE, id(connection)));
            slots.add(new Slot(SlotType.of(Connection.TYPE), id(connection), key, true));
            if (ConnectorName.of(connectorOf(connection)).isCustom()) {
                references.add(needs(CustomConnector.TYPE, connectorOf(connection)));
            }
        }
        references.add(needs(CloudFlow.TYPE, id(flowNear(i))));
        return Item.of(key, id(i), "App " + i)
                .withContent(new AppFacts(this, i, used).content())
                .withReferences(references)
                .withSlots(slots);
    }
}
