package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rows of one table in the order of their making. A row has the members of the Web API's answers: columns by logical
 * name, lookups as {@code _name_value}, and {@code versionnumber}, which is its ETag. Thread-safe; what it gives out must
 * not be changed.
 */
public final class Rows {
    private final Organisation organisation;
    private final String table;
    private final Map<String, ObjectNode> content = new LinkedHashMap<>();

    Rows(Organisation organisation, String table) {
        this.organisation = organisation;
        this.table = table;
    }

    /** The definition of the table. */
    public Table table() {
        return organisation.schema().required(table);
    }

    /**
     * Adds a row, and gives back its id: that in its primary column, or the next one.
     *
     * @throws IllegalArgumentException if it has a member that is no column of the table, or an id that is taken
     */
    public String add(ObjectNode row) {
        synchronized (organisation) {
            String key = table().primaryId();
            String id = row.path(key).asText(organisation.nextId(table)).toLowerCase(Locale.ROOT);
            if (content.containsKey(id)) {
                throw new IllegalArgumentException("The table " + table + " has a row " + id + " already. Update it.");
            }
            checkMembers(row);
            ObjectNode kept = row.deepCopy().put(key, id);
            RowDefaults.into(organisation, table(), kept);
            content.put(id, kept.put("versionnumber", organisation.nextVersion()));
            return id;
        }
    }

    public Optional<ObjectNode> find(String id) {
        synchronized (organisation) {
            return Optional.ofNullable(content.get(id.toLowerCase(Locale.ROOT)));
        }
    }

    public List<ObjectNode> all() {
        synchronized (organisation) {
            return List.copyOf(content.values());
        }
    }

    public int size() {
        synchronized (organisation) {
            return content.size();
        }
    }

    /** Those in which the member has that text, compared without case as the service does. */
    public List<ObjectNode> where(String member, String text) {
        return where(row -> row.path(member).asText().equalsIgnoreCase(text));
    }

    public List<ObjectNode> where(Predicate<ObjectNode> which) {
        return all().stream().filter(which).toList();
    }

    /** The only one, or the first, in which the member has that text. */
    public Optional<ObjectNode> first(String member, String text) {
        return where(member, text).stream().findFirst();
    }

    /** Puts those members over the row's; false where there is no such row. */
    public boolean update(String id, ObjectNode changes) {
        synchronized (organisation) {
            ObjectNode row = content.get(id.toLowerCase(Locale.ROOT));
            if (row == null) {
                return false;
            }
            checkMembers(changes);
            ObjectNode changed = row.deepCopy();
            changed.setAll(changes.deepCopy());
            if (table().has("modifiedon") && !changes.has("modifiedon")) {
                changed.put("modifiedon", organisation.stamp());
            }
            content.put(
                    id.toLowerCase(Locale.ROOT),
                    changed.put(table().primaryId(), id.toLowerCase(Locale.ROOT))
                            .put("versionnumber", organisation.nextVersion()));
            return true;
        }
    }

    /** Update, or add where there is no such row. */
    public void put(String id, ObjectNode row) {
        synchronized (organisation) {
            if (!update(id, row)) {
                add(row.deepCopy().put(table().primaryId(), id));
            }
        }
    }

    /** False where there is no such row. */
    public boolean remove(String id) {
        synchronized (organisation) {
            organisation.links().forget(id);
            return content.remove(id.toLowerCase(Locale.ROOT)) != null;
        }
    }

    /** Takes out a column that is no more. */
    void forgetColumn(String column) {
        content.replaceAll((id, row) -> {
            ObjectNode less = row.deepCopy();
            less.remove(List.of(column, "_" + column + "_value"));
            return less;
        });
    }

    Map<String, ObjectNode> kept() {
        return new LinkedHashMap<>(content);
    }

    void goBack(Map<String, ObjectNode> before) {
        content.clear();
        content.putAll(before);
    }

    private void checkMembers(ObjectNode row) {
        Table definition = table();
        row.fieldNames().forEachRemaining(name -> {
            if (!definition.holds(name)) {
                throw new IllegalArgumentException("The table " + table + " has no column for the member '" + name
                        + "'. Define the column first; those of built-in tables are in BuiltInTables.");
            }
        });
    }

    /** An empty row to fill. */
    public static ObjectNode row() {
        return Json.object();
    }
}
