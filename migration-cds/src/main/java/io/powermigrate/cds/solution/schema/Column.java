package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param logicalName lower case; what everything calls it
 * @param schemaName as it was spelled when it was made
 * @param type what it holds
 * @param typeName the word for its type of who told it
 * @param requirement whether it needs a value
 * @param traits what else it says
 * @param globalChoice name of the global choice that its values are from
 * @param choice its own choice
 */
public record Column(
        String logicalName,
        String schemaName,
        ColumnType type,
        String typeName,
        Requirement requirement,
        ColumnTraits traits,
        @Nullable String globalChoice,
        @Nullable Choice choice) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
