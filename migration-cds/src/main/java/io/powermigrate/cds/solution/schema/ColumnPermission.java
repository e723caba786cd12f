package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;

/**
 * What members of a profile may do with a secured column: 0 not allowed, 4 allowed (wire/dataverse.md, section 4.2).
 *
 * @param table logical name
 * @param column logical name
 * @param read 0 or 4
 * @param update 0 or 4
 * @param create 0 or 4
 */
public record ColumnPermission(String table, String column, int read, int update, int create) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
