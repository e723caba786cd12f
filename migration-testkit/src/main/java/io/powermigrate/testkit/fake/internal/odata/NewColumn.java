package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Schema;
import java.util.List;
import java.util.Locale;

/** A column of the body of {@code POST …/Attributes}. */
final class NewColumn {

    private NewColumn() {}

    static ObjectNode of(Schema schema, String table, ObjectNode body) {
        String schemaName = body.path("SchemaName").asText("");
        if (schemaName.isEmpty()) {
            throw Refused.argument("A new attribute of " + table + " needs a SchemaName.");
        }
        ColumnType type = ColumnType.of(body);
        ObjectNode shape = schema.shapes().column(table, type, schemaName, schemaName);
        ObjectNode column = Merged.over(shape, body)
                .put("LogicalName", schemaName.toLowerCase(Locale.ROOT))
                .put("EntityLogicalName", table)
                .put("IsCustomAttribute", true)
                .put("IsManaged", false);
        globalChoice(schema, column, body);
        return column;
    }

    /** {@code GlobalOptionSet@odata.bind} names a global choice by id or name. */
    private static void globalChoice(Schema schema, ObjectNode column, ObjectNode body) {
        JsonNode bind = body.path("GlobalOptionSet@odata.bind");
        JsonNode named = body.path("OptionSet");
        if (bind.isTextual()) {
            Segment segment = Segment.of(bind.asText()).get(0);
            use(column, MetadataReads.find(schema.choices(), segment, "Name"));
        } else if (named.path("IsGlobal").asBoolean()) {
            String name = named.path("Name").asText();
            use(column, schema.choice(name).orElseThrow(() -> MetadataReads.missing("option set", name)));
        }
    }

    private static void use(ObjectNode column, ObjectNode choice) {
        column.set("OptionSet", choice);
        column.set("GlobalOptionSet", choice);
    }

    /** The column that a PUT makes of a known one. */
    static ObjectNode again(Schema schema, ObjectNode known, ObjectNode body, boolean mergeLabels) {
        String table = known.path("EntityLogicalName").asText();
        ObjectNode whole = body.deepCopy();
        whole.set("SchemaName", known.path("SchemaName"));
        ObjectNode column = of(schema, table, whole);
        for (String name : List.of("MetadataId", "IsCustomAttribute", "IsManaged", "IsPrimaryName", "IsPrimaryId")) {
            column.set(name, known.path(name));
        }
        for (String name : List.of("DisplayName", "Description")) {
            if (mergeLabels && column.path(name) instanceof ObjectNode label) {
                Merged.keepLabels(label, known.path(name));
            }
        }
        if (!body.has("OptionSet") && known.has("OptionSet")) {
            column.set("OptionSet", known.path("OptionSet"));
        }
        return column;
    }
}
