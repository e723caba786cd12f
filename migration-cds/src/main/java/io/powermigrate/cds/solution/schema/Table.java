package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;

/**
 * A table. A package may only name one that exists already, or describe some of its columns.
 *
 * @param logicalName lower case; what everything calls it
 * @param schemaName as it was spelled when it was made
 * @param described whether columns and settings are told, or the name only
 * @param unmodified whether a package describes it only to say that it did not change
 * @param ownership who owns its rows
 * @param settings what else it says
 * @param columns in their order
 * @param keys in their order
 */
public record Table(
        String logicalName,
        String schemaName,
        boolean described,
        boolean unmodified,
        Ownership ownership,
        TableSettings settings,
        List<Column> columns,
        List<AlternateKey> keys) {

    /** Copies what it is given. */
    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /** The column of a logical name. */
    public Optional<Column> column(String name) {
        return columns.stream()
                .filter(column -> column.logicalName().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
