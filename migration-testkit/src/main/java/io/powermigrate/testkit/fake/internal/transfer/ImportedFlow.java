package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.UploadedPackage;
import java.util.Map;
import java.util.Optional;

/**
 * What an import makes of a package's flow. Immutable.
 *
 * @param source the package
 * @param resources the resources of the import call; a new flow's id is written into its own
 * @param key the flow's manifest key
 */
record ImportedFlow(UploadedPackage source, ObjectNode resources, String key) {
    /** Makes the flow if it was chosen as new; what exists stays as it is. */
    Optional<Refusal> make(Holdings has) {
        ObjectNode resource = (ObjectNode) resources.get(key);
        if (!resource.path("selectedCreationType").asText().equalsIgnoreCase("New")) {
            return Optional.empty();
        }
        ObjectNode properties = Json.copy(source.flow(key).path("properties"));
        if (signsItself(properties.path("definition"))) {
            return Optional.of(Refusal.of(
                    400,
                    "WorkflowRunActionInputsInvalidProperty",
                    "The inputs of an action hold the property 'authentication', which is not allowed."));
        }
        String name = resource.at("/details/displayName").asText("");
        if (!name.isEmpty()) {
            properties.put("displayName", name);
        }
        for (Map.Entry<String, JsonNode> entry : source.flowConnections(key).properties()) {
            String id = resources.path(entry.getValue().asText()).path("id").asText("");
            if (properties.path("connectionReferences").path(entry.getKey()) instanceof ObjectNode reference) {
                reference.put("connectionName", ResourceIds.last(id));
            }
        }
        String made = has.newFlow(properties);
        resource.put("id", ResourceIds.flow(made)).put("name", made);
        return Optional.empty();
    }

    /** An authentication of its own; {@code @parameters('$authentication')} is what every real export carries. */
    private static boolean signsItself(JsonNode definition) {
        for (JsonNode inputs : definition.findValues("inputs")) {
            if (inputs.path("authentication").isObject()) {
                return true;
            }
        }
        return false;
    }
}
