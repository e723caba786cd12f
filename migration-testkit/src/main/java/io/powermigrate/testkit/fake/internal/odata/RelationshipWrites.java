package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Schema;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.Locale;

/** Makes, replaces and deletes relationships; one of a lookup makes the column too (wire/dataverse.md, section 3.3). */
final class RelationshipWrites {
    private final Request request;
    private final Organisation organisation;
    private final Schema schema;

    RelationshipWrites(Request request) {
        this.request = request;
        this.organisation = request.organisation();
        this.schema = organisation.schema();
    }

    Answer create() {
        Rights.check(request, "prvCreateRelationship");
        ObjectNode body = request.json();
        String name = body.path("SchemaName").asText("");
        if (name.isEmpty() || schema.relationship(name).isPresent()) {
            throw Refusal.of(
                    400, "0x8004700c", "A relationship with the name '" + name + "' exists already, or has no name.");
        }
        ObjectNode made = body.has("Entity1LogicalName") ? manyToMany(body) : oneToMany(body);
        schema.relate(made);
        SolutionMembership.of(organisation)
                .note(
                        request.header("mscrm.solutionuniquename").orElse(""),
                        10,
                        made.path("MetadataId").asText());
        String address = request.base() + "RelationshipDefinitions("
                + made.path("MetadataId").asText() + ")";
        return Answer.empty(204).header("OData-EntityId", address).header("Location", address);
    }

    private ObjectNode manyToMany(ObjectNode body) {
        String first = table(body, "Entity1LogicalName");
        String second = table(body, "Entity2LogicalName");
        String intersect = body.path("IntersectEntityName")
                .asText(body.path("SchemaName").asText().toLowerCase(Locale.ROOT));
        ObjectNode shape = schema.shapes().manyToMany(body.path("SchemaName").asText(), first, second, intersect);
        return Merged.over(shape, body);
    }

    private ObjectNode oneToMany(ObjectNode body) {
        String referenced = table(body, "ReferencedEntity");
        String referencing = table(body, "ReferencingEntity");
        ObjectNode lookup = Json.copy(body.path("Lookup"));
        String navigation = lookup.path("SchemaName").asText("");
        if (navigation.isEmpty()) {
            throw Refused.argument("A relationship of one to many needs a Lookup with a SchemaName.");
        }
        ObjectNode shape =
                schema.shapes().oneToMany(body.path("SchemaName").asText(), referenced, referencing, navigation);
        ObjectNode written = body.deepCopy();
        written.remove("Lookup");
        ObjectNode column = NewColumn.of(schema, referencing, lookup);
        if (ColumnType.of(column) != ColumnType.CUSTOMER) {
            column.putArray("Targets").add(referenced);
        }
        schema.column(referencing, column);
        organisation
                .unpublished()
                .mark(referencing + "." + column.path("LogicalName").asText());
        ObjectNode made = Merged.over(shape, written);
        made.set("ReferencingAttribute", column.path("LogicalName"));
        return made;
    }

    private String table(ObjectNode body, String member) {
        String name = body.path(member).asText();
        return schema.table(name).map(Table::logicalName).orElseThrow(() -> MetadataReads.missing("entity", name));
    }

    Answer put(Segment segment) {
        Rights.check(request, "prvWriteRelationship");
        ObjectNode known = MetadataReads.find(schema.relationships(), segment, "SchemaName");
        ObjectNode body = request.json();
        body.set("SchemaName", known.path("SchemaName"));
        schema.relate(Merged.over(known, body));
        return Answer.empty(204);
    }

    Answer drop(Segment segment) {
        Rights.check(request, "prvDeleteRelationship");
        ObjectNode known = MetadataReads.find(schema.relationships(), segment, "SchemaName");
        if (known.path("IsManaged").asBoolean()) {
            throw Refusal.of(
                    405,
                    "0x8004f01f",
                    "Relationship " + known.path("SchemaName").asText() + " is managed and cannot be deleted.");
        }
        schema.dropRelationship(known.path("SchemaName").asText());
        if (known.has("ReferencingEntity")) {
            schema.dropColumn(
                    known.path("ReferencingEntity").asText(),
                    known.path("ReferencingAttribute").asText());
        }
        return Answer.empty(204);
    }
}
