package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an app needs in its environment: connections, custom connectors, flows, tables. Types are told by their names;
 * only what stands in for a resource that no list shows is made by the resource's own package.
 */
final class AppNeeds {

    static final String CONNECTION = "connection";
    static final String CONNECTOR = "custom-connector";
    static final String FLOW = "cloud-flow";
    static final String TABLE = "table";

    private AppNeeds() {}

    /** The app with its references and slots. */
    static CanvasApp linked(CanvasApp app) {
        return new CanvasApp(app.item().withReferences(references(app)).withSlots(slots(app)));
    }

    private static Set<Reference> references(CanvasApp app) {
        Set<Reference> needs = new LinkedHashSet<>();
        for (ConnectionUse use : app.knownDocumentReferences()) {
            if (use.kind().custom()) {
                needs.add(needs(CONNECTOR, use.connector()));
            }
            if (needsConnection(use)) {
                needs.add(needs(CONNECTION, use.connection()));
            }
        }
        if (!app.isOnThisComputer()) { // the definition of a package names connectors by keys of its manifest
            app.connectionReferences().stream()
                    .filter(use -> use.kind().custom())
                    .forEach(use -> needs.add(needs(CONNECTOR, use.connector())));
        }
        flows(app).forEach(flow -> {
            needs.add(needs(FLOW, flow));
            app.connectionsOf(flow).forEach(id -> needs.add(needs(CONNECTION, ConnectorName.lastPart(id))));
        });
        app.facts().texts("tables").forEach(table -> needs.add(Reference.needs(new ResourceKey(TABLE, table))));
        return needs;
    }

    /**
     * The flows of the document; of the definition those that the document says nothing of. A reference has the same key in both, and in
     * a package its definition names the flow by a key of the manifest (wire/msapp.md, section 5), which is no flow.
     */
    private static Set<String> flows(CanvasApp app) {
        Set<String> flows = new LinkedHashSet<>(app.facts().texts("flows"));
        if (app.isOnThisComputer()) {
            return flows;
        }
        Set<String> known =
                app.knownDocumentReferences().stream().map(ConnectionUse::key).collect(Collectors.toSet());
        app.connectionReferences().stream()
                .filter(use -> !known.contains(use.key()))
                .map(ConnectionUse::workflowName)
                .filter(flow -> flows.stream().noneMatch(flow::equalsIgnoreCase))
                .filter(flow -> !flow.isEmpty())
                .forEach(flows::add);
        return flows;
    }

    private static List<Slot> slots(CanvasApp app) {
        Stream<Slot> connections = app.knownDocumentReferences().stream()
                .filter(AppNeeds::needsConnection)
                .map(use -> slot(use.connection(), app.key()));
        Stream<Slot> addresses = app.facts().texts("bound", "dataverseHosts").stream()
                .map(address -> new Slot(SlotType.ADDRESS, address, app.key(), false));
        Stream<Slot> texts = texts(app).map(text -> new Slot(SlotType.TEXT, text, app.key(), false));
        return Stream.of(connections, addresses, texts)
                .flatMap(slots -> slots)
                .distinct()
                .toList();
    }

    /** Sites, servers and tables that may be others in the destination; a site once, however often it is spelled. */
    private static Stream<String> texts(CanvasApp app) {
        Set<String> seen = new HashSet<>();
        return app.compileFacts().stream()
                .flatMap(facts -> facts.needs().stream())
                .filter(need -> need.kind() == Requirement.Kind.TABLE)
                .flatMap(need -> Stream.of(need.within(), need.name()))
                .filter(text -> !text.isEmpty())
                .filter(text -> seen.add(SiteAddress.canonical(text)));
    }

    static Slot slot(String connection, ResourceKey holder) {
        return new Slot(new SlotType(CONNECTION), connection, holder, true);
    }

    private static boolean needsConnection(ConnectionUse use) {
        return !use.isFlow() && !use.connection().isEmpty();
    }

    private static Reference needs(String type, String id) {
        return Reference.needs(ResourceKey.ofId(type, id));
    }

    /** What the app knows of those, for the case that no list shows them. */
    static List<Item> mentions(CanvasApp app) {
        List<Item> items = new ArrayList<>();
        String by = app.key().toString();
        for (ConnectionUse use : app.knownDocumentReferences()) {
            if (needsConnection(use)) {
                items.add(Connection.mentioned(ConnectorName.of(use.connector()), use.connection(), by));
            }
            if (use.kind().custom()) {
                items.add(connector(use, by));
            }
        }
        for (String flow : flows(app)) {
            items.add(CloudFlow.mentioned(flow, flowName(app, flow), app.connectionsOf(flow), by));
            app.connectionsOf(flow).forEach(id -> ofFlow(id, by).forEach(items::add));
        }
        return List.copyOf(items);
    }

    private static Stream<Item> ofFlow(String connection, String by) {
        ConnectorName connector = ConnectorName.ofConnection(connection);
        Item mentioned = Connection.mentioned(connector, ConnectorName.lastPart(connection), by);
        return connector.isCustom()
                ? Stream.of(mentioned, CustomConnector.mentioned(connector, by))
                : Stream.of(mentioned);
    }

    /** A reference calls a connector by its title, or by its name where it has none. */
    private static Item connector(ConnectionUse use, String by) {
        ConnectorName name = ConnectorName.of(use.connector());
        return use.displayName().isBlank() || use.displayName().equalsIgnoreCase(use.connector())
                ? CustomConnector.mentioned(name, by)
                : CustomConnector.mentioned(name, use.displayName(), by);
    }

    private static String flowName(CanvasApp app, String flow) {
        return app.facts().at("dataSources").items().stream()
                .filter(source ->
                        source.text("flow").filter(flow::equalsIgnoreCase).isPresent())
                .flatMap(source -> source.text("name").stream())
                .findFirst()
                .orElse(flow);
    }
}
