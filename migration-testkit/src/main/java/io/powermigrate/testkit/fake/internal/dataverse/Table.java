package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of a table, in the shape of {@code EntityDefinitions} (wire/dataverse.md, section 3.1). Immutable; the
 * nodes must not be changed.
 *
 * @param header EntityMetadata without its collections
 * @param columns AttributeMetadata by logical name
 * @param keys EntityKeyMetadata by logical name
 */
public record Table(ObjectNode header, Map<String, ObjectNode> columns, Map<String, ObjectNode> keys) {
    public Table {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    public String logicalName() {
        return text("LogicalName");
    }

    public String schemaName() {
        return text("SchemaName");
    }

    public String entitySet() {
        return text("EntitySetName");
    }

    public String metadataId() {
        return text("MetadataId");
    }

    public String primaryId() {
        return text("PrimaryIdAttribute");
    }

    /** Empty where the table has none. */
    public String primaryName() {
        return header.path("PrimaryNameAttribute").asText("");
    }

    public boolean isUserOwned() {
        return text("OwnershipType").equals("UserOwned");
    }

    public boolean isCustom() {
        return header.path("IsCustomEntity").asBoolean();
    }

    public boolean isManaged() {
        return header.path("IsManaged").asBoolean();
    }

    public Optional<ObjectNode> column(String logicalName) {
        return Optional.ofNullable(columns.get(logicalName.toLowerCase(Locale.ROOT)));
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Whether a row may have that member: a column, or {@code _name_value} of a lookup. */
    public boolean holds(String member) {
        return columns.containsKey(member)
                || member.startsWith("_")
                        && member.endsWith("_value")
                        && columns.containsKey(member.substring(1, member.length() - 6));
    }

    /** The same with other members of the header. */
    public Table with(ObjectNode newHeader) {
        return new Table(newHeader, columns, keys);
    }

    Table withColumn(ObjectNode column) {
        return new Table(header, with(columns, column), keys);
    }

    Table withoutColumn(String logicalName) {
        return new Table(header, without(columns, logicalName), keys);
    }

    Table withKey(ObjectNode key) {
        return new Table(header, columns, with(keys, key));
    }

    Table withoutKey(String logicalName) {
        return new Table(header, columns, without(keys, logicalName));
    }

    private static Map<String, ObjectNode> with(Map<String, ObjectNode> all, ObjectNode one) {
        Map<String, ObjectNode> more = new LinkedHashMap<>(all);
        more.put(one.path("LogicalName").asText(), one);
        return more;
    }

    private static Map<String, ObjectNode> without(Map<String, ObjectNode> all, String name) {
        Map<String, ObjectNode> less = new LinkedHashMap<>(all);
        less.remove(name);
        return less;
    }

    private String text(String member) {
        return header.path(member).asText();
    }

    @Override
    public String toString() {
        return "table " + logicalName();
    }
}
