package io.powermigrate.testkit.fake.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a document's {@code LocalConnectionReferences} (wire/msapp.md, section 2.2.1). Immutable by agreement: nobody
 * writes into the raw object.
 *
 * @param key the reference's GUID, the same in the app's definition
 * @param raw the entry as it stands in the document
 */
public record ConnectionUse(String key, ObjectNode raw) {
    static final String LOGIC_FLOWS = "shared_logicflows";

    /** The connector's id as the document says it, lower case as a rule. */
    public String connectorId() {
        String id = raw.at("/connectionRef/id").asText("");
        if (!id.isEmpty()) {
            return id;
        }
        String instance = raw.path("connectionInstanceId").asText("");
        int end = instance.toLowerCase(Locale.ROOT).indexOf("/connections/");
        return end < 0 ? instance : instance.substring(0, end);
    }

    /** The connector's name: the last part of its id. */
    public String connectorName() {
        return lastOf(connectorId());
    }

    /** The connection's name: the last part of the instance id, empty if there is none. */
    public String connectionName() {
        return lastOf(raw.path("connectionInstanceId").asText(""));
    }

    /** The connector's display name. */
    public String displayName() {
        return raw.at("/connectionRef/displayName").asText(connectorName());
    }

    /** The connector's icon. */
    public String iconUri() {
        return raw.at("/connectionRef/iconUri").asText("");
    }

    /** {@code Standard} or {@code Premium}. */
    public String tier() {
        return raw.at("/connectionRef/apiTier").asText("Standard");
    }

    /** Whether the connector is a custom one: flagged so, or its id carries the hash that only custom connectors have. */
    public boolean custom() {
        return raw.at("/connectionRef/isCustomApiConnection").asBoolean(false)
                || connectorName().matches("(?i).*-5f[0-9a-f]{16,}.*");
    }

    /** Whether the connection goes through a gateway. */
    public boolean onPremises() {
        return raw.at("/connectionRef/isOnPremiseConnection").asBoolean(false);
    }

    /** Whether this stands for a flow, not for a connection. */
    public boolean flow() {
        return connectorName().equalsIgnoreCase(LOGIC_FLOWS);
    }

    /** The data sources of the document that use it. */
    public List<String> dataSources() {
        List<String> names = new ArrayList<>();
        raw.path("dataSources").forEach(n -> names.add(n.asText()));
        return List.copyOf(names);
    }

    /** The flow's GUID, from the hints or, in older documents, from the parameters or the instance id. */
    public Optional<String> workflowName() {
        if (!flow()) {
            return Optional.empty();
        }
        for (String pointer : List.of(
                "/connectionRef/parameterHints/workflowName/value",
                "/connectionRef/parameterHintsV2/workflowName/value",
                "/connectionParameters/workflowName")) {
            String found = raw.at(pointer).asText("");
            if (!found.isEmpty()) {
                return Optional.of(found.toLowerCase(Locale.ROOT));
            }
        }
        return dashed(connectionName());
    }

    /** The reference as the app's definition carries it (wire/power-platform.md, section 2.3). */
    public ObjectNode definition() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", connectorId().toLowerCase(Locale.ROOT));
        node.put("displayName", displayName()).put("iconUri", iconUri());
        node.set("dataSources", array(raw.path("dataSources")));
        node.set("dependencies", array(raw.path("dependencies")));
        node.set("dependents", array(raw.path("dependents")));
        JsonNode hints = raw.at("/connectionRef/parameterHints");
        ObjectNode copy = hints.isObject() ? hints.deepCopy() : node.objectNode();
        workflowName().ifPresent(w -> copy.putObject("workflowName").put("value", w));
        node.set("parameterHints", copy);
        node.put("isOnPremiseConnection", onPremises()).put("bypassConsent", false);
        JsonNode sets = raw.path("datasets");
        node.set("dataSets", sets.isObject() ? sets.deepCopy() : node.objectNode());
        node.put("apiTier", tier()).put("isCustomApiConnection", custom());
        String shared = raw.at("/connectionRef/sharedConnectionId").asText("");
        if (!shared.isEmpty()) {
            node.put("sharedConnectionId", shared);
        }
        return node;
    }

    private static ArrayNode array(JsonNode values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(v -> array.add(v.asText()));
        return array;
    }

    private static Optional<String> dashed(String connection) {
        if (!connection.matches("(?i)[0-9a-f]{32}(-.*)?")) {
            return Optional.empty();
        }
        String h = connection.toLowerCase(Locale.ROOT);
        return Optional.of(String.join(
                "-",
                h.substring(0, 8),
                h.substring(8, 12),
                h.substring(12, 16),
                h.substring(16, 20),
                h.substring(20, 32)));
    }

    private static String lastOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
