package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.MetadataShapes;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import java.util.List;
import java.util.Locale;

/** A table of the body of {@code POST EntityDefinitions}. */
final class NewTable {
    private static final List<String> OWN = List.of(
            "MetadataId",
            "LogicalName",
            "SchemaName",
            "EntitySetName",
            "ObjectTypeCode",
            "PrimaryIdAttribute",
            "PrimaryNameAttribute",
            "IsCustomEntity",
            "IsManaged",
            "CreatedOn");

    private NewTable() {}

    static Table of(MetadataShapes shapes, ObjectNode body) {
        String schemaName = body.path("SchemaName").asText();
        String set = body.path("EntitySetName").asText(schemaName.toLowerCase(Locale.ROOT) + "s");
        boolean userOwned = body.path("OwnershipType").asText("UserOwned").equals("UserOwned");
        Table table = shapes.table(
                new MetadataShapes.Names(schemaName, set, schemaName, schemaName + "s"), userOwned, primaryName(body));
        ObjectNode header = Merged.over(table.header(), body);
        OWN.forEach(name -> header.set(name, table.header().path(name)));
        return table.with(header);
    }

    private static String primaryName(ObjectNode body) {
        for (JsonNode column : body.path("Attributes")) {
            if (column.path("IsPrimaryName").asBoolean()) {
                return column.path("SchemaName").asText();
            }
        }
        throw Refused.argument("The attributes of a new entity need one with IsPrimaryName true.");
    }

    /** The header that a PUT makes; what identifies the table stays. */
    static ObjectNode header(MetadataShapes shapes, Table known, ObjectNode body) {
        Table fresh = shapes.table(
                new MetadataShapes.Names(
                        known.schemaName(), known.entitySet(), known.schemaName(), known.schemaName() + "s"),
                known.isUserOwned(),
                known.primaryName());
        ObjectNode header = Merged.over(fresh.header(), body);
        OWN.forEach(name -> header.set(name, known.header().path(name)));
        return header;
    }
}
