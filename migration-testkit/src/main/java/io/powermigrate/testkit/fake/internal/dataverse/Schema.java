package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables, relationships and global choices of an organisation. A new table brings its privileges, a dropped one takes
 * its rows, relationships and privileges along. Thread-safe.
 */
public final class Schema {
    private final Organisation organisation;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, ObjectNode> relationships = new LinkedHashMap<>();
    private final Map<String, ObjectNode> choices = new LinkedHashMap<>();
    private final MetadataShapes shapes;

    Schema(Organisation organisation) {
        this.organisation = organisation;
        this.shapes = new MetadataShapes(organisation);
    }

    /** Another number as soon as anything in it was changed (wire/dataverse.md, section 3.4). */
    public long version() {
        synchronized (organisation) {
            return Integer.toUnsignedLong(Objects.hash(tables, relationships, choices));
        }
    }

    /** Makes metadata in the shape of the Web API, with every member that the service answers. */
    public MetadataShapes shapes() {
        return shapes;
    }

    String commonId(String name) {
        return organisation.commonIdOf(name);
    }

    public Optional<Table> table(String logicalName) {
        synchronized (organisation) {
            return Optional.ofNullable(tables.get(logicalName.toLowerCase(Locale.ROOT)));
        }
    }

    /** A table that must be there. */
    public Table required(String logicalName) {
        return table(logicalName)
                .orElseThrow(() -> new IllegalArgumentException("The organisation " + organisation.name()
                        + " has no table '" + logicalName + "'. Define it first."));
    }

    public Optional<Table> ofSet(String entitySet) {
        return tables().stream()
                .filter(each -> each.entitySet().equals(entitySet))
                .findFirst();
    }

    public Optional<Table> ofId(String metadataId) {
        return tables().stream()
                .filter(each -> each.metadataId().equalsIgnoreCase(metadataId))
                .findFirst();
    }

    public List<Table> tables() {
        synchronized (organisation) {
            return List.copyOf(tables.values());
        }
    }

    /** Defines a table, or puts another definition in the place of one. */
    public void define(Table table) {
        synchronized (organisation) {
            boolean isNew = tables.put(table.logicalName(), table) == null;
            if (isNew) {
                organisation.security().privilegesFor(table);
            }
        }
    }

    /** False where there is no such table. */
    public boolean drop(String logicalName) {
        synchronized (organisation) {
            Table table = tables.get(logicalName);
            if (table == null) {
                return false;
            }
            organisation.security().forget(table);
            organisation.forget(logicalName);
            relationships.values().removeIf(each -> concerns(each, logicalName));
            tables.remove(logicalName);
            return true;
        }
    }

    /** Adds a column, or puts another definition in its place. */
    public void column(String table, ObjectNode column) {
        synchronized (organisation) {
            tables.put(table, required(table).withColumn(column));
        }
    }

    /** Takes a column out with what the rows hold in it, and with the relationship of a lookup. */
    public void dropColumn(String table, String column) {
        synchronized (organisation) {
            tables.put(table, required(table).withoutColumn(column));
            relationships
                    .values()
                    .removeIf(each -> each.path("ReferencingEntity").asText().equals(table)
                            && each.path("ReferencingAttribute").asText().equals(column));
            organisation.rowsOf(table).forgetColumn(column);
        }
    }

    public void key(String table, ObjectNode key) {
        synchronized (organisation) {
            tables.put(table, required(table).withKey(key));
        }
    }

    public void dropKey(String table, String key) {
        synchronized (organisation) {
            tables.put(table, required(table).withoutKey(key));
        }
    }

    public List<ObjectNode> relationships() {
        synchronized (organisation) {
            return List.copyOf(relationships.values());
        }
    }

    public Optional<ObjectNode> relationship(String schemaName) {
        synchronized (organisation) {
            return Optional.ofNullable(relationships.get(schemaName.toLowerCase(Locale.ROOT)));
        }
    }

    /** Adds a relationship, or puts another definition in its place. */
    public void relate(ObjectNode relationship) {
        synchronized (organisation) {
            relationships.put(relationship.path("SchemaName").asText().toLowerCase(Locale.ROOT), relationship);
        }
    }

    public boolean dropRelationship(String schemaName) {
        synchronized (organisation) {
            return relationships.remove(schemaName.toLowerCase(Locale.ROOT)) != null;
        }
    }

    public List<ObjectNode> choices() {
        synchronized (organisation) {
            return List.copyOf(choices.values());
        }
    }

    public Optional<ObjectNode> choice(String name) {
        synchronized (organisation) {
            return Optional.ofNullable(choices.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** Adds a global choice, or puts another definition in its place. */
    public void choice(ObjectNode choice) {
        synchronized (organisation) {
            choices.put(choice.path("Name").asText().toLowerCase(Locale.ROOT), choice);
        }
    }

    public boolean dropChoice(String name) {
        synchronized (organisation) {
            return choices.remove(name.toLowerCase(Locale.ROOT)) != null;
        }
    }

    private static boolean concerns(ObjectNode relationship, String table) {
        return List.of("ReferencedEntity", "ReferencingEntity", "Entity1LogicalName", "Entity2LogicalName").stream()
                .anyMatch(member -> relationship.path(member).asText().equals(table));
    }

    Runnable kept() {
        Map<String, Table> keptTables = new LinkedHashMap<>(tables);
        Map<String, ObjectNode> keptRelationships = new LinkedHashMap<>(relationships);
        Map<String, ObjectNode> keptChoices = new LinkedHashMap<>(choices);
        return () -> {
            replace(tables, keptTables);
            replace(relationships, keptRelationships);
            replace(choices, keptChoices);
        };
    }

    private static <T> void replace(Map<String, T> now, Map<String, T> before) {
        now.clear();
        now.putAll(before);
    }
}
