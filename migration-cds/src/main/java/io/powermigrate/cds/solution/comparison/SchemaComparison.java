package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.Schema;
import java.util.List;

/**
 * Compares two schemas, whether of packages or of environments: types, formats and requirements by what they mean, not by how they are
 * spelled. What one side does not tell is no difference. Pure, thread-safe.
 *
 * <pre>{@code
 * List<SchemaChange> changes = SchemaComparison.between(older.facts().schema(), newer.facts().schema());
 * }</pre>
 */
public final class SchemaComparison {

    private SchemaComparison() {}

    /** What is different in the second one: tables, choices, relationships, roles, profiles, each sorted by name. */
    public static List<SchemaChange> between(Schema before, Schema after) {
        return TwoSchemas.changes(before, after);
    }

    /**
     * What is wanted and is not there, or is there otherwise; what is there beyond does not count (wire/dataverse.md, section 4.1: no
     * role can be without some privileges). Empty when all that is wanted is there.
     */
    public static List<SchemaChange> lacking(Schema wanted, Schema there) {
        return TwoSchemas.changes(there, wanted).stream()
                .filter(change -> !change.kind().name().endsWith("_REMOVED"))
                .toList();
    }
}
