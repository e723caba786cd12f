package io.powermigrate.page;

import io.powermigrate.Migration;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A world of many apps, as inventories: five connectors, each with eight connections in the source and four others in the
 * destination, all of which fit. A third of the apps need nothing, some belong to a solution, the others need one to three
 * connections. Every choice is seeded.
 */
public final class ManyApps {

    private static final List<String> CONNECTORS =
            List.of("sql", "teams", "sharepointonline", "office365users", "office365");
    private static final List<String> TITLES =
            List.of("SQL Server", "Microsoft Teams", "SharePoint", "Office 365 Users", "Office 365 Outlook");

    private final int size;
    private final Random random = new Random(7);

    private ManyApps(int size) {
        this.size = size;
    }

    /** A plan of that many apps; the lines settle what they name. */
    public static Plan plan(int size, Binding... lines) {
        return plan(size, size * 2 + 1, lines);
    }

    /** A plan that changes more than it may. */
    static Plan planAboveItsLimit(int size) {
        return plan(size, 1);
    }

    private static Plan plan(int size, int limit, Binding... lines) {
        ManyApps world = new ManyApps(size);
        try (Migration migration = Migration.from(world.source())
                .to(destination())
                .install(PowerApps.plugin())
                .maxChanges(limit)
                .mapping(Mapping.of(lines))
                .build()) {
            return migration.plan();
        }
    }

    private Inventory source() {
        List<Resource> connections = new ArrayList<>();
        List<Resource> apps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            connections.add(connection("dev", i, CONNECTORS.get(i % 5) + " of user" + i));
        }
        for (int i = 0; i < size; i++) {
            apps.add(app(i));
        }
        return inventory("Contoso Dev", "bbf754bf-bcfa-3688-8218-4fd90e5a504c", connections, apps);
    }

    private static Inventory destination() {
        List<Resource> connections = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            connections.add(connection("prod", i, CONNECTORS.get(i % 5) + " there " + i));
        }
        return inventory("Fabrikam Prod", "d0f54311-9f32-375b-844f-3319272b6ae3", connections, List.of());
    }

    private static Inventory inventory(String name, String id, List<Resource> connections, List<Resource> apps) {
        Coverage part = Coverage.visibleOnly(
                "the list shows only what the signed-in user may see",
                "Have the others shared with that user, or read as an application that is registered for administration");
        return Inventory.of(id, name, Document.of(Map.of("makerUrl", "https://make.powerapps.com/environments/" + id)))
                .add(CustomConnector.TYPE, List.of())
                .add(Gateway.TYPE, List.of())
                .add(CloudFlow.TYPE, List.of())
                .add(Connection.TYPE, cast(Connection.TYPE, connections))
                .add(CanvasApp.TYPE, cast(CanvasApp.TYPE, apps))
                .coverage(CustomConnector.TYPE.name(), part)
                .coverage(Gateway.TYPE.name(), part)
                .coverage(CloudFlow.TYPE.name(), part)
                .coverage(Connection.TYPE.name(), part)
                .coverage(CanvasApp.TYPE.name(), part)
                .build();
    }

    private static <R extends Resource> List<R> cast(ResourceType<R> type, List<Resource> all) {
        return all.stream().map(each -> type.model().cast(each)).toList();
    }

    private static Resource connection(String side, int i, String name) {
        ConnectorName connector = new ConnectorName("shared_" + CONNECTORS.get(i % 5));
        return Connection.TYPE.of(Item.of(Connection.key(connector, name), id(side, "connection", i), name)
                .withContent(Document.of(Map.of("connector", connector.wire(), "status", "Connected"))));
    }

    static String id(String side, String what, int i) {
        return UUID.nameUUIDFromBytes((side + what + i).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private Resource app(int i) {
        ResourceKey key = CanvasApp.TYPE.key("App " + i);
        Set<Integer> used = new TreeSet<>();
        if (random.nextInt(300) >= 95) {
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                used.add(random.nextInt(40));
            }
        }
        Set<Reference> references = new HashSet<>();
        List<Slot> slots = new ArrayList<>();
        used.forEach(connection -> {
            String id = id("dev", "connection", connection);
            references.add(Reference.needs(ResourceKey.ofId(Connection.TYPE.name(), id)));
            slots.add(new Slot(SlotType.of(Connection.TYPE), id, key, true));
        });
        return CanvasApp.TYPE.of(Item.of(key, id("dev", "app", i), "App " + i)
                .withContent(content(i, used))
                .withReferences(references)
                .withSlots(slots));
    }

    private Document content(int i, Set<Integer> used) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("appType", "ClassicCanvasApp");
        if (i % 40 == 3) {
            content.put("almMode", "Solution");
        }
        content.put("sharedWithOthers", i % 3 == 0);
        content.put("package", Map.of("exportable", i % 40 != 3));
        Map<String, Object> references = new LinkedHashMap<>();
        used.forEach(c -> references.put(
                id("dev", "reference" + i, c),
                Map.of(
                        "id", "/providers/microsoft.powerapps/apis/shared_" + CONNECTORS.get(c % 5),
                        "displayName", TITLES.get(c % 5),
                        "dataSources", List.of("data" + c))));
        content.put("connectionReferences", references);
        content.put("document", document(i, used));
        return Document.of(content);
    }

    private static Map<String, Object> document(int i, Set<Integer> used) {
        return Map.of(
                "normalForm",
                id("dev", "form", i) + "0".repeat(32),
                "documentType",
                "App",
                "appName",
                "App " + i,
                "generation",
                "MODERN",
                "flows",
                List.of(),
                "tables",
                List.of(),
                "studioErrors",
                0,
                "compile",
                Map.of(
                        "needs", used.stream().map(ManyApps::need).toList(),
                        "uses", used.stream().map(ManyApps::use).toList(),
                        "literals", List.of(),
                        "media", List.of()));
    }

    private static Map<String, Object> need(int c) {
        return Map.of(
                "kind", "CONNECTION",
                "name", id("dev", "connection", c),
                "within", "shared_" + CONNECTORS.get(c % 5),
                "title", TITLES.get(c % 5),
                "dataSources", List.of("data" + c),
                "members", Map.of());
    }

    private static Map<String, Object> use(int c) {
        return Map.of(
                "name",
                "data" + c,
                "sure",
                true,
                "brokenBefore",
                false,
                "place",
                Map.of(
                        "artifact",
                        "Controls/4.json",
                        "path",
                        "",
                        "words",
                        "Screen1 > Gallery2 > Items",
                        "excerpt",
                        "Filter(data" + c + ", Title = \"open\")",
                        "offset",
                        7,
                        "length",
                        6));
    }
}
