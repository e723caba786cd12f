package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;

/** What Studio would write into a definition that the test describes in words. */
final class AppDefaults {
    private AppDefaults() {}

    static ObjectNode tags() {
        return Json.object()
                .put("primaryDeviceWidth", "1366")
                .put("primaryDeviceHeight", "768")
                .put("sienaVersion", "20230927T203137Z-3.23081.15.0")
                .put("deviceCapabilities", "")
                .put("supportsPortrait", "true")
                .put("supportsLandscape", "true")
                .put("primaryFormFactor", "Tablet")
                .put("publisherVersion", "3.23081.15")
                .put("minimumRequiredApiVersion", "2.2.0")
                .put("hasComponent", "false")
                .put("hasUnlockedComponent", "false")
                .put("isUnifiedRootApp", "false");
    }

    static ObjectNode properties(World world, MsappContent content) {
        ObjectNode properties = Json.object().put("appVersion", Ids.seconds(world.now()));
        properties.set("createdByClientVersion", clientVersion());
        properties.set("minClientVersion", clientVersion());
        properties
                .put("backgroundColor", "RGBA(0,176,240,1)")
                .put("displayName", content.name())
                .put("description", "")
                .put("commitMessage", "")
                .put("publisher", "");
        properties.set("connectionReferences", content.connectionReferences());
        properties.putArray("authorizationReferences");
        properties.set("databaseReferences", content.databaseReferences());
        return properties;
    }

    private static ObjectNode clientVersion() {
        return Json.object()
                .put("major", 3)
                .put("minor", 23081)
                .put("build", 15)
                .put("revision", 0)
                .put("majorRevision", 0)
                .put("minorRevision", 0);
    }

    static AppState use(AppState app, ConnectionState connection, List<String> dataSources) {
        return change(app, (references, ids) -> {
            ObjectNode reference = reference(connection);
            reference.set("dataSources", Json.strings(dataSources));
            references.set(ids.next(app.id() + "/reference"), reference);
        });
    }

    /** A flow's reference points to those of the connections that it calls, which point back. */
    static AppState run(AppState app, FlowState flow) {
        return change(app, (references, ids) -> {
            String key = ids.next(app.id() + "/reference");
            ObjectNode own = ReferenceJson.wire(
                    "shared_logicflows",
                    "Logic flows",
                    flow.world().catalogue().know("shared_logicflows").iconUri(),
                    "Standard");
            own.withArray("dataSources").add(flow.displayName().replace(" ", ""));
            ObjectNode hints = own.withObject("/parameterHints");
            hints.putObject("workflowName").put("value", flow.id());
            ArrayNode dependencies = own.withArray("dependencies");
            flow.calls().forEach((referenceName, connection) -> {
                String called = ids.next(app.id() + "/reference");
                ObjectNode reference = reference(connection);
                reference.withArray("dependents").add(key);
                references.set(called, reference);
                dependencies.add(called);
                hints.putObject(called).put("value", referenceName);
            });
            references.set(key, own);
        });
    }

    private interface Change {
        void apply(ObjectNode references, Ids ids);
    }

    private static AppState change(AppState app, Change change) {
        return app.environment().exclusively(() -> {
            ObjectNode properties = app.published().properties();
            change.apply(
                    properties.withObject("/connectionReferences"),
                    app.environment().ids());
            app.patchPublished(app.published().with(properties));
            return app;
        });
    }

    private static ObjectNode reference(ConnectionState connection) {
        String name = connection.connectorName();
        boolean custom = connection
                .environment()
                .customConnector(each -> each.name().equalsIgnoreCase(name))
                .isPresent();
        ObjectNode reference = custom
                ? ReferenceJson.wire(name, connection.displayName(), Catalogue.CUSTOM_ICON, "Standard")
                : standard(connection.world().catalogue().know(name));
        return reference
                .put("isCustomApiConnection", custom)
                .put("isOnPremiseConnection", connection.gateway().isPresent());
    }

    private static ObjectNode standard(Catalogue.Standard standard) {
        return ReferenceJson.wire(standard.name(), standard.displayName(), standard.iconUri(), standard.tier());
    }
}
