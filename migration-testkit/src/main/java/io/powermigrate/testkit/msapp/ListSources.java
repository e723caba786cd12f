package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ConnectedDataSourceInfo}: a table of a connector with a copy of its schema (wire/msapp.md, section 2.3). */
final class ListSources {
    private static final List<String> TEXT_FILTERS = List.of("eq", "startswith");

    private ListSources() {}

    static ObjectNode json(Blueprint.ListSource list, Blueprint.Connector connector) {
        ObjectNode node = Json.object()
                .put("Name", list.name())
                .put("IsSampleData", false)
                .put("IsWritable", true)
                .put("Type", "ConnectedDataSourceInfo")
                .put("DatasetName", list.dataset())
                .put("TableName", list.table())
                .put("ApiId", connector.path())
                .put("EncodeDataset", true);
        node.putObject("CdpRevision")
                .put("RevisionNumber", 1)
                .put("BaseUrl", "/")
                .put("LastChangedTimeString", "2025-01-15T09:30:00.0000000Z");
        node.putObject("DataEntityMetadataJson").put(list.table(), Json.compact(metadata(list)));
        node.set("ConnectedDataSourceInfoNameMapping", Json.texts(titles(list)));
        return node;
    }

    /** By their names in the list, which has blanks of titles escaped. */
    private static Map<String, Blueprint.Typed> columns(Blueprint.ListSource list) {
        Map<String, Blueprint.Typed> columns = new LinkedHashMap<>();
        columns.put("ID", new Blueprint.Typed("ID", ValueType.INTEGER));
        columns.put("Title", new Blueprint.Typed("Title", ValueType.STRING));
        list.columns().forEach(column -> columns.putIfAbsent(column.name().replace(" ", "_x0020_"), column));
        return columns;
    }

    private static Map<String, String> titles(Blueprint.ListSource list) {
        Map<String, String> titles = new LinkedHashMap<>();
        columns(list).forEach((name, column) -> titles.put(name, column.name()));
        return titles;
    }

    private static ObjectNode metadata(Blueprint.ListSource list) {
        ObjectNode node = Json.object()
                .put("name", list.table())
                .put("title", list.name())
                .put("x-ms-permission", "read-write");
        ObjectNode can = node.putObject("x-ms-capabilities");
        can.putObject("sortRestrictions").put("sortable", true).set("unsortableProperties", Json.array());
        can.putObject("filterRestrictions").put("filterable", true).set("nonFilterableProperties", Json.array());
        can.put("isOnlyServerPagable", true);
        can.set(
                "filterFunctionSupport",
                Json.texts(List.of("and", "or", "eq", "startswith", "gt", "ge", "lt", "le", "ne")));
        can.set("serverPagingOptions", Json.texts(List.of("top", "skiptoken")));
        can.put("odataVersion", 3);
        ObjectNode schema = node.putObject("schema").put("type", "array");
        schema.set("items", items(list));
        node.putObject("referencedEntities");
        node.put("webUrl", list.dataset() + "/Lists/" + list.name() + "/AllItems.aspx");
        return node;
    }

    private static ObjectNode items(Blueprint.ListSource list) {
        ObjectNode items = Json.object().put("type", "object");
        items.set("required", Json.texts(List.of("Title")));
        ObjectNode properties = items.putObject("properties");
        columns(list).forEach((name, column) -> properties.set(name, column(name, column)));
        items.putObject("x-ms-relationships");
        List<String> shown = new ArrayList<>(columns(list).keySet());
        shown.remove("ID");
        ObjectNode format = items.putObject("x-ms-displayFormat");
        format.set("propertiesDisplayOrder", Json.texts(shown));
        format.set("propertiesCompactDisplayOrder", Json.texts(List.of("Title")));
        format.set("propertiesTabularDisplayOrder", Json.texts(shown));
        return items;
    }

    private static ObjectNode column(String name, Blueprint.Typed typed) {
        boolean key = name.equals("ID");
        boolean text = typed.type() == ValueType.STRING;
        ObjectNode column = Json.object()
                .put("title", typed.name())
                .put("type", typed.type().json());
        if (key) {
            column.put("format", "int64").put("x-ms-keyType", "primary").put("x-ms-keyOrder", 1);
        } else if (text) {
            column.put("maxLength", 255);
        }
        column.put("x-ms-permission", key ? "read-only" : "read-write").put("x-ms-sort", "asc,desc");
        column.putObject("x-ms-capabilities").set("filterFunctions", Json.texts(text ? TEXT_FILTERS : List.of("eq")));
        return column;
    }
}
