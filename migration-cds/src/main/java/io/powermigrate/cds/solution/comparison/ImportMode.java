package io.powermigrate.cds.solution.comparison;

/** How a package is imported (wire/dataverse.md, section 2.6). */
public enum ImportMode {
    /** An unmanaged package: adds and overwrites, removes nothing. */
    UNMANAGED,
    /** A managed package over an earlier version or none: adds and changes, removes nothing. */
    UPDATE,
    /** A managed package instead of its earlier version: what is not in it any more is deleted, with data. */
    UPGRADE
}
