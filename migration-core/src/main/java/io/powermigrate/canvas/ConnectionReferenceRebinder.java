package io.powermigrate.canvas;

/** Changes {@code LocalConnectionReferences}: what {@link ConnectionReferenceReader} reads, and what it leaves out. */
final class ConnectionReferenceRebinder {

    private final Places places;
    private final Destination destination;

    ConnectionReferenceRebinder(Places places) {
        this.places = places;
        this.destination = places.destination();
    }

    void references(JsonEditor json) {
        json.members(key -> json.members(member -> {
            switch (member) {
                case "connectionInstanceId" -> places.value(json, Tie.CONNECTION, destination::connectionPath);
                case "dataSources" -> json.elements(() -> places.value(json, Tie.NAME, destination::name));
                case "datasets" -> json.members(dataset -> dataset(json, dataset));
                case "dependencies" ->
                    json.members(connector -> places.name(json, Tie.CONNECTOR, destination::numberedConnector));
                case "connectionParameters" -> parameters(json);
                case "connectionRef" -> connectionRef(json);
                default -> {}
            }
        }));
    }

    private void connectionRef(JsonEditor json) {
        json.members(member -> {
            switch (member) {
                case "id" -> places.value(json, Tie.CONNECTOR, destination::connectorPath);
                case "sharedConnectionId" -> places.value(json, Tie.SHARED_CONNECTION, destination::connectionPath);
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
            places.name(json, Tie.CONNECTOR, destination::numberedConnector);
            hintedValue(json, hint, false);
        });
    }

    private void hintedValue(JsonEditor json, String hint, boolean connector) {
        json.members(member -> {
            if (!member.equals("value")) {
                return;
            }
            switch (hint) {
                case "workflowName" -> places.value(json, Tie.FLOW, destination::flow);
                case "workflowEntityId" -> places.value(json, Tie.FLOW, destination::flowRow);
                default -> {
                    if (connector) {
                        places.value(json, Tie.CONNECTOR, destination::numberedConnector);
                    }
                }
            }
        });
    }

    private void parameters(JsonEditor json) {
        json.members(member -> {
            switch (member) {
                case "workflowName" -> places.value(json, Tie.FLOW, destination::flow);
                case "workflowEntityId" -> places.value(json, Tie.FLOW, destination::flowRow);
                default -> places.dropIfSecret(json, member);
            }
        });
    }

    private void dataset(JsonEditor json, String key) {
        String dataset = destination.withoutVariable(key);
        places.name(json, Ties.dataset(dataset), destination::datasetKey);
        json.members(member -> {
            switch (member) {
                case "dataSources" ->
                    json.members(dataSource -> {
                        places.name(json, Tie.NAME, destination::name);
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
                case "tableName" -> places.value(json, Ties.table(dataset), table -> destination.table(dataset, table));
                case "tableNameOverride" -> override(json);
                default -> {}
            }
        });
    }

    private void override(JsonEditor json) {
        json.members(member -> {
            if (member.equals("environmentVariableName")) {
                places.value(json, Tie.ENVIRONMENT_VARIABLE, destination::variable);
            }
        });
    }
}
