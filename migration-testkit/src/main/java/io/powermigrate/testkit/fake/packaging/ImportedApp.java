package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /**
     * The version that the import writes.
     *
     * @param references whether it keeps the package's connection references; the measured service keeps none
     * @param document the document as stored
     * @param address where it lies
     */
    AppVersion version(boolean references, byte[] document, String address) {
        ObjectNode definition = source.definition();
        ObjectNode properties = Json.copy(definition.path("properties"));
        properties.remove(DROPPED);
        String key = source.appKey().orElseThrow();
        String name = resources.path(key).at("/details/displayName").asText("");
        if (!name.isEmpty()) {
            properties.put("displayName", name);
        }
        properties.set("connectionReferences", references ? bound(properties) : Json.object());
        properties.put("almMode", "Environment");
        return new AppVersion(
                Json.copy(definition.path("tags")),
                properties,
                definition.path("appType").asText("ClassicCanvasApp"),
                document,
                address);
    }

    /** The package names connectors and flows by manifest keys: here they become ids of the destination. */
    private ObjectNode bound(ObjectNode properties) {
        ObjectNode bound = Json.copy(properties.path("connectionReferences"));
        for (JsonNode node : bound) {
            ObjectNode reference = (ObjectNode) node;
            JsonNode resource = resources.path(reference.path("id").asText());
            if (resource.has("id")) {
                reference.put("id", Ids.api(resource.path("id").asText()).toLowerCase(java.util.Locale.ROOT));
            }
            if (reference.at("/parameterHints/workflowName") instanceof ObjectNode hint) {
                JsonNode flow = resources.path(hint.path("value").asText());
                hint.put("value", flow.has("id") ? Ids.last(flow.path("id").asText()) : "");
            }
        }
        return bound;
    }
}
