package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One side of a missing dependency.
 *
 * @param type number or word of its type
 * @param schemaName its name
 * @param displayName its title
 * @param id lower case, no braces
 * @param parentSchemaName name of what it is part of
 * @param keys what else identifies it, such as {@code id.schemaname}, without the {@code id.}
 */
public record DependencyEnd(
        String type,
        @Nullable String schemaName,
        @Nullable String displayName,
        @Nullable String id,
        @Nullable String parentSchemaName,
        Map<String, String> keys) {

    /** Copies what it is given. */
    public DependencyEnd {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** What people call it: the best of its names. */
    public String called() {
        String parent = parentSchemaName == null ? "" : parentSchemaName + ".";
        if (schemaName != null) {
            return parent + schemaName;
        }
        return keys.values().stream()
                .findFirst()
                .orElse(displayName != null ? displayName : id != null ? id : "a component without a name");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
