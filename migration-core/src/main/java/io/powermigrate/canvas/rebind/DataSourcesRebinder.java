package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.json.Edits;
import io.powermigrate.canvas.json.JsonEditor;
import io.powermigrate.canvas.json.JsonLiteral;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes data sources, in {@code References\DataSources.json} or among the entities of the first generation. What a member becomes may
 * depend on one that comes later (a table on its dataset), so names and ids wait for the end of their object.
 */
final class DataSourcesRebinder {

    private static final String SERVICE_ID = "siena:serviceId=\"";
    private static final Set<String> NO_DATA_SOURCES = Set.of("ControlInfo", "ResourceInfo");
    private static final Set<String> WAITING = Set.of(
            "Name",
            "Type",
            "DisplayName",
            "ApiId",
            "DatasetName",
            "TableName",
            "EntitySetName",
            "LogicalName",
            "RelatedEntityName",
            "RelatedColumnInvariantName",
            "FlowNameId",
            "AddinConnectorId",
            "WorkflowEntityId");

    private final EntryEditor places;
    private final ValueMapper destination;
    private final RebindingValues rebinding;
    private final @Nullable ControlsRebinder schemas;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    /**
     * @param schemas for what else repeats names; null if no name changes
     */
    DataSourcesRebinder(EntryEditor places, RebindingValues rebinding, @Nullable ControlsRebinder schemas) {
        this.schemas = schemas;
        this.places = places;
        this.destination = places.destination();
        this.rebinding = rebinding;
    }

    void entry(JsonEditor json) {
        json.members(member -> {
            if (member.equals("DataSources")) {
                json.elements(() -> dataSource(json));
            }
        });
    }

    /** The first generation: controls, media and data sources in one array. */
    void entities(JsonEditor json) {
        json.members(list -> {
            if (list.equals("Entities") || list.equals("Components")) {
                json.elements(() -> dataSource(json));
            }
        });
    }

    private void dataSource(JsonEditor json) {
        waiting.clear();
        texts.clear();
        json.members(member -> member(json, member));
        finish(json);
    }

    /** Takes the current member if it is one of a data source. */
    private void member(JsonEditor json, String member) {
        if (WAITING.contains(member)) {
            if (json.isString()) {
                JsonLiteral literal = json.literal();
                waiting.add(new Waiting(member, literal));
                texts.put(member, literal.value());
            }
            return;
        }
        switch (member) {
            case "WadlMetadata" -> json.members(part -> wadl(json, part));
            case "DataEntityMetadataJson" ->
                json.members(table -> {
                    waiting.add(new Waiting(member, json.nameLiteral()));
                    places.metadata(json, OriginReference.LIST_METADATA);
                });
            case "OriginalDataDescriptionJson" -> places.metadata(json, OriginReference.LIST_METADATA);
            case "TableDefinition" -> tableDefinition(json);
            case "ViewInfoNameMapping" -> views(json);
            case "CdsActionInfo" -> json.members(part -> action(json, part));
            case "OptionSetReference" -> json.members(item -> json.members(part -> optionSetReference(json, part)));
            default -> {
                if (schemas != null) {
                    schemas.member(json, member);
                }
            }
        }
    }

    private void views(JsonEditor json) {
        Set<String> names = new HashSet<>();
        json.members(view -> {
            places.literal(json, json.nameLiteral(), OriginReference.VIEW, destination::view);
            different(json, names, destination.view(view));
            places.metadata(json, OriginReference.VIEW);
        });
    }

    /** The names of these members are told apart by nothing else. */
    private static void different(JsonEditor json, Set<String> names, String name) {
        if (!names.add(name)) {
            throw json.twice(name);
        }
    }

    private void action(JsonEditor json, String part) {
        if (part.equals("CdsDataset")) {
            places.value(json, OriginReference.DATAVERSE_DATASET, destination::dataset);
        }
    }

    private void optionSetReference(JsonEditor json, String part) {
        if (part.equals("OptionSetReferenceEntityName")) {
            places.value(json, OriginReference.NAME, destination::name);
        }
    }

    private void tableDefinition(JsonEditor json) {
        if (rebinding.has(ValueKind.LOGICAL_NAME)) {
            json.nested(
                    "TableDefinition",
                    table -> table.members(member -> {
                        if (member.equals("TableName")) {
                            places.value(table, OriginReference.TABLE, destination::logicalName);
                        }
                    }));
        }
        places.metadata(json, OriginReference.TABLE_METADATA);
    }

    private void wadl(JsonEditor json, String part) {
        if (part.equals("SwaggerJson")) {
            if (rebinding.has(ValueKind.RUNTIME)) {
                json.nested(part, this::swagger);
            }
            places.metadata(json, OriginReference.CONNECTOR_IN_SWAGGER);
        } else {
            serviceId(json);
            places.metadata(json, OriginReference.CONNECTOR_IN_WADL);
        }
    }

    private void serviceId(JsonEditor json) {
        if (destination.names().isEmpty() || !json.isString()) {
            return;
        }
        JsonLiteral literal = json.literal();
        String xml = literal.value();
        int start = xml.indexOf(SERVICE_ID) + SERVICE_ID.length();
        int end = xml.indexOf('"', start);
        if (start < SERVICE_ID.length() || end < 0) {
            return;
        }
        String name = XmlText.plain(xml.substring(start, end));
        String other = destination.name(name);
        if (!other.equals(name)) {
            Edits inside = new Edits();
            int from = JsonLiteral.length(xml, 0, start);
            byte[] spelled = XmlText.spelled(other).getBytes(StandardCharsets.UTF_8);
            inside.add(from, from + JsonLiteral.length(xml, start, end), spelled);
            places.part(json, literal, inside, name);
        }
    }

    /** The host belongs to the path, which may come first; the path itself is found as any other address. */
    private void swagger(JsonEditor json) {
        List<JsonLiteral> hosts = new ArrayList<>();
        Map<String, String> paths = new HashMap<>();
        json.members(member -> {
            if (member.equals("host") && json.isString()) {
                hosts.add(json.literal());
            } else if (member.equals("basePath")) {
                paths.put(member, json.text());
            }
        });
        rebinding.all(ValueKind.RUNTIME).entrySet().stream()
                .filter(runtime -> paths.containsValue(Connectors.runtimePath(runtime.getKey())))
                .findFirst()
                .ifPresent(runtime -> hosts.forEach(host -> places.literal(
                        json,
                        host,
                        OriginReference.CONNECTOR_IN_SWAGGER,
                        origin -> Connectors.host(runtime.getValue()))));
    }

    private void finish(JsonEditor json) {
        if (NO_DATA_SOURCES.contains(type())) {
            return;
        }
        Set<String> tables = new HashSet<>();
        for (Waiting one : waiting) {
            if (one.member.equals("DataEntityMetadataJson")) {
                different(json, tables, destination.table(dataset(), one.literal.value()));
            }
            bind(json, one);
        }
    }

    private void bind(JsonEditor json, Waiting one) {
        switch (one.member) {
            case "Name" -> name(json, one.literal);
            case "DisplayName" -> {
                if (type().equals("OptionSetInfo") || type().equals("ViewInfo")) {
                    places.literal(json, one.literal, OriginReference.NAME, destination::name);
                }
            }
            case "RelatedEntityName" -> places.literal(json, one.literal, OriginReference.NAME, destination::name);
            case "ApiId" -> places.literal(json, one.literal, OriginReference.CONNECTOR, destination::connectorPath);
            case "DatasetName" ->
                places.literal(json, one.literal, DatasetKind.dataset(dataset()), destination::dataset);
            case "TableName", "DataEntityMetadataJson" ->
                places.literal(
                        json, one.literal, DatasetKind.table(dataset()), table -> destination.table(dataset(), table));
            case "EntitySetName" -> places.literal(json, one.literal, OriginReference.TABLE, destination::entitySet);
            case "LogicalName" -> places.literal(json, one.literal, OriginReference.TABLE, destination::logicalName);
            case "FlowNameId", "AddinConnectorId" ->
                places.literal(json, one.literal, OriginReference.FLOW, destination::flow);
            case "WorkflowEntityId" -> places.literal(json, one.literal, OriginReference.FLOW, destination::flowRow);
            default -> {}
        }
    }

    /** Names of views and option sets are made of table names; formulas know them by their titles. */
    private void name(JsonEditor json, JsonLiteral literal) {
        switch (type()) {
            case "ViewInfo" -> places.literal(json, literal, OriginReference.TABLE, destination::datasetAndTable);
            case "OptionSetInfo" -> places.literal(json, literal, OriginReference.TABLE, this::optionSet);
            default -> places.literal(json, literal, OriginReference.NAME, destination::name);
        }
    }

    private String optionSet(String name) {
        String column = "_" + texts.getOrDefault("RelatedColumnInvariantName", "");
        return name.endsWith(column)
                ? destination.logicalName(name.substring(0, name.length() - column.length())) + column
                : name;
    }

    private String type() {
        return texts.getOrDefault("Type", "");
    }

    private String dataset() {
        return texts.getOrDefault("DatasetName", "");
    }

    /** A string or name that is changed when its object was read. */
    private record Waiting(String member, JsonLiteral literal) {}
}
