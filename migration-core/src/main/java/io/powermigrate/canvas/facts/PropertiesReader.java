package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** Reads {@code Properties.json}: the properties, and the three JSON texts in strings that say what the document is bound to. */
public final class PropertiesReader {

    private @Nullable String name;
    private @Nullable String id;
    private @Nullable String fileId;
    private @Nullable String documentType;
    private @Nullable String appType;
    private @Nullable String creationSource;
    private @Nullable String originatingVersion;
    private @Nullable String offlineProfile;
    private @Nullable Integer maxRows;
    private @Nullable Boolean thirdParty;
    private boolean instrumentationKey;
    private boolean connectionString;

    static void read(JsonCursor json, FactsDraft draft) {
        draft.properties = new PropertiesReader().all(json, draft);
    }

    private AppProperties all(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            if (!reference(json, draft)) {
                property(json);
            }
        }
        return new AppProperties(
                name,
                id,
                fileId,
                documentType,
                appType,
                creationSource,
                originatingVersion,
                maxRows,
                thirdParty,
                instrumentationKey,
                connectionString,
                offlineProfile);
    }

    private static boolean reference(JsonCursor json, FactsDraft draft) {
        String member = json.name();
        switch (member) {
            case "LocalConnectionReferences" -> {
                draft.bound.mentions(json);
                draft.connectionReferences = json.nested(member, ConnectionReferenceReader::read);
            }
            case "LocalDatabaseReferences" ->
                draft.databaseReferences = json.nested(member, DatabaseReferenceReader::read);
            case "LibraryDependencies" -> draft.libraryDependencies = json.nested(member, LibraryDependency::read);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void property(JsonCursor json) {
        switch (json.name()) {
            case "Name" -> name = json.text();
            case "Id" -> id = json.text();
            case "FileID" -> fileId = json.text();
            case "DocumentType" -> documentType = json.text();
            case "DocumentAppType" -> appType = json.text();
            case "AppCreationSource" -> creationSource = json.text();
            case "OriginatingVersion" -> originatingVersion = json.text();
            case "DefaultConnectedDataSourceMaxGetRowsCount" -> maxRows = json.number();
            case "ContainsThirdPartyPcfControls" -> thirdParty = json.flag();
            case "InstrumentationKey" -> instrumentationKey = !json.secretText().isEmpty();
            case "ConnectionString" -> connectionString = !json.secretText().isEmpty();
            case "ManualOfflineProfileId" -> offlineProfile = json.text();
            default -> {}
        }
    }
}
