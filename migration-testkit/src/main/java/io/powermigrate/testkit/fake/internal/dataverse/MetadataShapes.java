package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes tables, columns, keys, relationships and choices with every member that the service answers, to be changed before
 * they go into a {@link Schema} (wire/dataverse.md, section 3.1). Thread-safe.
 */
public final class MetadataShapes {
    private final Organisation organisation;
    private final AtomicInteger typeCodes = new AtomicInteger();

    MetadataShapes(Organisation organisation) {
        this.organisation = organisation;
    }

    /** What a new table is called. */
    public record Names(String schemaName, String entitySet, String displayName, String displayCollectionName) {
        public String logicalName() {
            return schemaName.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A new custom table with the columns that the service makes by itself; a user-owned one has owner, state and status.
     *
     * @param primaryName the schema name of its primary column
     */
    public Table table(Names names, boolean userOwned, String primaryName) {
        ObjectNode header = TableShape.header(names, userOwned);
        String logicalName = names.logicalName();
        header.put("MetadataId", organisation.nextId("table"))
                .put("IsCustomEntity", true)
                .put("IsManaged", false)
                .put("ObjectTypeCode", firstTypeCode() + typeCodes.getAndIncrement())
                .put("PrimaryIdAttribute", logicalName + "id")
                .put("PrimaryNameAttribute", primaryName.toLowerCase(Locale.ROOT))
                .put("CreatedOn", organisation.stamp())
                .put("ModifiedOn", organisation.stamp());
        Table table = new Table(header, Map.of(), Map.of());
        for (ObjectNode column : ownColumns(logicalName, userOwned)) {
            table = table.withColumn(column);
        }
        return table.withColumn(column(logicalName, ColumnType.STRING, primaryName, "Name")
                .put("IsPrimaryName", true)
                .put("IsCustomAttribute", true));
    }

    /** Numbers of custom tables differ between organisations. */
    private int firstTypeCode() {
        return 10_000 + Math.floorMod(organisation.id().hashCode(), 800);
    }

    private List<ObjectNode> ownColumns(String table, boolean userOwned) {
        List<ObjectNode> columns = new ArrayList<>();
        columns.add(column(table, ColumnType.UNIQUEIDENTIFIER, table + "id", "Id")
                .put("IsPrimaryId", true)
                .put("IsValidForUpdate", false));
        columns.add(
                column(table, ColumnType.DATETIME, "createdon", "Created on").put("IsValidForUpdate", false));
        columns.add(
                column(table, ColumnType.DATETIME, "modifiedon", "Modified on").put("IsValidForUpdate", false));
        columns.add(column(table, ColumnType.BIGINT, "versionnumber", "Version number")
                .put("IsValidForUpdate", false));
        if (userOwned) {
            columns.add(column(table, ColumnType.OWNER, "ownerid", "Owner"));
            columns.add(lookup(table, "owningbusinessunit", "businessunit").put("IsValidForUpdate", false));
        }
        columns.add(ColumnType.withOptions(
                column(table, ColumnType.STATE, "statecode", "Status"),
                List.of(state(0, "Active"), state(1, "Inactive"))));
        columns.add(ColumnType.withOptions(
                column(table, ColumnType.STATUS, "statuscode", "Status reason"),
                List.of(status(1, 0, "Active"), status(2, 1, "Inactive"))));
        return columns;
    }

    private static ObjectNode state(int value, String name) {
        return Shapes.option(value, name).put("DefaultStatus", value + 1).put("InvariantName", name);
    }

    private static ObjectNode status(int value, int state, String name) {
        return Shapes.option(value, name).put("State", state).putNull("TransitionData");
    }

    /** A new column; what its type has beside (lengths, ranges, options, targets) is the default, to be changed. */
    public ObjectNode column(String table, ColumnType type, String schemaName, String displayName) {
        return type.column(table, schemaName, displayName)
                .put("IsCustomAttribute", schemaName.contains("_")) // only what people make has a prefix
                .put("MetadataId", organisation.idOf("column/" + table + "." + schemaName));
    }

    /** A new lookup column of one target. */
    public ObjectNode lookup(String table, String schemaName, String target) {
        ObjectNode column = column(table, ColumnType.LOOKUP, schemaName, schemaName);
        column.putArray("Targets").add(target);
        return column;
    }

    /** A new alternate key, which is active at once. */
    public ObjectNode key(String table, String schemaName, List<String> columns) {
        ObjectNode key = Json.object()
                .put("MetadataId", organisation.idOf("key/" + table + "." + schemaName))
                .putNull("HasChanged")
                .put("SchemaName", schemaName)
                .put("LogicalName", schemaName.toLowerCase(Locale.ROOT))
                .put("EntityLogicalName", table)
                .put("EntityKeyIndexStatus", "Active")
                .put("IsManaged", false)
                .put("IntroducedVersion", "1.0.0.0")
                .put("IsSynchronous", false)
                .put("IsExportKey", false)
                .put("IsSecondaryKey", false);
        key.set("KeyAttributes", Json.strings(columns));
        key.set("DisplayName", Shapes.label(schemaName));
        key.set("IsCustomizable", Shapes.managed(true, true, "iscustomizable"));
        return key.putNull("AsyncJob");
    }

    /**
     * A relationship of a lookup: many rows of the referencing table to one of the referenced.
     *
     * @param navigation the name of the lookup's navigation property, e.g. {@code new_Account}; its column is the same in lower case
     */
    public ObjectNode oneToMany(String schemaName, String referenced, String referencing, String navigation) {
        ObjectNode shape = relationship(schemaName, "OneToManyRelationship")
                .put("ReferencedAttribute", referenced + "id")
                .put("ReferencedEntity", referenced)
                .put("ReferencingAttribute", navigation.toLowerCase(Locale.ROOT))
                .put("ReferencingEntity", referencing)
                .put("IsHierarchical", false)
                .putNull("EntityKey")
                .put("IsRelationshipAttributeDenormalized", false)
                .put("ReferencedEntityNavigationPropertyName", schemaName)
                .put("ReferencingEntityNavigationPropertyName", navigation)
                .put("RelationshipBehavior", 1)
                .putNull("IsDenormalizedLookup")
                .putNull("DenormalizedAttributeName");
        organisation.schema().table(referenced).ifPresent(each -> shape.put("ReferencedAttribute", each.primaryId()));
        shape.set("AssociatedMenuConfiguration", Shapes.menu());
        shape.set("CascadeConfiguration", Shapes.cascade());
        shape.putArray("RelationshipAttributes");
        return shape;
    }

    /** A relationship of many rows to many. */
    public ObjectNode manyToMany(String schemaName, String first, String second, String intersect) {
        ObjectNode shape = relationship(schemaName, "ManyToManyRelationship")
                .put("Entity1LogicalName", first)
                .put("Entity2LogicalName", second)
                .put("IntersectEntityName", intersect)
                .put("Entity1IntersectAttribute", first + "id")
                .put("Entity2IntersectAttribute", second + "id")
                .put("Entity1NavigationPropertyName", schemaName)
                .put("Entity2NavigationPropertyName", schemaName);
        shape.set("Entity1AssociatedMenuConfiguration", Shapes.menu());
        shape.set("Entity2AssociatedMenuConfiguration", Shapes.menu());
        return shape;
    }

    private ObjectNode relationship(String schemaName, String type) {
        ObjectNode shape = Json.object()
                .put("@odata.type", "#Microsoft.Dynamics.CRM." + type + "Metadata")
                .put("MetadataId", organisation.idOf("relationship/" + schemaName))
                .putNull("HasChanged")
                .put("IsCustomRelationship", true)
                .put("IsValidForAdvancedFind", true)
                .put("SchemaName", schemaName)
                .put("SecurityTypes", type.startsWith("One") ? "Append" : "None")
                .put("IsManaged", false)
                .put("RelationshipType", type)
                .put("IntroducedVersion", "1.0.0.0");
        shape.set("IsCustomizable", Shapes.managed(true, true, "iscustomizable"));
        return shape;
    }

    /** A global choice, in the shape of {@code GlobalOptionSetDefinitions}. */
    public ObjectNode choice(String name, String displayName, List<ObjectNode> options) {
        ObjectNode choice = ColumnType.optionSet(name, true)
                .put("@odata.type", "#Microsoft.Dynamics.CRM.OptionSetMetadata")
                .put("MetadataId", organisation.idOf("choice/" + name));
        choice.set("DisplayName", Shapes.label(displayName));
        choice.set("Options", Json.list(options));
        return choice;
    }
}
