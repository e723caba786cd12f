package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;

/** A row as a client writes it, made a row as it is kept: names and types are checked, {@code @odata.bind} is resolved. */
final class RowInput {
    private static final String BIND = "@odata.bind";

    private final Organisation organisation;
    private final Table table;
    private final boolean update;

    private RowInput(Organisation organisation, Table table, boolean update) {
        this.organisation = organisation;
        this.table = table;
        this.update = update;
    }

    static ObjectNode of(Organisation organisation, Table table, ObjectNode body, boolean update) {
        return new RowInput(organisation, table, update).row(body);
    }

    private ObjectNode row(ObjectNode body) {
        ObjectNode row = Json.object();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = member.getKey();
            if (name.endsWith(BIND)) {
                bind(row, name.substring(0, name.length() - BIND.length()), member.getValue());
            } else if (!name.contains("@")) {
                column(row, name, member.getValue());
            }
        }
        return row;
    }

    private void bind(ObjectNode row, String name, JsonNode value) {
        boolean owner = table.column(name)
                .filter(each -> ColumnType.of(each) == ColumnType.OWNER)
                .isPresent();
        if (owner) {
            row.put("_" + name + "_value", References.owner(organisation, value.asText()));
            return;
        }
        Navigation navigation = Navigation.of(organisation, table, name)
                .filter(Navigation::single)
                .orElseThrow(() -> undeclared(name));
        row.put(
                navigation.member(),
                value.isNull() ? null : References.id(organisation, navigation.target(), value.asText()));
    }

    private Refusal undeclared(String name) {
        return Refused.payload(
                table.entitySet(),
                "InnerException : Microsoft.OData.ODataException: An undeclared property '" + name
                        + "' which only has property annotations in the payload but no property value was found in the"
                        + " payload.");
    }

    private void column(ObjectNode row, String name, JsonNode value) {
        if (Navigation.of(organisation, table, name).isPresent() && !table.has(name)) {
            throw Malformed.notPlayed("deep insert of '" + name + "'");
        }
        ObjectNode column = table.column(name)
                .filter(each -> each.path("LogicalName").asText().equals(name) && !Columns.isLookup(each))
                .orElseThrow(() -> Refused.payload(
                        table.entitySet(),
                        "InnerException : Microsoft.OData.ODataException: The property '" + name
                                + "' does not exist on type 'Microsoft.Dynamics.CRM." + table.logicalName() + "'."));
        check(column, value);
        boolean writable =
                column.path(update ? "IsValidForUpdate" : "IsValidForCreate").asBoolean(true);
        if (writable || name.equals(table.primaryId())) {
            row.set(
                    name,
                    value.isTextual() && ColumnType.of(column).edm().equals("Edm.Guid")
                            ? row.textNode(value.asText().toLowerCase(Locale.ROOT))
                            : value);
        }
    }

    private void check(ObjectNode column, JsonNode value) {
        String edm = ColumnType.of(column).edm();
        if (value.isNull()) {
            return;
        }
        boolean right =
                switch (edm) {
                    case "Edm.String" -> value.isTextual();
                    case "Edm.Int32", "Edm.Int64" -> value.isIntegralNumber();
                    case "Edm.Decimal", "Edm.Double" -> value.isNumber();
                    case "Edm.Boolean" -> value.isBoolean();
                    case "Edm.Guid" ->
                        value.isTextual()
                                && new Segment("", value.asText(), true).id().isPresent();
                    case "Edm.DateTimeOffset" -> value.isTextual() && isMoment(value.asText());
                    default -> true;
                };
        if (!right) {
            throw Refused.payload(
                    table.entitySet(),
                    "InnerException : Microsoft.OData.ODataException: Cannot convert a value to target type '" + edm
                            + "' because of conflict between input format string/number and parameter 'IEEE754Compatible'"
                            + " false/true: " + column.path("LogicalName").asText());
        }
        checkLength(column, value);
    }

    private void checkLength(ObjectNode column, JsonNode value) {
        String edm = ColumnType.of(column).edm();
        int longest = column.path("MaxLength").asInt(Integer.MAX_VALUE);
        if (value.isTextual() && edm.equals("Edm.String") && value.asText().length() > longest) {
            throw Refusal.of(
                    400,
                    "0x80044331",
                    "A validation error occurred. The length of the '"
                            + column.path("LogicalName").asText() + "' attribute of the '" + table.logicalName()
                            + "' entity exceeded the maximum allowed length of '" + longest + "'.");
        }
    }

    private static boolean isMoment(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) != null : OffsetDateTime.parse(text) != null;
        } catch (DateTimeException noMoment) {
            return false;
        }
    }
}
