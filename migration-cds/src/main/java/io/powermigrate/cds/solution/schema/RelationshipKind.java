package io.powermigrate.cds.solution.schema;

/** What a relationship connects. */
public enum RelationshipKind {
    /** A lookup of one table names a row of another. */
    ONE_TO_MANY,
    /** Rows of two tables, in a table of pairs. */
    MANY_TO_MANY
}
