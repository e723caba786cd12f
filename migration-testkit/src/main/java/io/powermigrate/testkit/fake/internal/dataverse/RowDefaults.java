package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a new row has where its maker said nothing. */
final class RowDefaults {

    private RowDefaults() {}

    static void into(Organisation organisation, Table table, ObjectNode row) {
        put(table, row, "createdon", text(row, organisation.stamp()));
        put(table, row, "modifiedon", text(row, organisation.stamp()));
        put(table, row, "statecode", row.numberNode(0));
        put(table, row, "statuscode", row.numberNode(1));
        put(table, row, "ismanaged", row.booleanNode(false));
        put(table, row, "componentstate", row.numberNode(0));
        String unit = organisation.security().rootBusinessUnit();
        if (table.has("owningbusinessunit") && !unit.isEmpty() && !row.has("_owningbusinessunit_value")) {
            row.put("_owningbusinessunit_value", unit);
        }
        if (table.has("iscustomizable") && !row.has("iscustomizable")) {
            row.set("iscustomizable", Shapes.managed(true, true, managedBy(table)));
        }
        table.columns().values().forEach(column -> defaultOf(column, row));
    }

    private static String managedBy(Table table) {
        return table.logicalName().equals("role") ? "iscustomizableanddeletable" : "iscustomizable";
    }

    /** Choices and yes/no columns have the default of their definition. */
    private static void defaultOf(ObjectNode column, ObjectNode row) {
        String name = column.path("LogicalName").asText();
        JsonNode value = column.path("DefaultValue");
        JsonNode choice = column.path("DefaultFormValue");
        if (value.isBoolean() && !row.has(name)) {
            row.set(name, value);
        }
        if (choice.isInt() && choice.asInt() != -1 && !row.has(name)) {
            row.set(name, choice);
        }
    }

    private static void put(Table table, ObjectNode row, String column, JsonNode value) {
        if (table.has(column) && !row.has(column)) {
            row.set(column, value);
        }
    }

    private static JsonNode text(ObjectNode row, String value) {
        return row.textNode(value);
    }
}
