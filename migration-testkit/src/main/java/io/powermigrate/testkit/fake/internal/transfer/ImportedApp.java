package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.document.Reserialisation;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.UploadedPackage;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.List;

/**
 * What an import makes of a package's app (wire/canvas-app-import.md, sections 3 and 4). Immutable.
 *
 * @param source the package
 * @param resources the resources of the import call, with the destination's ids
 */
record ImportedApp(UploadedPackage source, ObjectNode resources) {
    private static final List<String> DROPPED =
            List.of("appUris", "icons", "backgroundImageUri", "createdTime", "lastModifiedTime", "lifeCycleId");

    /** Makes a new app or the draft of an existing one, and writes its id into its resource. */
    void make(Holdings has) {
        AppVersion version = version(has);
        ObjectNode resource = (ObjectNode) resources.get(source.appKey().orElseThrow());
        if (resource.path("selectedCreationType").asText().equalsIgnoreCase("Update")) {
            String id = ResourceIds.last(resource.path("id").asText());
            has.app(id)
                    .filter(app -> app.sharing().mayEdit(has.user()))
                    .orElseThrow(() -> Refusal.appDenied(id))
                    .saveDraft(version);
        } else {
            AppState app = new AppState(has.world(), has.environment(), has.user(), version).type(appType());
            show(app, has);
            resource.put("id", ResourceIds.app(app.id())).put("name", app.id());
        }
    }

    private static void show(AppState app, Holdings has) {
        World world = has.world();
        if (world.dialects().is(Dialect.NEW_APP_IN_LISTS, "later than its get")) {
            app.listedFrom(world.now().plus(world.importsVisibleAfter()));
        }
        if (world.dialects().is(Dialect.IMPORT_SHOWS, "later, a new app after Succeeded")) {
            world.whenVisible(() -> has.environment().add(app));
        } else {
            has.environment().add(app);
        }
    }

    private AppVersion version(Holdings has) {
        World world = has.world();
        ObjectNode definition = source.definition();
        ObjectNode properties = Json.copy(definition.path("properties"));
        properties.remove(DROPPED);
        String name = resources
                .path(source.appKey().orElseThrow())
                .at("/details/displayName")
                .asText("");
        if (!name.isEmpty()) {
            properties.put("displayName", name);
        }
        boolean kept = world.dialects().is(Dialect.REFERENCES_AFTER_IMPORT, "kept");
        properties.set("connectionReferences", kept ? bound(properties) : Json.object());
        properties.put("almMode", "Environment");
        BlobAddress document = world.blobs().store(has.environment().name(), "document.msapp", document(world));
        return new AppVersion(world, Json.copy(definition.path("tags")), properties, document);
    }

    private byte[] document(World world) {
        boolean remade = world.dialects().is(Dialect.REMADE_DOCUMENT, "serialised again");
        return remade ? new Reserialisation(world.now()).of(source.document()) : source.document();
    }

    private String appType() {
        return source.definition().path("appType").asText("ClassicCanvasApp");
    }

    /** The package names connectors and flows by manifest keys: here they become ids of the destination. */
    private ObjectNode bound(ObjectNode properties) {
        ObjectNode bound = Json.copy(properties.path("connectionReferences"));
        for (JsonNode node : bound) {
            ObjectNode reference = (ObjectNode) node;
            JsonNode resource = resources.path(reference.path("id").asText());
            if (resource.has("id")) {
                reference.put(
                        "id", ResourceIds.api(resource.path("id").asText()).toLowerCase(java.util.Locale.ROOT));
            }
            if (reference.at("/parameterHints/workflowName") instanceof ObjectNode hint) {
                JsonNode flow = resources.path(hint.path("value").asText());
                hint.put(
                        "value",
                        flow.has("id") ? ResourceIds.last(flow.path("id").asText()) : "");
            }
        }
        return bound;
    }
}
