package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.WireNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code LocalConnectionReferences}: an object by GUID. One instance reads one reference. */
public final class ConnectionReferenceReader {

    private @Nullable String apiId;
    private @Nullable String displayName;
    private @Nullable String instanceId;
    private @Nullable String sharedId;
    private @Nullable Boolean onPremise;
    private @Nullable Boolean customApi;
    private List<String> dataSources = List.of();
    private final Map<String, Map<String, String>> datasets = new LinkedHashMap<>();
    private final List<String> overrides = new ArrayList<>();
    private Map<String, String> dependencies = Map.of();
    private List<String> dependents = List.of();
    private @Nullable String hintedFlow;
    private @Nullable String parameterFlow;
    private boolean callback;

    static List<ConnectionReference> read(JsonCursor json) {
        List<ConnectionReference> references = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            references.add(new ConnectionReferenceReader().reference(json.name(), json));
        }
        return references;
    }

    private ConnectionReference reference(String key, JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "connectionInstanceId" -> instanceId = json.text();
                case "dataSources" -> dataSources = json.texts();
                case "datasets" -> datasets(json);
                case "dependencies" -> dependencies = OrderedMaps.members(json);
                case "dependents" -> dependents = json.texts();
                case "connectionParameters" -> parameters(json);
                case "connectionRef" -> connectionRef(json);
                default -> {}
            }
        }
        return new ConnectionReference(
                key,
                apiId,
                displayName,
                instanceId,
                sharedId,
                onPremise,
                customApi,
                dataSources,
                datasets,
                overrides,
                dependencies,
                dependents,
                hintedFlow == null ? parameterFlow : hintedFlow,
                callback);
    }

    private void connectionRef(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "id" -> apiId = json.text();
                case "displayName" -> displayName = json.text();
                case "sharedConnectionId" -> sharedId = json.text();
                case "isOnPremiseConnection" -> onPremise = json.flag();
                case "isCustomApiConnection" -> customApi = json.flag();
                case "parameterHints", "parameterHintsV2" -> hints(json);
                default -> {}
            }
        }
    }

    private void hints(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("workflowName")) {
                json.enterObject();
                while (json.nextMember()) {
                    if (json.name().equals("value")) {
                        hintedFlow = json.text();
                    }
                }
            }
        }
    }

    /** Of these only the flow's name is kept: the rest are addresses of the source environment, one of them signed. */
    private void parameters(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "workflowName" -> parameterFlow = json.text();
                case WireNames.CALLBACK -> callback = true;
                default -> {}
            }
        }
    }

    private void datasets(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            Map<String, String> tables = new LinkedHashMap<>(datasets.getOrDefault(json.name(), Map.of()));
            String dataset = json.name();
            tables.putAll(dataset(json));
            datasets.put(dataset, OrderedMaps.copyOf(tables)); // a name that stands there twice loses no table
        }
    }

    private Map<String, String> dataset(JsonCursor json) {
        Map<String, String> tables = new LinkedHashMap<>();
        List<String> tableOverrides = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "dataSources" -> {
                    json.enterObject();
                    while (json.nextMember()) {
                        tables.put(json.name(), table(json, tableOverrides));
                    }
                }
                case "datasetOverride" -> override(json, overrides);
                default -> {}
            }
        }
        overrides.addAll(tableOverrides);
        return OrderedMaps.copyOf(tables);
    }

    private static String table(JsonCursor json, List<String> overrides) {
        String table = "";
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "tableName" -> table = json.textOrEmpty();
                case "tableNameOverride" -> override(json, overrides);
                default -> {}
            }
        }
        return table;
    }

    private static void override(JsonCursor json, List<String> overrides) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("environmentVariableName")) {
                overrides.add(json.textOrEmpty());
            }
        }
    }
}
