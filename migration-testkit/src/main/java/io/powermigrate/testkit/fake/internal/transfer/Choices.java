package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code selectedCreationType} of every resource (wire/canvas-app-import.md, section 3, step 4): what has to be chosen,
 * what may be chosen, and whether the destination has what was chosen. Immutable.
 */
record Choices(Holdings has) {
    /** Refuses choices that the service refuses at once; a System connector needs none. */
    static void check(ObjectNode resources) {
        for (Map.Entry<String, JsonNode> entry : resources.properties()) {
            JsonNode resource = entry.getValue();
            String type = resource.path("type").asText();
            String chosen = resource.path("selectedCreationType").asText("");
            if (chosen.isEmpty() && !type.equalsIgnoreCase(PackageResource.Kind.API.type())) {
                throw invalid("The resource " + entry.getKey() + " has no selectedCreationType.");
            }
            if (!chosen.isEmpty() && !allowed(resource, chosen)) {
                throw invalid("The resource " + entry.getKey() + " cannot be created as '" + chosen + "'.");
            }
        }
    }

    /** The first resource whose choice the destination does not have: its key and what the import says of it. */
    Optional<Map.Entry<String, Refusal>> missing(ObjectNode resources) {
        for (Map.Entry<String, JsonNode> entry : resources.properties()) {
            JsonNode resource = entry.getValue();
            try {
                checkTarget(
                        resource.path("type").asText(),
                        resource.path("selectedCreationType").asText(""),
                        resource);
            } catch (Refusal refusal) {
                return Optional.of(Map.entry(entry.getKey(), refusal));
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(JsonNode resource, String chosen) {
        String creation = resource.path("creationType").asText("Existing");
        return (", " + creation.toLowerCase(Locale.ROOT) + ",").contains(", " + chosen.toLowerCase(Locale.ROOT) + ",");
    }

    private void checkTarget(String type, String chosen, JsonNode resource) {
        String id = resource.path("id").asText("");
        String name = ResourceIds.last(id);
        boolean fresh = chosen.equalsIgnoreCase("New");
        if (type.equalsIgnoreCase(PackageResource.Kind.API.type())) {
            if (!has.hasConnector(name)) {
                throw Refusal.of(404, "ApiResourceNotFound", "Could not find API resource '" + name + "'.");
            }
        } else if (type.equalsIgnoreCase(PackageResource.Kind.CONNECTION.type())) {
            String[] parts = id.split("/");
            String api = parts.length > 2 ? parts[parts.length - 3] : "";
            if (!has.hasConnection(api, name)) {
                throw Refusal.of(404, "ConnectionNotFound", "Could not find connection '" + name + "'.");
            }
        } else if (!fresh && type.equalsIgnoreCase(PackageResource.Kind.FLOW.type())) {
            if (!has.hasFlow(name)) {
                throw Refusal.of(404, "FlowNotFound", "Could not find flow '" + name + "'.");
            }
        } else if (!fresh && !has.hasApp(name)) {
            throw Refusal.of(404, "AppNotFound", "Could not find app '" + name + "'.");
        }
    }

    private static Refusal invalid(String words) {
        return Refusal.of(400, "InvalidPackageResource", words);
    }
}
