package io.powermigrate.canvas;

/** Changes {@code Properties.json}: what {@link PropertiesReader} reads. */
final class PropertiesRebinder {

    private final Places places;
    private final Destination destination;

    PropertiesRebinder(Places places) {
        this.places = places;
        this.destination = places.destination();
    }

    void entry(JsonEditor json) {
        json.members(member -> {
            switch (member) {
                case "LocalConnectionReferences" ->
                    json.nested(member, new ConnectionReferenceRebinder(places)::references);
                case "LocalDatabaseReferences" -> json.nested(member, this::databases);
                case "LibraryDependencies" -> json.nested(member, this::libraries);
                case "InstrumentationKey", "ConnectionString" ->
                    places.secret(json, Tie.TELEMETRY, destination.telemetry(member));
                case "ManualOfflineProfileId" -> places.secret(json, Tie.OFFLINE_PROFILE, "");
                default -> {}
            }
        });
    }

    private void libraries(JsonEditor json) {
        json.elements(() -> json.members(member -> {
            if (member.equals("LibraryId") || member.equals("LibraryLogicalName")) {
                places.value(json, Tie.LIBRARY, destination::library);
            }
        }));
    }

    private void databases(JsonEditor json) {
        json.members(dataset -> {
            places.name(json, Tie.DATAVERSE_DATASET, destination::dataset);
            json.members(member -> {
                switch (member) {
                    case "instanceUrl" -> places.value(json, Tie.DATAVERSE_INSTANCE, destination::instance);
                    case "environmentVariableName" ->
                        places.value(json, Tie.ENVIRONMENT_VARIABLE, destination::variable);
                    case "dataSources" -> tables(json);
                    default -> {}
                }
            });
        });
    }

    private void tables(JsonEditor json) {
        json.members(dataSource -> {
            places.name(json, Tie.NAME, destination::name);
            json.members(member -> {
                switch (member) {
                    case "entitySetName" -> places.value(json, Tie.TABLE, destination::entitySet);
                    case "logicalName" -> places.value(json, Tie.TABLE, destination::logicalName);
                    default -> {}
                }
            });
        });
    }
}
