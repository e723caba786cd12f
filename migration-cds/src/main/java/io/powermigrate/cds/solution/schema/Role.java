package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A security role of the root business unit: only such travel (wire/dataverse.md, section 4.1).
 *
 * @param id kept by packages; lower case, no braces
 * @param name its name
 * @param privileges by name, such as {@code prvReadAccount}
 * @param template the built-in role that it is, by the id that is the same everywhere; null in packages and of other roles
 */
public record Role(
        String id,
        String name,
        Map<String, PrivilegeDepth> privileges,
        @Nullable String template) {

    /** Copies what it is given. */
    public Role {
        privileges = Collections.unmodifiableMap(new LinkedHashMap<>(privileges));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
