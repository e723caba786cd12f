package io.powermigrate.canvas.formula;

import java.util.Set;

/**
 * What is known of the value of an expression.
 *
 * @param table the table that its rows come from; empty if that is not known
 * @param columns names that its rows give to what is computed for each
 * @param known whether those are all columns
 */
record Shape(String table, Set<String> columns, boolean known) {

    /** Before the expression begins. */
    static final Shape NOTHING = new Shape("", Set.of(), true);

    static final Shape UNKNOWN = new Shape("", Set.of(), false);

    static Shape rowsOf(String table, Symbols symbols) {
        return symbols.columns(table)
                .map(columns -> new Shape(table, columns, true))
                .orElseGet(() -> new Shape(table, Set.of(), false));
    }

    static Shape record(Set<String> keys) {
        return new Shape("", keys, true);
    }

    boolean ofTable() {
        return !table.isEmpty();
    }
}
