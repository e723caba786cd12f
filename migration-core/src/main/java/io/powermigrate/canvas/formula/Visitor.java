package io.powermigrate.canvas.formula;

/** Who is told, from left to right, what a {@link Walk} finds. */
interface Visitor {

    /** An identifier, and what hides names around it. */
    default void identifier(Found found, Scopes scopes) {}

    /** A text; {@code table} is not empty if the text names a column of that table. */
    default void text(Token text, String table) {}
}
