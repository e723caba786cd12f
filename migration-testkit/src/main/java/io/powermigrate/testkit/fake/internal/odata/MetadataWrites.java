package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Schema;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes, replaces and deletes definitions (wire/dataverse.md, section 3.3); what changes is unpublished until published. */
final class MetadataWrites {
    private final Request request;
    private final Organisation organisation;
    private final Schema schema;

    private MetadataWrites(Request request) {
        this.request = request;
        this.organisation = request.organisation();
        this.schema = organisation.schema();
    }

    static Answer answer(Request request, List<Segment> segments) {
        MetadataWrites writes = new MetadataWrites(request);
        writes.checkLock();
        String what = segments.get(segments.size() > 1 ? 1 : 0).name();
        return switch (request.method() + " " + what) {
            case "POST EntityDefinitions" -> writes.newTable();
            case "POST Attributes" -> writes.newColumn(segments.get(0));
            case "POST Keys" -> writes.newKey(segments.get(0));
            case "POST RelationshipDefinitions" -> new RelationshipWrites(request).create();
            case "POST GlobalOptionSetDefinitions" -> writes.newChoice();
            case "PUT EntityDefinitions" -> writes.putTable(segments.get(0));
            case "PUT Attributes" -> writes.putColumn(segments);
            case "PUT RelationshipDefinitions" -> new RelationshipWrites(request).put(segments.get(0));
            case "PUT GlobalOptionSetDefinitions" -> writes.putChoice(segments.get(0));
            case "DELETE EntityDefinitions" -> writes.dropTable(segments.get(0));
            case "DELETE Attributes" -> writes.dropColumn(segments);
            case "DELETE Keys" -> writes.dropKey(segments);
            case "DELETE RelationshipDefinitions" -> new RelationshipWrites(request).drop(segments.get(0));
            case "DELETE GlobalOptionSetDefinitions" -> writes.dropChoice(segments.get(0));
            default ->
                throw Refusal.of(
                        405,
                        "0x80060888",
                        "The requested resource does not support http method '" + request.method() + "'.");
        };
    }

    private void checkLock() {
        if (organisation.settings().isUnmanagedLocked()) {
            throw Refusal.of(
                    403,
                    "0x80041d4f",
                    "Unmanaged customizations are blocked in this environment by its administrator.");
        }
    }

    private Answer made(String address) {
        String whole = request.base() + address;
        return Answer.empty(204).header("OData-EntityId", whole).header("Location", whole);
    }

    private Answer newTable() {
        Rights.check(request, "prvCreateEntity");
        ObjectNode body = request.json();
        String schemaName = body.path("SchemaName").asText("");
        if (schemaName.isEmpty() || schema.table(schemaName).isPresent()) {
            throw Refusal.of(
                    400, "0x8004810c", "An entity with the name '" + schemaName + "' exists already, or has no name.");
        }
        Table table = NewTable.of(schema.shapes(), body);
        schema.define(table);
        body.path("Attributes").forEach(each -> {
            if (each instanceof ObjectNode column) {
                schema.column(table.logicalName(), NewColumn.of(schema, table.logicalName(), column));
            }
        });
        organisation.unpublished().mark(table.logicalName());
        note(1, table.metadataId());
        return made("EntityDefinitions(" + table.metadataId() + ")");
    }

    private void note(int type, String id) {
        SolutionMembership.of(organisation)
                .note(request.header("mscrm.solutionuniquename").orElse(""), type, id);
    }

    private Answer newColumn(Segment segment) {
        Rights.check(request, "prvCreateAttribute");
        Table table = MetadataReads.table(organisation, segment);
        ObjectNode column = NewColumn.of(schema, table.logicalName(), request.json());
        String name = column.path("LogicalName").asText();
        if (table.column(name).isPresent()) {
            throw Refusal.of(
                    400, "0x80044363", "Attribute " + name + " already exists for entity " + table.logicalName() + ".");
        }
        schema.column(table.logicalName(), column);
        organisation.unpublished().mark(table.logicalName() + "." + name);
        String id = column.path("MetadataId").asText();
        note(2, id);
        return made("EntityDefinitions(" + table.metadataId() + ")/Attributes(" + id + ")");
    }

    private Answer newKey(Segment segment) {
        Rights.check(request, "prvWriteEntity");
        Table table = MetadataReads.table(organisation, segment);
        ObjectNode body = request.json();
        List<String> columns = new ArrayList<>();
        body.path("KeyAttributes").forEach(each -> columns.add(each.asText()));
        if (columns.isEmpty() || !columns.stream().allMatch(table::has)) {
            throw Refusal.of(
                    400,
                    "0x80041103",
                    "The key names columns that the entity " + table.logicalName() + " does not have.");
        }
        ObjectNode key =
                schema.shapes().key(table.logicalName(), body.path("SchemaName").asText(), columns);
        schema.key(table.logicalName(), Merged.over(key, body));
        organisation.unpublished().mark(table.logicalName());
        return made("EntityDefinitions(" + table.metadataId() + ")/Keys("
                + key.path("MetadataId").asText() + ")");
    }

    private Answer newChoice() {
        Rights.check(request, "prvCreateOptionSet");
        ObjectNode body = request.json();
        String name = body.path("Name").asText("");
        if (name.isEmpty() || schema.choice(name).isPresent()) {
            throw Refusal.of(
                    400, "0x80048403", "An OptionSet with the name '" + name + "' exists already, or has no name.");
        }
        ObjectNode choice = Merged.over(schema.shapes().choice(name, "", List.of()), body);
        schema.choice(choice);
        organisation.unpublished().mark("choice:" + name);
        note(9, choice.path("MetadataId").asText());
        return made("GlobalOptionSetDefinitions(" + choice.path("MetadataId").asText() + ")");
    }

    private Answer putTable(Segment segment) {
        Rights.check(request, "prvWriteEntity");
        Table table = MetadataReads.table(organisation, segment);
        ObjectNode fresh = NewTable.header(schema.shapes(), table, request.json());
        schema.define(table.with(fresh));
        organisation.unpublished().mark(table.logicalName(), table.header());
        return Answer.empty(204);
    }

    /** What the body leaves out has its default again. */
    private Answer putColumn(List<Segment> segments) {
        Rights.check(request, "prvWriteAttribute");
        Table table = MetadataReads.table(organisation, segments.get(0));
        ObjectNode known = MetadataReads.find(List.copyOf(table.columns().values()), segments.get(1), "LogicalName");
        ObjectNode body = request.json();
        ObjectNode column = NewColumn.again(
                schema, known, body, request.header("mscrm.mergelabels").isPresent());
        if (ColumnType.of(column) != ColumnType.of(known)) {
            throw Refusal.of(
                    400,
                    "0x80044350",
                    "The type of the attribute " + known.path("LogicalName").asText() + " cannot be changed.");
        }
        schema.column(table.logicalName(), column);
        organisation
                .unpublished()
                .mark(table.logicalName() + "." + known.path("LogicalName").asText(), known);
        return Answer.empty(204);
    }

    private Answer putChoice(Segment segment) {
        Rights.check(request, "prvWriteOptionSet");
        ObjectNode known = MetadataReads.find(schema.choices(), segment, "Name");
        String name = known.path("Name").asText();
        ObjectNode body = request.json();
        body.set("Options", body.path("Options").isArray() ? body.path("Options") : known.path("Options"));
        schema.choice(Merged.over(schema.shapes().choice(name, "", List.of()), body));
        organisation.unpublished().mark("choice:" + name, known);
        return Answer.empty(204);
    }

    private Answer dropTable(Segment segment) {
        Rights.check(request, "prvDeleteEntity");
        Table table = MetadataReads.table(organisation, segment);
        checkDeletable(table.isCustom() && !table.isManaged(), "Entity", table.logicalName());
        schema.drop(table.logicalName());
        return Answer.empty(204);
    }

    private Answer dropColumn(List<Segment> segments) {
        Rights.check(request, "prvDeleteAttribute");
        Table table = MetadataReads.table(organisation, segments.get(0));
        ObjectNode column = MetadataReads.find(List.copyOf(table.columns().values()), segments.get(1), "LogicalName");
        String name = column.path("LogicalName").asText();
        checkDeletable(isDeletable(column), "Attribute", table.logicalName() + "." + name);
        schema.dropColumn(table.logicalName(), name);
        organisation.unpublished().mark(table.logicalName());
        return Answer.empty(204);
    }

    private static boolean isDeletable(JsonNode column) {
        return column.path("IsCustomAttribute").asBoolean()
                && !column.path("IsManaged").asBoolean()
                && !column.path("IsPrimaryName").asBoolean();
    }

    private static void checkDeletable(boolean deletable, String what, String name) {
        if (!deletable) {
            throw Refusal.of(
                    405, "0x8004f01f", what + " " + name + " is a system or managed component and cannot be deleted.");
        }
    }

    private Answer dropKey(List<Segment> segments) {
        Table table = MetadataReads.table(organisation, segments.get(0));
        ObjectNode key = MetadataReads.find(List.copyOf(table.keys().values()), segments.get(1), "LogicalName");
        schema.dropKey(table.logicalName(), key.path("LogicalName").asText());
        return Answer.empty(204);
    }

    private Answer dropChoice(Segment segment) {
        Rights.check(request, "prvDeleteOptionSet");
        ObjectNode choice = MetadataReads.find(schema.choices(), segment, "Name");
        String name = choice.path("Name").asText();
        boolean used = schema.tables().stream()
                .flatMap(table -> table.columns().values().stream())
                .anyMatch(column -> column.path("OptionSet").path("IsGlobal").asBoolean()
                        && column.path("OptionSet").path("Name").asText().equalsIgnoreCase(name));
        checkDeletable(!used && !choice.path("IsManaged").asBoolean(), "OptionSet", name.toLowerCase(Locale.ROOT));
        schema.dropChoice(name);
        return Answer.empty(204);
    }
}
