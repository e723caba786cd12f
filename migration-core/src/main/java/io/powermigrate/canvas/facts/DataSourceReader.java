package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one data source, in {@code References\DataSources.json} or among the entities of the first generation. The metadata inside
 * (table definitions, WADL, Swagger) are copies that Studio refreshes; they are only searched for hosts.
 */
final class DataSourceReader {

    private final Map<String, String> texts = new HashMap<>();

    /** The whole entry. */
    static void readAll(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("DataSources")) {
                json.enterArray();
                while (json.nextElement()) {
                    draft.dataSources.add(read(json, draft));
                }
            }
        }
    }

    private static DataSource read(JsonCursor json, FactsDraft draft) {
        DataSourceReader one = new DataSourceReader();
        SourceColumns.Reader columns = new SourceColumns.Reader();
        json.enterObject();
        while (json.nextMember()) {
            if (!columns.member(json)) {
                one.member(json, draft.bound);
            }
        }
        DataSource source = one.dataSource();
        draft.sources.add(columns.of(source));
        return source;
    }

    /** Takes the current member if it is one of a data source. */
    void member(JsonCursor json, OriginHostsDraft bound) {
        String member = json.name();
        switch (member) {
            case "Name",
                    "Type",
                    "DisplayName",
                    "ApiId",
                    "ServiceKind",
                    "DatasetName",
                    "TableName",
                    "EntitySetName",
                    "LogicalName",
                    "RelatedEntityName",
                    "FlowNameId",
                    "AddinConnectorId",
                    "WorkflowEntityId" -> {
                String text = json.text();
                if (text != null) {
                    texts.put(member, text);
                }
            }
            case "WadlMetadata" -> {
                json.enterObject();
                while (json.nextMember()) {
                    bound.mentions(json);
                }
            }
            default -> {}
        }
    }

    DataSource dataSource() {
        String name = texts.getOrDefault("Name", "");
        String type = texts.getOrDefault("Type", "");
        boolean titled = type.equals("OptionSetInfo") || type.equals("ViewInfo");
        return new DataSource(
                name,
                titled ? texts.get("DisplayName") : name,
                type,
                texts.get("ApiId"),
                texts.get("ServiceKind"),
                texts.get("DatasetName"),
                texts.get("TableName"),
                texts.get("EntitySetName"),
                texts.get("LogicalName"),
                texts.get("RelatedEntityName"),
                texts.get("FlowNameId"),
                texts.get("AddinConnectorId"),
                texts.get("WorkflowEntityId"));
    }
}
