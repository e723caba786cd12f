package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code LocalConnectionReferences} (wire/msapp.md, section 2.2.1): one reference per connection, one per flow.
 * {@code dependencies} of a flow and {@code dependents} of a connection mirror each other.
 */
final class ConnectionReferences {
    private final Blueprint blueprint;
    private final Blueprint.Connector flows = new Blueprint.Connector(
            "shared_logicflows", ConnectorNames.displayName("shared_logicflows"), false, "Standard");

    ConnectionReferences(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    ObjectNode json() {
        ObjectNode all = Json.object();
        for (Blueprint.Connection connection : blueprint.data().connections()) {
            all.set(id(connection), reference(connection));
        }
        for (Blueprint.Flow flow : blueprint.data().flows()) {
            all.set(id(flow), reference(flow));
        }
        return all;
    }

    private ObjectNode reference(Blueprint.Connection connection) {
        List<String> names = new ArrayList<>();
        connection.services().forEach(service -> names.add(service.name()));
        connection.lists().forEach(list -> names.add(list.name()));
        ObjectNode node = Json.object()
                .put("id", id(connection))
                .put(
                        "connectionInstanceId",
                        connection.connector().path() + "/connections/" + connection.connectionId());
        node.set("dataSources", Json.texts(names));
        node.set("datasets", datasets(connection.lists()));
        node.putObject("dependencies");
        node.putObject("connectionParameters").put("sku", "Enterprise");
        node.set("dependents", Json.texts(dependents(connection)));
        node.set("connectionRef", connector(connection.connector(), Json.object(), Json.object()));
        return node;
    }

    private ObjectNode reference(Blueprint.Flow flow) {
        String instance =
                flow.ids().connection() + "-" + Ids.hex16(blueprint.identity().name(), "flows");
        ObjectNode node = Json.object()
                .put("id", id(flow))
                .put("connectionInstanceId", flows.path() + "/connections/" + instance);
        node.set("dataSources", Json.texts(List.of(flow.name())));
        node.putObject("datasets");
        ObjectNode dependencies = node.putObject("dependencies");
        node.set("connectionParameters", parameters(flow));
        node.putArray("dependents");
        ObjectNode hints = hints(flow);
        ObjectNode hintsV2 = hints(flow);
        for (String connector : flow.uses()) {
            String target = id(connectionOf(connector));
            dependencies.put(connector, target);
            hints.putObject(target).put("value", connector); // the older hints point the other way
            hintsV2.putObject(connector).put("value", target);
        }
        node.set("connectionRef", connector(flows, hints, hintsV2));
        return node;
    }

    /** Section 3, rows 20 and 21. */
    private static ObjectNode parameters(Blueprint.Flow flow) {
        ObjectNode parameters = Json.object();
        flow.call().signature().ifPresent(signature -> {
            String host = "https://prod-12.westeurope.logic.azure.com:443/";
            String path = "workflows/" + flow.workflowId().replace("-", "");
            parameters
                    .put("workflowName", flow.workflowId())
                    .put("workflowEndpoint", host)
                    .put(
                            "workFlowCallbackUri",
                            host + path + "/triggers/manual/run?api-version=2015-02-01-preview"
                                    + "&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig="
                                    + URLEncoder.encode(signature, StandardCharsets.UTF_8));
        });
        return parameters;
    }

    private static ObjectNode hints(Blueprint.Flow flow) {
        ObjectNode hints = Json.object();
        hints.putObject("workflowName").put("value", flow.workflowId());
        hints.putObject("workflowEntityId");
        return hints;
    }

    private static ObjectNode connector(Blueprint.Connector connector, ObjectNode hints, ObjectNode hintsV2) {
        ObjectNode node = Json.object()
                .put("id", connector.path())
                .put("displayName", connector.displayName())
                .put("iconUri", connector.iconUri());
        if (connector.custom()) {
            node.put("isCustomApiConnection", true);
        }
        node.set("parameterHints", hints);
        node.set("parameterHintsV2", hintsV2);
        return node.put("apiTier", connector.tier())
                .put("isOnPremiseConnection", false)
                .put("bypassConsent", false);
    }

    private static ObjectNode datasets(List<Blueprint.ListSource> lists) {
        ObjectNode datasets = Json.object();
        for (Blueprint.ListSource list : lists) {
            ObjectNode dataset = datasets.withObject("/" + pointer(list.datasetKey()));
            ObjectNode source =
                    dataset.withObject("/dataSources").putObject(list.name()).put("tableName", list.table());
            list.overrides().site().ifPresent(name -> override(dataset, "datasetOverride", name));
            list.overrides().list().ifPresent(name -> override(source, "tableNameOverride", name));
        }
        return datasets;
    }

    private static void override(ObjectNode owner, String member, String variable) {
        owner.putObject(member).put("environmentVariableName", variable);
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private List<String> dependents(Blueprint.Connection connection) {
        return blueprint.data().flows().stream()
                .filter(flow ->
                        flow.uses().stream().anyMatch(name -> connectionOf(name).equals(connection)))
                .map(this::id)
                .toList();
    }

    /** The first connection of the connector: the specification holds one for every flow. */
    private Blueprint.Connection connectionOf(String connector) {
        return blueprint.data().connections().stream()
                .filter(connection -> connection.connector().name().equals(connector))
                .findFirst()
                .orElseThrow();
    }

    private String id(Blueprint.Connection connection) {
        return blueprint
                .identity()
                .guid("reference " + connection.connector().name() + " " + connection.connectionId());
    }

    private String id(Blueprint.Flow flow) {
        return blueprint.identity().guid("reference " + flow.name() + " " + flow.workflowId());
    }
}
