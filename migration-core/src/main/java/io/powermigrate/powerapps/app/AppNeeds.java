package io.powermigrate.powerapps.app;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an app needs in its environment: connections, custom connectors, flows, tables. Types are told by their names,
 * so that this package knows none of the others.
 */
final class AppNeeds {

    static final String CONNECTION = "connection";
    static final String CONNECTOR = "custom-connector";
    static final String FLOW = "cloud-flow";
    private static final String TABLE = "table";

    private AppNeeds() {}

    /** The app with its references and slots. */
    static CanvasApp linked(CanvasApp app) {
        return new CanvasApp(app.item().withReferences(references(app)).withSlots(slots(app)));
    }

    private static Set<Reference> references(CanvasApp app) {
        Set<Reference> needs = new LinkedHashSet<>();
        for (ConnectionUse use : app.documentReferences()) {
            if (use.kind().custom()) {
                needs.add(needs(CONNECTOR, use.connector()));
            }
            if (needsConnection(use)) {
                needs.add(needs(CONNECTION, use.connection()));
            }
        }
        app.connectionReferences().stream()
                .filter(use -> use.kind().custom())
                .forEach(use -> needs.add(needs(CONNECTOR, use.connector())));
        flows(app).forEach(flow -> needs.add(needs(FLOW, flow)));
        app.facts().texts("tables").forEach(table -> needs.add(Reference.needs(new ResourceKey(TABLE, table))));
        return needs;
    }

    /** A flow data source may stand there without a reference (wire/msapp.md, section 2.2.1). */
    private static Set<String> flows(CanvasApp app) {
        Set<String> flows = new LinkedHashSet<>(app.facts().texts("flows"));
        app.connectionReferences().stream()
                .map(ConnectionUse::workflowName)
                .filter(flow -> flows.stream().noneMatch(flow::equalsIgnoreCase))
                .filter(flow -> !flow.isEmpty())
                .forEach(flows::add);
        return flows;
    }

    private static List<Slot> slots(CanvasApp app) {
        return app.documentReferences().stream()
                .filter(AppNeeds::needsConnection)
                .map(use -> slot(use.connection(), app.key()))
                .distinct()
                .toList();
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
        for (ConnectionUse use : app.documentReferences()) {
            if (needsConnection(use)) {
                items.add(connection(use));
            }
            if (use.kind().custom()) {
                items.add(item(CONNECTOR, use.connector(), use.displayName(), Map.of("connector", use.connector())));
            }
        }
        for (String flow : flows(app)) {
            items.add(item(FLOW, flow, flowName(app, flow), Map.of()));
        }
        return List.copyOf(items);
    }

    private static Item connection(ConnectionUse use) {
        Map<String, Object> content = Map.of(
                "connector", use.connector(),
                "connectorDisplayName", use.displayName(),
                "custom", use.kind().custom(),
                "onPremise", use.kind().onPremise());
        return Item.of(
                        new ResourceKey(CONNECTION, use.connector() + " / " + use.connection()),
                        use.connection(),
                        use.displayName())
                .withContent(Document.of(content));
    }

    private static Item item(String type, String id, String displayName, Map<String, Object> content) {
        return Item.of(new ResourceKey(type, displayName), id, displayName).withContent(Document.of(content));
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
