package io.powermigrate.cds.solution.settings;

import io.powermigrate.internal.text.Shown;

/**
 * The value of an environment variable.
 *
 * @param schemaName of the variable
 * @param value empty where it is open: it is never sent
 */
public record VariableSetting(String schemaName, String value) {

    /** Whether somebody has still to give the value. */
    public boolean isOpen() {
        return value.isEmpty();
    }

    /** The name only: a value may be a secret. */
    @Override
    public String toString() {
        return Shown.value("VariableSetting[schemaName=" + schemaName + (isOpen() ? ", open]" : ", given]"));
    }
}
