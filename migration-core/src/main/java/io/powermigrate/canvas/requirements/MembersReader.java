package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what the document copied of its tables and flows: columns with their types, inputs and outputs (wire/msapp.md, section 2.3). The
 * app is compiled against these copies (wire/canvas-app-import.md, section 6).
 */
final class MembersReader {

    private final Map<String, Map<String, String>> members = new HashMap<>();
    private final Map<String, Map<String, String>> titles = new HashMap<>();

    /** Members of a data source with their types; a type that the document does not tell is empty. */
    Map<String, String> of(String source) {
        return members.getOrDefault(source, Map.of());
    }

    /** What people call a column; its name if nothing else is known. */
    String title(String source, String column) {
        return titles.getOrDefault(source, Map.of()).getOrDefault(column, column);
    }

    /** Names and titles of all columns. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        members.values().forEach(each -> names.addAll(each.keySet()));
        titles.values().forEach(each -> names.addAll(each.values()));
        return names;
    }

    /** {@code References\DataSources.json}, or the entities of the first generation. */
    void read(JsonCursor json, String list) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals(list)) {
                json.enterArray();
                while (json.nextElement()) {
                    source(json);
                }
            }
        }
    }

    private void source(JsonCursor json) {
        String name = "";
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> called = new HashMap<>();
        DataverseColumns dataverse = new DataverseColumns();
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Name")) {
                name = json.textOrEmpty();
            } else if (!dataverse.member(json)) {
                member(json, found, called);
            }
        }
        dataverse.titles().forEach((column, title) -> {
            found.putIfAbsent(column, "");
            called.put(column, title);
        });
        if (!found.isEmpty()) {
            members.put(name, found);
            titles.put(name, called);
        }
    }

    private void member(JsonCursor json, Map<String, String> found, Map<String, String> called) {
        switch (json.name()) {
            case "DataEntityMetadataJson" ->
                eachMember(json, inner -> found.putAll(inner.nested("table", this::table)));
            case "OriginalDataDescriptionJson" -> found.putAll(json.nested("table", this::table));
            case "ConnectedDataSourceInfoNameMapping" ->
                eachMember(json, inner -> called.put(inner.name(), inner.textOrEmpty()));
            case "WadlMetadata" -> at(json, "WadlXml", inner -> found.putAll(FlowSignature.of(inner.secretText())));
            default -> {}
        }
    }

    private static void eachMember(JsonCursor json, Consumer<JsonCursor> use) {
        json.enterObject();
        while (json.nextMember()) {
            use.accept(json);
        }
    }

    /** {@code schema.items.properties} of a table's description. */
    private Map<String, String> table(JsonCursor json) {
        Map<String, String> columns = new LinkedHashMap<>();
        at(
                json,
                "schema",
                schema -> at(
                        schema,
                        "items",
                        items -> at(items, "properties", properties -> {
                            properties.enterObject();
                            while (properties.nextMember()) {
                                columns.put(properties.name(), type(properties));
                            }
                        })));
        return columns;
    }

    private static void at(JsonCursor json, String member, Consumer<JsonCursor> use) {
        eachMember(json, inner -> {
            if (inner.name().equals(member)) {
                use.accept(inner);
            }
        });
    }

    private static String type(JsonCursor json) {
        String[] type = {""};
        at(json, "type", inner -> type[0] = inner.textOrEmpty());
        return type[0];
    }
}
