package io.powermigrate.cds.solution.facts;

/** Where a package keeps an environment variable (wire/dataverse.md, section 6.8). */
public enum VariableShape {
    /** The definition within {@code customizations.xml}; its value, if any, in {@code environment_variable_values.json}. */
    SECTION,
    /** A folder for each: the definition, and beside it the value, if any. */
    FOLDER,
    /** A value without its definition, which another solution holds. */
    VALUE_ONLY
}
