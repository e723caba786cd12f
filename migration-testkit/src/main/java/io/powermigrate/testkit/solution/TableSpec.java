package io.powermigrate.testkit.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table with its columns and keys; what every table has besides (id, owner, state, dates) comes by itself.
 *
 * <pre>{@code
 * TableSpec.named("new_Order", "Order")
 *     .column(ColumnSpec.money("new_Amount", 2))
 *     .key("new_ByCode", "new_code")
 * }</pre>
 *
 * Immutable.
 */
public final class TableSpec {
    private final Head head;
    private final List<ColumnSpec> columns;
    private final List<Key> keys;
    private final List<ManyToMany> manyToMany;

    private TableSpec(Head head, List<ColumnSpec> columns, List<Key> keys, List<ManyToMany> manyToMany) {
        this.head = head;
        this.columns = List.copyOf(columns);
        this.keys = List.copyOf(keys);
        this.manyToMany = List.copyOf(manyToMany);
    }

    /** What the table is; {@code behavior} as root component: 0 with all parts, 1 with the parts named, 2 as a shell. */
    record Head(String schemaName, String label, boolean userOwned, int behavior, boolean standard) {}

    /** An alternate key. */
    record Key(String schemaName, List<String> columns) {
        Key {
            columns = List.copyOf(columns);
        }
    }

    /** A relationship of many rows with many. */
    record ManyToMany(String schemaName, String other) {}

    /** A custom table that users own, with a name column {@code {prefix}_Name}. */
    public static TableSpec named(String schemaName, String label) {
        String name = SpecError.notBlank(schemaName, "schema name of a table", "Name it, for example new_Order.");
        if (name.indexOf('_') < 1) {
            throw SpecError.of("The table " + name + " has no prefix.", "Put the publisher's before it: new_" + name);
        }
        ColumnSpec primary = ColumnSpec.text(name.substring(0, name.indexOf('_') + 1) + "Name", 100)
                .displayName("Name")
                .with("DisplayMask", "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm");
        return new TableSpec(new Head(name, label, true, 0, false), List.of(primary), List.of(), List.of());
    }

    /** A table that the destination has, with only the columns told added to it: no id, no name, no owner comes by itself. */
    public static TableSpec existing(String schemaName, String label) {
        return new TableSpec(new Head(schemaName, label, true, 1, true), List.of(), List.of(), List.of());
    }

    /** The same, owned by the organisation. */
    public TableSpec ownedByOrganisation() {
        return new TableSpec(
                new Head(head.schemaName(), head.label(), false, head.behavior(), head.standard()),
                columns,
                keys,
                manyToMany);
    }

    /** The same with one more column; one of that name is replaced. */
    public TableSpec column(ColumnSpec column) {
        List<ColumnSpec> more = new ArrayList<>(columns);
        more.removeIf(other -> other.logicalName().equals(column.logicalName()));
        more.add(column);
        return new TableSpec(head, more, keys, manyToMany);
    }

    /** The same with an alternate key over columns, by their logical names. */
    public TableSpec key(String schemaName, String... columnNames) {
        List<Key> more = new ArrayList<>(keys);
        more.add(new Key(schemaName, List.of(columnNames)));
        return new TableSpec(head, columns, more, manyToMany);
    }

    /** The same with a relationship of many rows with many of another table, by its logical name. */
    public TableSpec manyToMany(String schemaName, String otherTable) {
        List<ManyToMany> more = new ArrayList<>(manyToMany);
        more.add(new ManyToMany(schemaName, otherTable.toLowerCase(Locale.ROOT)));
        return new TableSpec(head, columns, keys, more);
    }

    Head head() {
        return head;
    }

    String schemaName() {
        return head.schemaName();
    }

    String logicalName() {
        return head.schemaName().toLowerCase(Locale.ROOT);
    }

    String entitySetName() {
        return logicalName().endsWith("y")
                ? logicalName().substring(0, logicalName().length() - 1) + "ies"
                : logicalName() + "s";
    }

    List<ColumnSpec> columns() {
        return columns;
    }

    List<Key> keys() {
        return keys;
    }

    List<ManyToMany> manyToMany() {
        return manyToMany;
    }
}
