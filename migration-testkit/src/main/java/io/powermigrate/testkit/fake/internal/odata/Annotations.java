package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;

/** What {@code Prefer: odata.include-annotations="*"} adds to the members of a row (wire/dataverse.md, section 1.1). */
final class Annotations {
    private static final String FORMATTED = "@OData.Community.Display.V1.FormattedValue";

    private Annotations() {}

    static void into(ObjectNode json, Organisation organisation, Table table, String member, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        ObjectNode column = table.column(Columns.column(member)).orElse(json);
        if (Columns.isLookup(column)) {
            lookup(json, organisation, column, member, value.asText());
        } else if (value.isBoolean()) {
            json.put(member + FORMATTED, value.asBoolean() ? "Yes" : "No");
        } else if (column.path("OptionSet").has("Options")) {
            option(json, column, member, value);
        }
    }

    private static void option(ObjectNode json, ObjectNode column, String member, JsonNode value) {
        for (JsonNode option : column.path("OptionSet").path("Options")) {
            JsonNode label = option.path("Label").path("UserLocalizedLabel").path("Label");
            if (option.path("Value").asText().equals(value.asText()) && label.isTextual()) {
                json.set(member + FORMATTED, label);
            }
        }
    }

    private static void lookup(
            ObjectNode json, Organisation organisation, ObjectNode column, String member, String id) {
        for (JsonNode target : column.path("Targets")) {
            organisation.schema().table(target.asText()).ifPresent(table -> organisation
                    .rowsOf(table.logicalName())
                    .find(id)
                    .ifPresent(row -> {
                        JsonNode name = row.path(table.primaryName());
                        if (name.isTextual()) {
                            json.set(member + FORMATTED, name);
                        }
                        json.put(member + "@Microsoft.Dynamics.CRM.lookuplogicalname", table.logicalName());
                        navigation(json, organisation, column, member, table.logicalName());
                    }));
        }
    }

    private static void navigation(
            ObjectNode json, Organisation organisation, ObjectNode column, String member, String target) {
        for (ObjectNode each : organisation.schema().relationships()) {
            boolean its = each.path("ReferencingAttribute").equals(column.path("LogicalName"))
                    && each.path("ReferencingEntity").equals(column.path("EntityLogicalName"))
                    && each.path("ReferencedEntity").asText().equals(target);
            if (its) {
                json.set(
                        member + "@Microsoft.Dynamics.CRM.associatednavigationproperty",
                        each.path("ReferencingEntityNavigationPropertyName"));
            }
        }
    }
}
