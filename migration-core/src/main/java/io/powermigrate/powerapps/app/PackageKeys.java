package io.powermigrate.powerapps.app;

import io.powermigrate.model.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the keys of a package's manifest stand for in the source, as far as definition and document tell: both call a connection reference
 * by the same key, so the connector and the flow of one are those of the other (wire/msapp.md, section 5). Pure.
 *
 * @param references the connection references of the definition, which name connectors and flows by keys of the manifest
 * @param uses those of the document, which name them by their ids
 */
record PackageKeys(Document references, List<ConnectionUse> uses) {

    private static final String CONNECTIONS = "Microsoft.PowerApps/apis/connections";

    static PackageKeys of(Document definition, Document facts) {
        return new PackageKeys(
                definition.at("properties", "connectionReferences"),
                facts.at("connectionReferences").items().stream()
                        .map(ConnectionUse::ofDocument)
                        .toList());
    }

    /** The references with ids in the place of keys; one that the document lacks stays as it is. */
    Document resolved() {
        Document all = references;
        for (ConnectionUse use : uses) {
            Document reference = references.at(use.key());
            if (reference.isObject()) {
                all = all.with(use.key(), resolved(reference, use));
            }
        }
        return all;
    }

    private static Document resolved(Document reference, ConnectionUse use) {
        Document connector = reference.with("id", ConnectionUse.apiId(use.connector()));
        return use.workflowName().isEmpty()
                        || !connector.at("parameterHints", "workflowName").isObject()
                ? connector
                : ConnectionUse.withWorkflow(connector, "parameterHints", use.workflowName());
    }

    /**
     * The id in the source of what each key stands for.
     *
     * @param resources those of the manifest
     */
    Map<String, String> origins(Document resources) {
        Map<String, String> origins = new LinkedHashMap<>();
        for (ConnectionUse use : uses) {
            Document reference = references.at(use.key());
            put(origins, reference.text("id").orElse(""), ConnectionUse.apiId(use.connector()));
            put(origins, ConnectionUse.workflow(reference), use.workflowName());
        }
        resources.members().forEach((key, resource) -> {
            if (resource.text("type").filter(CONNECTIONS::equalsIgnoreCase).isPresent()) {
                resource.texts("dependsOn")
                        .forEach(api -> put(origins, key, connection(origins.getOrDefault(api, ""))));
            }
        });
        return origins;
    }

    /** The package tells no id of a connection: its connector has to do. */
    private String connection(String connectorId) {
        return uses.stream()
                .filter(use -> !use.isFlow() && !use.connection().isEmpty())
                .filter(use -> ConnectionUse.apiId(use.connector()).equals(connectorId))
                .map(use -> connectorId + "/connections/" + use.connection())
                .findFirst()
                .orElse("");
    }

    private static void put(Map<String, String> origins, String key, String id) {
        if (!key.isEmpty() && !key.contains("/") && !id.isEmpty()) {
            origins.putIfAbsent(key, id);
        }
    }
}
