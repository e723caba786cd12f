package io.powermigrate.testkit.fake.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A .msapp read just far enough to know what its app is called and what it needs (wire/msapp.md, sections 1 and 2). Reads
 * every generation: v1 ({@code Entities.json}) and v2, either separator. Immutable by agreement.
 *
 * @param appName {@code AppName} of PublishInfo.json, as it stands there
 * @param documentType {@code App}, {@code Page} or {@code ComponentLibrary}; {@code App} where an old document does not say
 * @param properties {@code Properties.json}, empty where the document has none
 * @param connections the connection references, in the order of the document
 * @param flows every flow the document runs, each once
 * @param databases {@code LocalDatabaseReferences}, parsed
 */
public record AppDocument(
        String appName,
        String documentType,
        ObjectNode properties,
        List<ConnectionUse> connections,
        List<FlowUse> flows,
        ObjectNode databases) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the lists. */
    public AppDocument {
        connections = List.copyOf(connections);
        flows = List.copyOf(flows);
    }

    /**
     * Reads a document.
     *
     * @throws IOException if the bytes are no complete zip, or no document (no {@code Header.json})
     */
    public static AppDocument read(byte[] msapp) throws IOException {
        Archive archive = Archive.read(msapp);
        if (archive.find("Header.json").isEmpty()) {
            throw new IOException("not a canvas app document: it has no Header.json");
        }
        ObjectNode properties = object(archive, "Properties.json");
        ObjectNode publish = object(archive, "Resources/PublishInfo.json");
        ObjectNode info = publish.isEmpty() ? object(archive, "PublishInfo.json") : publish;
        List<ConnectionUse> uses = new ArrayList<>();
        nested(properties, "LocalConnectionReferences").properties().forEach(e -> {
            if (e.getValue() instanceof ObjectNode raw) {
                uses.add(new ConnectionUse(e.getKey(), raw));
            }
        });
        return new AppDocument(
                info.path("AppName").asText(properties.path("Name").asText("App")),
                properties.path("DocumentType").asText("App"),
                properties,
                uses,
                flows(uses, services(archive)),
                nested(properties, "LocalDatabaseReferences"));
    }

    /** Whether the document uses Dataverse tables (not only custom controls that need its host). */
    public boolean usesTables() {
        for (JsonNode database : databases) {
            if (!database.path("dataSources").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The connection references as the app's definition carries them. */
    public ObjectNode connectionReferences() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        connections.forEach(use -> all.set(use.key(), use.definition()));
        return all;
    }

    /** The database references as the app's definition carries them (wire/power-platform.md, section 2.3). */
    public ObjectNode databaseReferences() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        databases.properties().forEach(e -> {
            ObjectNode details = all.putObject(e.getKey()).putObject("databaseDetails");
            details.put("referenceType", "Environmental").put("environmentName", e.getKey());
            details.putObject("overrideValues").put("status", "NotSpecified");
            details.putObject("linkedEnvironmentMetadata")
                    .put("instanceUrl", e.getValue().path("instanceUrl").asText(""));
            JsonNode sources = e.getValue().path("dataSources");
            ((ObjectNode) all.get(e.getKey()))
                    .set("dataSources", sources.isObject() ? sources.deepCopy() : all.objectNode());
        });
        return all;
    }

    private static List<FlowUse> flows(List<ConnectionUse> uses, Map<String, String> services) {
        Set<String> referenced = new TreeSet<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (ConnectionUse use : uses) {
            use.workflowName().ifPresent(flow -> {
                referenced.add(flow);
                List<String> sources = use.dataSources();
                names.putIfAbsent(flow, sources.isEmpty() ? "Flow " + flow.substring(0, 8) : sources.get(0));
            });
        }
        services.forEach(names::put);
        List<FlowUse> flows = new ArrayList<>();
        names.forEach((flow, name) -> flows.add(new FlowUse(flow, name, referenced.contains(flow))));
        return flows;
    }

    /** Flow GUID to data source name: the old kind names it AddinConnectorId, the new one FlowNameId. */
    private static Map<String, String> services(Archive archive) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String path : List.of("References/DataSources.json", "Entities.json")) {
            JsonNode root = archive.find(path).isPresent()
                    ? JSON.readTree(archive.find(path).orElseThrow())
                    : JSON.createObjectNode();
            JsonNode list = root.isArray() ? root : root.path(path.startsWith("R") ? "DataSources" : "Entities");
            for (JsonNode source : list) {
                String flow = source.path("FlowNameId")
                        .asText(source.path("AddinConnectorId").asText(""));
                if (flow.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                    found.putIfAbsent(
                            flow.toLowerCase(Locale.ROOT), source.path("Name").asText());
                }
            }
        }
        return found;
    }

    private static ObjectNode object(Archive archive, String path) throws IOException {
        byte[] bytes = archive.find(path).orElse(new byte[0]);
        return bytes.length > 0 && JSON.readTree(bytes) instanceof ObjectNode node ? node : JSON.createObjectNode();
    }

    private static ObjectNode nested(ObjectNode properties, String name) throws IOException {
        String text = properties.path(name).asText("");
        return !text.isBlank() && JSON.readTree(text) instanceof ObjectNode node ? node : JSON.createObjectNode();
    }
}
