package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import java.util.List;

/**
 * Changes of definitions that somebody has made and nobody has published (wire/dataverse-facts.md, D2). Thread-safe.
 *
 * <pre>{@code
 * environment.organisation().drafts().column("new_order", "new_Note");
 * }</pre>
 */
public final class FakeDrafts extends Handle {
    private final Organisation inside;

    FakeDrafts(Organisation inside) {
        this.inside = inside;
    }

    @Override
    Object inside() {
        return inside;
    }

    /** A new column of text. */
    public FakeDrafts column(String table, String schemaName) {
        inside.schema()
                .column(
                        table,
                        inside.schema().shapes().column(table, ColumnType.named("String"), schemaName, schemaName));
        inside.unpublished().mark(table + "." + schemaName);
        return this;
    }

    /**
     * Another length of a column of text.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public FakeDrafts length(String table, String column, int maxLength) {
        ObjectNode before = inside.schema()
                .required(table)
                .column(column)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The table " + table + " has no column '" + column + "'. Make it first."));
        inside.schema().column(table, before.deepCopy().put("MaxLength", maxLength));
        inside.unpublished().mark(table + "." + column, before);
        return this;
    }

    /** A global choice that is there, of which nothing was ever published. */
    public FakeDrafts choice(String name) {
        inside.unpublished().mark("choice:" + name);
        return this;
    }

    /** What waits to be published: {@code table}, {@code table.column} or {@code choice:name}. */
    public List<String> all() {
        return inside.unpublished().all();
    }
}
