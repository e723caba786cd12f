package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A component that the manifest names. Other components have no line there (wire/dataverse.md, section 6.2).
 *
 * @param type number of its type, such as 1 for a table; newer types are words
 * @param behavior 0 with everything in it, 1 without, 2 the shell only; null in packages of old servers
 * @param schemaName its name; null where it is named by id
 * @param id lower case, no braces; null where it is named by name
 * @param parentId id of the component that it is part of
 */
public record RootComponent(
        String type,
        @Nullable String behavior,
        @Nullable String schemaName,
        @Nullable String id,
        @Nullable String parentId) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
