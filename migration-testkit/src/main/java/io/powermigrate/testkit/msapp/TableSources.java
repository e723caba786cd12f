package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sources of a Dataverse table: {@code NativeCDSDataSourceInfo}, two option sets and its views (wire/msapp.md, section
 * 2.3).
 */
final class TableSources {
    private final String instanceUrl;

    TableSources(String instanceUrl) {
        this.instanceUrl = instanceUrl;
    }

    List<ObjectNode> json(Blueprint.Table table) {
        return List.of(
                source(table),
                optionSet(
                        table, new Choice("statecode", "Status", "StateType", Map.of("0", "Active", "1", "Inactive"))),
                optionSet(
                        table,
                        new Choice(
                                "statuscode", "Status Reason", "StatusType", Map.of("1", "Active", "2", "Inactive"))),
                views(table));
    }

    /** {@code References\QualifiedValues.json}: the forms of the tables (section 2.5). */
    static ObjectNode forms(List<Blueprint.Table> tables) {
        ArrayNode values = Json.array();
        for (Blueprint.Table table : tables) {
            ObjectNode forms = values.addObject()
                    .put("Namespace", table.name() + " (Forms)")
                    .put("Kind", DataSourcesJson.DATASET + "_" + table.logicalName() + "_forms");
            forms.putObject("Values").put("Information", TableMetadata.formId(table));
        }
        return Json.object("QualifiedValues", values);
    }

    private record Choice(String column, String display, String typeKey, Map<String, String> labels) {}

    private ObjectNode source(Blueprint.Table table) {
        ObjectNode node = Json.object()
                .put("Name", table.name())
                .put("IsSampleData", false)
                .put("IsWritable", true)
                .put("Type", "NativeCDSDataSourceInfo")
                .put("DatasetName", DataSourcesJson.DATASET)
                .put("EntitySetName", table.entitySetName())
                .put("LogicalName", table.logicalName())
                .put("PreferredName", table.name())
                .put("IsHidden", false)
                .put("CdsFCBContext", "{\"FileType\":true,\"ImageExternalStorage\":true}")
                .put("TableDefinition", Json.compact(new TableMetadata(table, instanceUrl).definition()));
        node.set("NativeCDSDataSourceInfoNameMapping", Json.texts(columns(table)));
        return node;
    }

    private static Map<String, String> columns(Blueprint.Table table) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(table.primaryId(), table.name());
        columns.put(table.logicalColumn("Name"), "Name");
        table.columns().forEach(column -> columns.putIfAbsent(table.logicalColumn(column), column));
        columns.put("createdby", "Created By");
        columns.put("createdon", "Created On");
        columns.put("statecode", "Status");
        columns.put("statuscode", "Status Reason");
        return columns;
    }

    private static ObjectNode optionSet(Blueprint.Table table, Choice choice) {
        ObjectNode node = Json.object()
                .put("Type", "OptionSetInfo")
                .put("Name", table.logicalName() + "_" + choice.column())
                .put("DatasetName", DataSourcesJson.DATASET)
                .put("DisplayName", choice.display() + " (" + table.name() + ")")
                .put("RelatedEntityName", table.name())
                .put("RelatedColumnInvariantName", choice.column());
        node.set("OptionSetInfoNameMapping", Json.texts(new TreeMap<>(choice.labels())));
        node.put("OptionSetIsGlobal", false)
                .put("OptionSetIsBooleanValued", false)
                .put("OptionSetTypeKey", choice.typeKey());
        node.putObject("OptionSetReference")
                .putObject("OptionSetReferenceItem0")
                .put("OptionSetReferenceEntityName", table.name())
                .put("OptionSetReferenceColumnName", choice.column());
        return node;
    }

    private static ObjectNode views(Blueprint.Table table) {
        ObjectNode node = Json.object()
                .put("Type", "ViewInfo")
                .put("Name", DataSourcesJson.DATASET + "_" + table.logicalName() + "_views")
                .put("DisplayName", table.name() + " (Views)")
                .put("RelatedEntityName", table.name());
        node.putObject("ViewInfoNameMapping").put(TableMetadata.viewId(table), "Active " + table.name());
        return node;
    }
}
