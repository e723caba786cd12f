package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.flow.CloudFlow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The components of the unmanaged solutions of an environment, with what they are called everywhere. The number of a type is fixed
 * below 10000 only; newer types have another one in each organisation (wire/dataverse-situations.md, S49).
 */
final class Components {

    private final Map<String, List<Document>> bySolution;
    private final Map<String, Named> types = new HashMap<>();

    /** Names of a type's resources by their id. */
    private record Named(ResourceType<?> type, Map<String, String> names) {}

    private Components(Map<String, List<Document>> bySolution) {
        this.bySolution = bySolution;
    }

    static Components none() {
        return new Components(Map.of());
    }

    static Components of(Rows rows) {
        Components all = new Components(rows.all(RowKind.COMPONENTS).stream()
                .collect(Collectors.groupingBy(row -> lower(row, "_solutionid_value"))));
        all.know("1", DataverseTable.TYPE, names(rows, RowKind.TABLES, "MetadataId", "LogicalName"));
        all.know("9", GlobalChoice.TYPE, names(rows, RowKind.CHOICES, "MetadataId", "Name"));
        all.know("20", SecurityRole.TYPE, names(rows, RowKind.ROLES, "roleid", "name"));
        all.know("70", PermissionSet.TYPE, names(rows, RowKind.PROFILES, "fieldsecurityprofileid", "name"));
        all.know("29", CloudFlow.TYPE, names(rows, RowKind.FLOWS, "workflowid", "name"));
        Map<String, String> variables = names(rows, RowKind.VARIABLES, "environmentvariabledefinitionid", "schemaname");
        all.know("380", VariableDefinition.TYPE, variables);
        all.newer(rows, "environmentvariabledefinition", VariableDefinition.TYPE, variables);
        all.newer(
                rows,
                "connectionreference",
                ReferenceDefinition.TYPE,
                names(rows, RowKind.REFERENCES, "connectionreferenceid", "connectionreferencelogicalname"));
        return all;
    }

    private void know(String number, ResourceType<?> type, Map<String, String> names) {
        types.put(number, new Named(type, names));
    }

    private void newer(Rows rows, String entity, ResourceType<?> type, Map<String, String> names) {
        rows.all(RowKind.COMPONENT_TYPES).stream()
                .filter(row -> row.text("primaryentityname")
                        .or(() -> row.text("name"))
                        .filter(entity::equalsIgnoreCase)
                        .isPresent())
                .forEach(row -> row.text("solutioncomponenttype").ifPresent(number -> know(number, type, names)));
    }

    private static Map<String, String> names(Rows rows, RowKind kind, String id, String name) {
        return rows.all(kind).stream()
                .collect(Collectors.toMap(
                        row -> lower(row, id), row -> row.text(name).orElse(""), (first, second) -> first));
    }

    private static String lower(Document row, String member) {
        return row.text(member).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Those of a solution that have a type of their own here, as members of its content. */
    List<Map<String, Object>> named(String solutionId) {
        return bySolution.getOrDefault(solutionId.toLowerCase(Locale.ROOT), List.of()).stream()
                .flatMap(row -> named(row).stream())
                .toList();
    }

    private Optional<Map<String, Object>> named(Document row) {
        Named known = types.get(row.text("componenttype").orElse(""));
        String id = lower(row, "objectid");
        if (known == null || !known.names().containsKey(id)) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "type", known.type().name(),
                "name", known.names().get(id),
                "id", id,
                "whole",
                        row.text("rootcomponentbehavior")
                                .filter(text -> !text.equals("0"))
                                .isEmpty()));
    }

    /** All component rows of a solution in one text, also of types that are not known here. */
    String told(String solutionId) {
        return bySolution.getOrDefault(solutionId.toLowerCase(Locale.ROOT), List.of()).stream()
                .map(row -> row.text("componenttype").orElse("")
                        + lower(row, "objectid")
                        + row.text("rootcomponentbehavior").orElse(""))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
