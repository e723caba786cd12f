package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;
import java.util.Map;

/** Definitions as the Web API writes them (wire/dataverse.md, section 3.1). */
final class MetadataJson {
    static final List<String> COLLECTIONS = List.of(
            "Attributes", "Keys", "OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships");
    private static final Map<String, String> RIGHTS = Map.of(
            "prvCreate", "Create",
            "prvRead", "Read",
            "prvWrite", "Write",
            "prvDelete", "Delete",
            "prvAppendTo", "AppendTo",
            "prvAppend", "Append",
            "prvAssign", "Assign",
            "prvShare", "Share");

    private final Organisation organisation;

    MetadataJson(Organisation organisation) {
        this.organisation = organisation;
    }

    /** EntityMetadata with its privileges, without the collections that are expanded. */
    ObjectNode table(Table table) {
        ObjectNode json = Json.object().setAll(table.header());
        json.set(
                "Privileges",
                Json.list(organisation.security().privilegesOf(table).stream()
                        .map(row -> privilege(row, table))
                        .toList()));
        return json;
    }

    private static ObjectNode privilege(ObjectNode row, Table table) {
        String name = row.path("name").asText();
        String right = name.substring(0, name.length() - table.schemaName().length());
        return Json.object()
                .put("CanBeBasic", row.path("canbebasic").asBoolean())
                .put("CanBeDeep", row.path("canbedeep").asBoolean())
                .put("CanBeGlobal", row.path("canbeglobal").asBoolean())
                .put("CanBeLocal", row.path("canbelocal").asBoolean())
                .put("CanBeEntityReference", false)
                .put("CanBeParentEntityReference", false)
                .put("CanBeRecordFilter", false)
                .put("Name", name)
                .put("PrivilegeId", row.path("privilegeid").asText())
                .put("PrivilegeType", RIGHTS.getOrDefault(right, "None"));
    }

    List<ObjectNode> collection(Table table, String name) {
        return switch (name) {
            case "Attributes" ->
                table.columns().values().stream().map(this::column).toList();
            case "Keys" -> List.copyOf(table.keys().values());
            case "OneToManyRelationships" -> relationships(table, "ReferencedEntity");
            case "ManyToOneRelationships" -> relationships(table, "ReferencingEntity");
            default -> relationships(table, "Entity1LogicalName", "Entity2LogicalName");
        };
    }

    private List<ObjectNode> relationships(Table table, String... members) {
        return organisation.schema().relationships().stream()
                .filter(each -> List.of(members).stream()
                        .anyMatch(member -> each.path(member).asText().equals(table.logicalName())))
                .toList();
    }

    /** A global choice stands in the column that uses it, as both of its option sets. */
    ObjectNode column(ObjectNode column) {
        JsonNode own = column.path("OptionSet");
        if (!own.path("IsGlobal").asBoolean()) {
            return column;
        }
        return organisation
                .schema()
                .choice(own.path("Name").asText())
                .map(choice -> {
                    ObjectNode whole = column.deepCopy();
                    whole.set("OptionSet", choice);
                    whole.set("GlobalOptionSet", choice);
                    return whole;
                })
                .orElse(column);
    }
}
