package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.ConnectionReferenceReader;
import io.powermigrate.canvas.json.JsonEditor;

/** Changes {@code LocalConnectionReferences}: what {@link ConnectionReferenceReader} reads, and what it leaves out. */
final class ConnectionReferenceRebinder {

    private final EntryEditor places;
    private final ValueMapper destination;

    ConnectionReferenceRebinder(EntryEditor places) {
        this.places = places;
        this.destination = places.destination();
    }

    void references(JsonEditor json) {
        json.members(key -> json.members(member -> {
            switch (member) {
                case "connectionInstanceId" ->
                    places.value(json, OriginReference.CONNECTION, destination::connectionPath);
                case "dataSources" -> json.elements(() -> places.value(json, OriginReference.NAME, destination::name));
                case "datasets" -> json.members(dataset -> dataset(json, dataset));
                case "dependencies" ->
                    json.members(
                            connector -> places.name(json, OriginReference.CONNECTOR, destination::numberedConnector));
                case "connectionParameters" -> parameters(json);
                case "connectionRef" -> connectionRef(json);
                default -> {}
            }
        }));
    }

    private void connectionRef(JsonEditor json) {
        json.members(member -> {
            switch (member) {
                case "id" -> places.value(json, OriginReference.CONNECTOR, destination::connectorPath);
                case "sharedConnectionId" ->
                    places.value(json, OriginReference.SHARED_CONNECTION, destination::connectionPath);
                case "parameterHints" -> hints(json);
                case "parameterHintsV2" -> hintsByConnector(json);
                default -> {}
            }
        });
    }

    /** GUID of a reference to connector. */
    private void hints(JsonEditor json) {
        json.members(hint -> hintedValue(json, hint, true));
    }

    /** Connector to GUID of a reference: the opposite direction (wire/msapp.md, section 2.2.1). */
    private void hintsByConnector(JsonEditor json) {
        json.members(hint -> {
            places.name(json, OriginReference.CONNECTOR, destination::numberedConnector);
            hintedValue(json, hint, false);
        });
    }

    private void hintedValue(JsonEditor json, String hint, boolean connector) {
        json.members(member -> {
            if (!member.equals("value")) {
                return;
            }
            switch (hint) {
                case "workflowName" -> places.value(json, OriginReference.FLOW, destination::flow);
                case "workflowEntityId" -> places.value(json, OriginReference.FLOW, destination::flowRow);
                default -> {
                    if (connector) {
                        places.value(json, OriginReference.CONNECTOR, destination::numberedConnector);
                    }
                }
            }
        });
    }

    private void parameters(JsonEditor json) {
        json.members(member -> {
            switch (member) {
                case "workflowName" -> places.value(json, OriginReference.FLOW, destination::flow);
                case "workflowEntityId" -> places.value(json, OriginReference.FLOW, destination::flowRow);
                default -> places.dropIfSecret(json, member);
            }
        });
    }

    private void dataset(JsonEditor json, String key) {
        String dataset = destination.withoutVariable(key);
        places.name(json, DatasetKind.dataset(dataset), destination::datasetKey);
        json.members(member -> {
            switch (member) {
                case "dataSources" ->
                    json.members(dataSource -> {
                        places.name(json, OriginReference.NAME, destination::name);
                        table(json, dataset);
                    });
                case "datasetOverride" -> override(json);
                default -> {}
            }
        });
    }

    private void table(JsonEditor json, String dataset) {
        json.members(member -> {
            switch (member) {
                case "tableName" ->
                    places.value(json, DatasetKind.table(dataset), table -> destination.table(dataset, table));
                case "tableNameOverride" -> override(json);
                default -> {}
            }
        });
    }

    private void override(JsonEditor json) {
        json.members(member -> {
            if (member.equals("environmentVariableName")) {
                places.value(json, OriginReference.ENVIRONMENT_VARIABLE, destination::variable);
            }
        });
    }
}
