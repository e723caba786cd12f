package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * Columns that together name one row.
 *
 * @param logicalName lower case
 * @param columns logical names, in their order
 */
public record AlternateKey(String logicalName, List<String> columns) {

    /** Copies what it is given. */
    public AlternateKey {
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
