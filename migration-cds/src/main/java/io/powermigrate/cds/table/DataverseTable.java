package io.powermigrate.cds.table;

import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table (wire/dataverse.md, section 3). Its key is its logical name. It travels in a solution, with those of its columns that
 * people added; what comes with a managed solution travels with that one.
 */
public record DataverseTable(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<DataverseTable> TYPE =
            new ResourceType<>("table", DataverseTable.class, DataverseTable::new);

    /**
     * A table as a package describes it.
     *
     * @param relationships of this and of other tables
     */
    public static DataverseTable of(Table table, List<Relationship> relationships) {
        String name = table.logicalName();
        Document content = Document.of(Map.of("managed", false, "custom", true));
        return new DataverseTable(Item.of(TYPE.key(name), name, name).withContent(content))
                .described(
                        table,
                        relationships,
                        table.columns().stream()
                                .filter(column -> column.traits().custom())
                                .map(column -> column.logicalName())
                                .toList());
    }

    /** Whether a managed solution brought it, or the service itself. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    /** Whether somebody made it, not the service. */
    public boolean isCustom() {
        return content().flag("custom");
    }

    /** Logical names of the columns that people added and that no managed solution brought. */
    public List<String> ownColumns() {
        return detail("ownColumns", "The columns").texts();
    }

    /** All that is known of it. */
    public Table definition() {
        return detail("definition", "The columns").as(Table.class);
    }

    /** The relationships that one of its columns or an intersect table makes. */
    public List<Relationship> relationships() {
        return Arrays.asList(detail("relationships", "The relationships").as(Relationship[].class));
    }

    /** Whether anything of it can travel: it is no part of a managed solution, or people added columns to it. */
    public boolean travels() {
        return isCustom() && !isManaged() || isFetched() && !ownColumns().isEmpty();
    }

    /** What the destination must hold of it: its own columns, keys and relationships; nothing that comes from elsewhere. */
    public Schema wanted() {
        Table all = definition();
        Set<String> own = new HashSet<>(ownColumns());
        boolean whole = isCustom() && !isManaged();
        Table wanted = new Table(
                all.logicalName(),
                all.schemaName(),
                all.described(),
                !whole,
                all.ownership(),
                all.settings(),
                all.columns().stream()
                        .filter(column -> own.contains(column.logicalName()))
                        .toList(),
                whole ? all.keys() : List.of());
        List<Relationship> ofColumns = relationships().stream()
                .filter(each -> each.column() != null && own.contains(each.column()))
                .toList();
        return new Schema(List.of(wanted), ofColumns, List.of(), List.of(), List.of());
    }

    /** All of it, to be held against what is wanted. */
    Schema held() {
        return new Schema(List.of(definition()), relationships(), List.of(), List.of(), List.of());
    }

    DataverseTable described(Table table, List<Relationship> relationships, List<String> ownColumns) {
        Map<String, String> columns = new TreeMap<>();
        table.columns().forEach(column -> columns.put(column.logicalName(), column.typeName()));
        return new DataverseTable(item.withContent(content()
                .with("columns", columns)
                .with("ownColumns", ownColumns)
                .with("definition", table)
                .with(
                        "relationships",
                        relationships.stream()
                                .filter(each -> each.from().equalsIgnoreCase(table.logicalName()))
                                .toList())));
    }

    @Override
    public boolean isSupplied() {
        return isManaged() || !isCustom();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
