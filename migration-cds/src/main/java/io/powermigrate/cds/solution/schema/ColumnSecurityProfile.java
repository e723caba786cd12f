package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * A column security profile. Its members do not travel (wire/dataverse.md, section 4.4).
 *
 * @param id kept by packages; lower case, no braces
 * @param name its name
 * @param permissions in their order
 */
public record ColumnSecurityProfile(String id, String name, List<ColumnPermission> permissions) {

    /** Copies what it is given. */
    public ColumnSecurityProfile {
        permissions = List.copyOf(permissions);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
