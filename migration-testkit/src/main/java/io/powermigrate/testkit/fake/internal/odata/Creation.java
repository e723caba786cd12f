package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.KnownIds;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.util.Map;
import java.util.Optional;

/** What making a row of some tables brings along: a role its privileges, a component its place in a solution. */
final class Creation {
    /** Solution-aware tables with the names of their component types. */
    private static final Map<String, String> COMPONENTS = Map.of(
            "role", "Role",
            "fieldsecurityprofile", "FieldSecurityProfile",
            "connectionreference", "connectionreference",
            "environmentvariabledefinition", "EnvironmentVariableDefinition",
            "environmentvariablevalue", "EnvironmentVariableValue",
            "workflow", "Workflow",
            "canvasapp", "CanvasApp",
            "connector", "Connector",
            "webresource", "WebResource");

    private Creation() {}

    static String of(Request request, Table table, ObjectNode row) {
        Organisation organisation = request.organisation();
        String id =
                switch (table.logicalName()) {
                    case "role" -> organisation.security().newRole(row);
                    case "solution" -> solution(request, row);
                    case "fieldpermission" -> permission(organisation, row);
                    case "environmentvariablevalue" -> variableValue(organisation, row);
                    default -> organisation.rows(table.entitySet()).add(row);
                };
        Optional.ofNullable(COMPONENTS.get(table.logicalName()))
                .flatMap(organisation.componentTypes()::number)
                .ifPresent(type -> SolutionMembership.of(organisation)
                        .note(request.header("mscrm.solutionuniquename").orElse(""), type, id));
        return id;
    }

    private static String solution(Request request, ObjectNode row) {
        Organisation organisation = request.organisation();
        String name = row.path("uniquename").asText();
        if (organisation.rows("solutions").first("uniquename", name).isPresent()) {
            throw Refusal.of(
                    400,
                    "0x8004f023",
                    "The solution unique name '" + name + "' is already being used and cannot be used again.");
        }
        if (row.path("_publisherid_value").asText("").isEmpty()) {
            throw Refused.argument("The solution '" + name + "' has no publisher.");
        }
        return organisation
                .rows("solutions")
                .add(row.put("ismanaged", false)
                        .put("_createdby_value", request.userId())
                        .put("isvisible", true)
                        .put("installedon", organisation.stamp())
                        .put("version", row.path("version").asText("1.0.0.0")));
    }

    private static String permission(Organisation organisation, ObjectNode row) {
        if (row.path("_fieldsecurityprofileid_value").asText().equals(KnownIds.ADMINISTRATOR_PROFILE)) {
            throw Protection.immutableProfile();
        }
        String column = row.path("attributelogicalname").asText();
        boolean secured = organisation
                .schema()
                .table(row.path("entityname").asText())
                .flatMap(table -> table.column(column))
                .filter(each -> each.path("IsSecured").asBoolean())
                .isPresent();
        if (!secured) {
            throw Refusal.of(400, "0x8004f508", "The field '" + column + "' is not securable");
        }
        return organisation.rows("fieldpermissions").add(row);
    }

    /** A definition has one value (wire/dataverse-facts.md, A8). */
    private static String variableValue(Organisation organisation, ObjectNode row) {
        Rows values = organisation.rows("environmentvariablevalues");
        String definition = row.path("_environmentvariabledefinitionid_value").asText();
        if (values.first("_environmentvariabledefinitionid_value", definition).isPresent()) {
            throw Refusal.of(
                    412,
                    "0x80040237",
                    "Cannot insert duplicate key row in object 'dbo.EnvironmentVariableValueBase' with unique index"
                            + " 'ndx_envvarval_schemaname'.");
        }
        return values.add(row);
    }
}
