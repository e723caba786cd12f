package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON objects of a document by kind. A kind is the path of an object: the entry, then member names, {@code []} for items,
 * {@code {}} for the values of a map (whose keys are data), with controls, rules, templates and data sources as kinds of
 * their own, wherever they stand. JSON inside texts counts as JSON.
 */
record Shape(Set<String> entries, Map<String, List<ObjectNode>> kinds) {
    private static final Set<String> MAPS = Set.of(
            "ControlCount",
            "OptionSetInfoNameMapping",
            "ViewInfoNameMapping",
            "NativeCDSDataSourceInfoNameMapping",
            "ConnectedDataSourceInfoNameMapping",
            "DataEntityMetadataJson",
            "OptionSetReference",
            "OverridableProperties",
            "LocalConnectionReferences",
            "LocalDatabaseReferences",
            "datasets",
            "dataSources",
            "dependencies",
            "parameterHints",
            "parameterHintsV2",
            "Values",
            "connectionParameters",
            "properties",
            "referencedEntities",
            "x-ms-relationships",
            "Palette");

    private static final Set<String> JSON_TEXTS = Set.of(
            "LocalConnectionReferences",
            "LocalDatabaseReferences",
            "LibraryDependencies",
            "TableDefinition",
            "EntityMetadata",
            "PicklistOptionSetAttribute",
            "MultiSelectPicklistOptionSetAttribute",
            "StateOptionSetAttribute",
            "StatusOptionSetAttribute",
            "BooleanOptionSetAttribute",
            "EntityNameOptionSetAttribute",
            "Views",
            "DefaultPublicView",
            "Forms",
            "CdsFCBContext");

    /** What no word of the builder makes. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "DynamicControlDefinitionJson",
            "ControlThisItemType",
            "DynamicProperties",
            "ComponentDefinitionInfo",
            "CustomProperties",
            "SwaggerJson",
            "PCFDynamicSchemaForIRRetrieval",
            "PropToDynamicType");

    static Shape of(Msapp document) {
        Shape shape = new Shape(document.entries().keySet(), new LinkedHashMap<>());
        for (String entry : document.entries().keySet()) {
            boolean json = entry.endsWith(".json") || entry.endsWith(".sarif");
            boolean other = entry.contains("Resources\\Controls") || entry.matches("(Assets|AppTests)\\\\.*");
            if (json && !other) {
                String kind = entry.matches("(Controls|Components)\\\\.*") ? "Controls" : entry;
                shape.walk(kind, "", document.json(entry));
            }
        }
        return shape;
    }

    static String parent(String kind) {
        int cut = kind.lastIndexOf('/');
        return cut < 0 ? "" : kind.substring(0, cut);
    }

    private void walk(String kind, String member, JsonNode value) {
        if (value.isTextual() && isJson(kind, member, value.asText())) {
            walk(kind, member, Msapp.parse(value.asText()));
        } else if (value.isArray()) {
            value.forEach(item -> walk(itemKind(kind, member, item), "", item));
        } else if (value.isObject() && MAPS.contains(member)) {
            value.forEach(item -> walk(kind + "{}", "", item));
        } else if (value.isObject()) {
            kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add((ObjectNode) value);
            value.properties().stream()
                    .filter(field -> !NOT_LOOKED_AT.contains(field.getKey()))
                    .forEach(field -> walk(memberKind(kind, field.getKey()), field.getKey(), field.getValue()));
        }
    }

    private static boolean isJson(String kind, String member, String text) {
        boolean named = JSON_TEXTS.contains(member) || kind.endsWith("DataEntityMetadataJson{}");
        return named && (text.startsWith("{") || text.startsWith("["));
    }

    private static String itemKind(String kind, String member, JsonNode item) {
        return switch (member) {
            case "DataSources" -> "DataSource " + item.path("Type").asText();
            case "Children" -> "Control";
            case "Rules" -> "Rule";
            default -> kind + "[]";
        };
    }

    private static String memberKind(String kind, String member) {
        if (member.equals("TopParent")) {
            return "Control";
        }
        return member.equals("Template") && kind.equals("Control") ? "Template" : kind + "/" + member;
    }
}
