package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.document.Archive;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.packages.Pair;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a genuine package (wire/power-platform.md, section 3.3): the layout, names and stripped ids of real exports, the
 * manifest last. One per export; not thread-safe.
 */
final class PackageWriter {
    private static final byte[] PIXEL = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final List<String> KEPT = List.of(
            "appVersion",
            "createdByClientVersion",
            "minClientVersion",
            "backgroundColor",
            "displayName",
            "description",
            "databaseReferences",
            "almMode",
            "performanceOptimizationEnabled",
            "canConsumeAppPass");

    private final Instant now;
    private final Pair pair;
    private final List<PackageResource> resources;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<Archive.Entry> entries = new ArrayList<>();

    PackageWriter(Instant now, Pair pair, List<PackageResource> resources) {
        this.now = now;
        this.pair = pair;
        this.resources = List.copyOf(resources);
        resources.forEach(r -> keys.put(
                r.id().toLowerCase(Locale.ROOT),
                r.root() ? pair.key() : uuid("resource/" + r.id().toLowerCase(Locale.ROOT))));
    }

    /** The resources as the export answers them. */
    ObjectNode answered(String status) {
        ObjectNode all = Json.object();
        resources.forEach(r -> all.set(key(r.id()), r.exported(this::key, status)));
        return all;
    }

    /** Adds the app's own folder. */
    PackageWriter app(AppVersion app, String appType) {
        String folder = "Microsoft.PowerApps/apps/" + pair.folder() + "/";
        ObjectNode properties = Json.object();
        KEPT.stream()
                .filter(app.properties()::has)
                .forEach(name -> properties.set(name, app.properties().get(name).deepCopy()));
        properties.put("lifeCycleId", "Published").put("commitMessage", "");
        properties.put("createdTime", "0001-01-01T00:00:00Z").put("lastModifiedTime", "0001-01-01T00:00:00Z");
        properties.put("sharedGroupsCount", 0).put("sharedUsersCount", 0);
        ObjectNode uris = properties.putObject("appUris");
        uris.putObject("documentUri").put("value", file(folder, "document.msapp", app.document()));
        uris.putArray("imageUris");
        properties.put("backgroundImageUri", file(folder, "logoSmallFile", PIXEL));
        ObjectNode icons = properties.putObject("icons");
        for (String size : List.of("small", "medium", "large", "wide")) {
            icons.put(size + "IconUri", file(folder, size + ".png", PIXEL));
        }
        properties.set("connectionReferences", references(app.properties().path("connectionReferences")));
        ObjectNode template = Json.object().put("schemaVersion", "1.0");
        ObjectNode definition = template.putObject("appDefinitionTemplate");
        definition.put("id", "/providers/Microsoft.PowerApps/apps/").put("type", "Microsoft.PowerApps/apps");
        definition.set("tags", app.tags().deepCopy());
        definition.set("properties", properties);
        definition.put("isAppComponentLibrary", false).put("appType", appType);
        definition.putArray("appComponents");
        entries.add(new Archive.Entry(folder + pair.folder() + ".json", Json.bytes(template)));
        return this;
    }

    /** Adds the identity file of newer exports (a dialect). */
    PackageWriter identity() {
        entries.add(new Archive.Entry(
                "Microsoft.PowerApps/apps/" + pair.folder() + "/N" + uuid("identity") + "-identity.json",
                "{\"__Version\":\"0.1\"}".getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Adds one flow's folder. */
    PackageWriter flow(PackageResource resource, ObjectNode properties) {
        String folder = "Microsoft.Flow/flows/" + key(resource.id()) + "/";
        ObjectNode definition = Json.object().put("name", resource.name());
        definition.put("id", resource.id()).put("type", "Microsoft.Flow/flows");
        ObjectNode kept = definition.putObject("properties");
        kept.put("apiId", "/providers/Microsoft.PowerApps/apis/shared_logicflows");
        for (String name : List.of("displayName", "definition", "connectionReferences")) {
            kept.set(name, properties.path(name).deepCopy());
        }
        kept.put("flowFailureAlertSubscribed", false);
        ObjectNode apis = Json.object();
        ObjectNode connections = Json.object();
        for (Map.Entry<String, JsonNode> reference :
                properties.path("connectionReferences").properties()) {
            String api = ResourceIds.api(reference.getValue().path("id").asText());
            String name = reference.getValue().path("connectionName").asText();
            apis.put(reference.getKey(), key(api));
            connections.put(reference.getKey(), key(api + "/connections/" + name));
        }
        entries.add(new Archive.Entry(folder + "definition.json", Json.bytes(definition)));
        entries.add(new Archive.Entry(folder + "apisMap.json", Json.bytes(apis)));
        entries.add(new Archive.Entry(folder + "connectionsMap.json", Json.bytes(connections)));
        return this;
    }

    /** The zip. */
    byte[] write(ObjectNode details) {
        ObjectNode flows = Json.object().put("packageSchemaVersion", "1.0");
        var paths = flows.putObject("flowAssets").putArray("assetPaths");
        ObjectNode manifest = Json.object().put("schema", "1.0");
        manifest.set("details", details);
        ObjectNode packed = manifest.putObject("resources");
        for (PackageResource resource : resources) {
            packed.set(key(resource.id()), resource.packed(this::key));
            if (resource.kind() == PackageResource.Kind.FLOW) {
                paths.add(key(resource.id()));
            }
        }
        if (!paths.isEmpty()) {
            entries.add(new Archive.Entry("Microsoft.Flow/flows/manifest.json", Json.bytes(flows)));
        }
        entries.sort(Comparator.comparing(Archive.Entry::name));
        entries.add(new Archive.Entry("manifest.json", Json.bytes(manifest)));
        return new Archive(entries).write(now);
    }

    private ObjectNode references(JsonNode references) {
        ObjectNode packed = Json.copy(references);
        packed.forEach(node -> {
            ObjectNode reference = (ObjectNode) node;
            reference.put("id", key(ResourceIds.api(reference.path("id").asText())));
            if (reference.at("/parameterHints/workflowName") instanceof ObjectNode hint) {
                hint.put("value", key(ResourceIds.flow(hint.path("value").asText())));
            }
        });
        return packed;
    }

    private String file(String folder, String name, byte[] bytes) {
        String file = "N" + uuid(name) + "-" + name;
        entries.add(new Archive.Entry(folder + file, bytes));
        return "/" + pair.folder() + "/" + file;
    }

    /** The manifest key of a resource id. */
    String key(String id) {
        return keys.getOrDefault(id.toLowerCase(Locale.ROOT), id);
    }

    private String uuid(String what) {
        return UUID.nameUUIDFromBytes((pair.telemetry() + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
