package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.PropertiesReader;
import io.powermigrate.canvas.json.JsonEditor;

/** Changes {@code Properties.json}: what {@link PropertiesReader} reads. */
final class PropertiesRebinder {

    private final EntryEditor places;
    private final ValueMapper destination;

    PropertiesRebinder(EntryEditor places) {
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
                    places.secret(json, OriginReference.TELEMETRY, destination.telemetry(member));
                case "ManualOfflineProfileId" -> places.secret(json, OriginReference.OFFLINE_PROFILE, "");
                default -> {}
            }
        });
    }

    private void libraries(JsonEditor json) {
        json.elements(() -> json.members(member -> {
            if (member.equals("LibraryId") || member.equals("LibraryLogicalName")) {
                places.value(json, OriginReference.LIBRARY, destination::library);
            }
        }));
    }

    private void databases(JsonEditor json) {
        json.members(dataset -> {
            places.name(json, OriginReference.DATAVERSE_DATASET, destination::dataset);
            json.members(member -> {
                switch (member) {
                    case "instanceUrl" -> places.value(json, OriginReference.DATAVERSE_INSTANCE, destination::instance);
                    case "environmentVariableName" ->
                        places.value(json, OriginReference.ENVIRONMENT_VARIABLE, destination::variable);
                    case "dataSources" -> tables(json);
                    default -> {}
                }
            });
        });
    }

    private void tables(JsonEditor json) {
        json.members(dataSource -> {
            places.name(json, OriginReference.NAME, destination::name);
            json.members(member -> {
                switch (member) {
                    case "entitySetName" -> places.value(json, OriginReference.TABLE, destination::entitySet);
                    case "logicalName" -> places.value(json, OriginReference.TABLE, destination::logicalName);
                    default -> {}
                }
            });
        });
    }
}
