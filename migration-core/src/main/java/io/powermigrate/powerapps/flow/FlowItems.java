package io.powermigrate.powerapps.flow;

import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.Cleansing;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flows out of the service's answers (wire/power-platform.md, section 4.2). */
final class FlowItems {

    private FlowItems() {}

    /** A deleted flow stays in some lists for weeks. */
    static boolean isThere(Document answer) {
        return !answer.text("properties", "state").orElse("").equalsIgnoreCase("Deleted");
    }

    static CloudFlow listed(Document answer) {
        String id = answer.text("name").orElse("");
        String title = answer.text("properties", "displayName").orElse(id);
        Document properties = answer.at("properties");
        Item item = Item.of(CloudFlow.TYPE.key(title), id, title).withContent(content(properties));
        CloudFlow flow = CloudFlow.TYPE.of(item);
        return CloudFlow.TYPE.of(item.withReferences(references(flow)).withSlots(slots(flow)));
    }

    /** The item with its connections, by their ids. */
    static Item calling(Item item, List<String> connections) {
        List<Map<String, Object>> uses = connections.stream()
                .map(id -> Map.<String, Object>of(
                        "connector", ConnectorName.ofConnection(id).wire(), "connection", ConnectorName.lastPart(id)))
                .toList();
        CloudFlow flow = CloudFlow.TYPE.of(item.withContent(item.content().with("connections", uses)));
        return flow.item().withReferences(references(flow)).withSlots(slots(flow));
    }

    /** The definition as it may be kept. */
    static Document definition(Document answer) {
        return Cleansing.of(answer.at("properties", "definition"));
    }

    private static Document content(Document properties) {
        Map<String, Object> content = new LinkedHashMap<>();
        trigger(properties).ifPresent(trigger -> content.put("trigger", trigger));
        properties.text("state").ifPresent(state -> content.put("state", state));
        properties
                .text("flowSuspensionReason")
                .filter(reason -> !reason.isBlank() && !reason.equalsIgnoreCase("None"))
                .ifPresent(reason -> content.put("suspension", reason));
        properties
                .text("workflowEntityId")
                .filter(id -> !id.isBlank())
                .ifPresent(id -> content.put("solutionEntity", id));
        if (!properties.at("connectionReferences").isMissing()
                || !properties.at("installedConnectionReferences").isMissing()) { // lists need not tell them
            content.put("connections", connections(properties));
        }
        Document definition = properties.at("definition");
        if (definition.isObject()) {
            content.put("definition", Fingerprint.of(Cleansing.of(definition)).value());
            Map<String, String> signature = CallSignature.of(definition);
            if (!signature.isEmpty()) {
                content.put("signature", signature);
            }
        }
        return Document.of(content);
    }

    /** The definition knows best; lists have only a summary, and that of admins is empty. */
    private static Optional<String> trigger(Document properties) {
        Optional<Document> defined = properties.at("definition", "triggers").members().values().stream()
                .findFirst();
        return defined.or(() -> properties.at("definitionSummary", "triggers").items().stream()
                        .findFirst())
                .map(FlowItems::words)
                .filter(words -> !words.isEmpty());
    }

    /** The same trigger of a connector is called ApiConnection in older definitions, OpenApiConnection in newer ones. */
    private static String words(Document trigger) {
        return trigger.text("kind")
                .or(() -> trigger.text("type"))
                .orElse("")
                .replaceFirst("^OpenApiConnection", "ApiConnection");
    }

    private static List<Map<String, Object>> connections(Document properties) {
        Map<String, Document> references = new LinkedHashMap<>(
                properties.at("installedConnectionReferences").members());
        references.putAll(properties.at("connectionReferences").members());
        List<Map<String, Object>> uses = new ArrayList<>();
        references.forEach((name, reference) -> {
            Map<String, Object> use = new LinkedHashMap<>();
            use.put("reference", name);
            use.put(
                    "connector",
                    ConnectorName.of(reference
                                    .text("id")
                                    .or(() -> reference.text("api", "name"))
                                    .orElse(name))
                            .wire());
            use.put("connection", reference.text("connectionName").orElse(""));
            use.put("source", reference.text("source").orElse("Embedded"));
            uses.add(use);
        });
        return uses;
    }

    private static Set<Reference> references(CloudFlow flow) {
        Set<Reference> references = new HashSet<>();
        for (CloudFlow.Use use : flow.knownConnections()) {
            if (!use.connection().isEmpty()) {
                references.add(Reference.needs(ResourceKey.ofId(Connection.TYPE.name(), use.connection())));
            }
            if (use.connector().isCustom()) {
                references.add(Reference.needs(ResourceKey.ofId(
                        CustomConnector.TYPE.name(), use.connector().wire())));
            }
        }
        return references;
    }

    /** The connection of an invoker is not the flow's to have. */
    private static List<Slot> slots(CloudFlow flow) {
        return flow.knownConnections().stream()
                .filter(use -> !use.connection().isEmpty())
                .map(use -> new Slot(SlotType.of(Connection.TYPE), use.connection(), flow.key(), !use.isInvoker()))
                .distinct()
                .toList();
    }
}
