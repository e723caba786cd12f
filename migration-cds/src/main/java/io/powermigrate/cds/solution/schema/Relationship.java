package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How two tables hang together. Names of tables and columns are logical, lower case.
 *
 * @param name its schema name
 * @param kind what it connects
 * @param from the table with the lookup; of many-to-many the first one
 * @param to the table that the lookup leads to; of many-to-many the second one
 * @param column the lookup; null of many-to-many
 * @param cascades what becomes of the rows of {@code from}, by the action on those of {@code to}, such as {@code Delete} to {@code RemoveLink}
 */
public record Relationship(
        String name,
        RelationshipKind kind,
        String from,
        String to,
        @Nullable String column,
        Map<String, String> cascades) {

    /** Copies what it is given. */
    public Relationship {
        cascades = Collections.unmodifiableMap(new LinkedHashMap<>(cascades));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
