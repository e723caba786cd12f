package io.powermigrate.canvas.formula;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known of the columns of an expression's value.
 *
 * @param table the table that its rows come from; empty if none or not known
 * @param columns names that its rows have from there
 * @param added names that functions or the record itself gave them
 * @param known whether those are all
 * @param steps how many functions handed on the added names
 */
record Shape(String table, Set<String> columns, Set<String> added, boolean known, int steps) {

    /** Before the expression begins. */
    static final Shape NOTHING = new Shape("", Set.of(), Set.of(), true, 0);

    static final Shape UNKNOWN = new Shape("", Set.of(), Set.of(), false, 0);

    /** Names are handed on so often at most: a hostile formula must not be able to multiply them. */
    private static final int MOST_STEPS = 16;

    static Shape rowsOf(String table, Symbols symbols) {
        return symbols.columns(table)
                .map(columns -> new Shape(table, columns, Set.of(), true, 0))
                .orElseGet(() -> new Shape(table, Set.of(), Set.of(), false, 0));
    }

    static Shape of(Set<String> names) {
        return new Shape("", Set.of(), names, true, 0);
    }

    /** The same rows, with further columns. */
    Shape with(Set<String> names) {
        if (!known || names.isEmpty() && added.isEmpty()) {
            return this;
        }
        if (steps == MOST_STEPS) {
            return UNKNOWN;
        }
        Set<String> all = new HashSet<>(added);
        all.addAll(names);
        return new Shape(table, columns, all, true, steps + 1);
    }

    boolean ofTable() {
        return !table.isEmpty();
    }
}
