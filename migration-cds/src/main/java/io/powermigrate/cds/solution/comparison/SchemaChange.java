package io.powermigrate.cds.solution.comparison;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two schemas.
 *
 * @param kind what differs
 * @param holder logical name of the table, name of the choice or relationship, id of the role or profile
 * @param part what differs in it: logical name of a column or key, value of an option, name of a privilege, {@code table.column} of a
 *     permission; an option of a column's own choice is {@code column.value}; null where the holder itself differs
 * @param before how it was; null where nothing was
 * @param after how it is; null where nothing is
 */
public record SchemaChange(
        ChangeKind kind,
        String holder,
        @Nullable String part,
        @Nullable String before,
        @Nullable String after) {

    /** What it is about, such as {@code admin_rpa.admin_rpamodifiedon}. */
    public String subject() {
        return part == null ? holder : holder + "." + part;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
