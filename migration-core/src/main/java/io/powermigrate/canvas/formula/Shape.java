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
 * @param steps through how many functions the added names went
 */
record Shape(String table, Set<String> columns, Set<String> added, boolean known, int steps) {

    /** Before the expression begins. */
    static final Shape NOTHING = new Shape("", Set.of(), Set.of(), true, 0);

    static final Shape UNKNOWN = new Shape("", Set.of(), Set.of(), false, 0);

    /** Beyond these it counts as unknown: a hostile formula must not be able to multiply names. */
    private static final int MOST_STEPS = 16;

    private static final int MOST_COLUMNS = 2_000;

    static Shape rowsOf(String table, Symbols symbols) {
        return symbols.columns(table)
                .map(columns -> new Shape(table, columns, Set.of(), true, 0))
                .orElseGet(() -> new Shape(table, Set.of(), Set.of(), false, 0));
    }

    static Shape of(Set<String> names) {
        return new Shape("", Set.of(), names, true, 0);
    }

    /** The same rows without some columns and with others. */
    Shape changed(Set<String> without, Set<String> with) {
        boolean same = added.isEmpty() && without.isEmpty() && with.isEmpty();
        if (!known || same) {
            return this;
        }
        if (steps == MOST_STEPS || columns.size() > MOST_COLUMNS) {
            return UNKNOWN;
        }
        return without.isEmpty()
                ? new Shape(table, columns, union(added, with), true, steps + 1)
                : new Shape("", Set.of(), union(rest(without), with), true, steps + 1);
    }

    private Set<String> rest(Set<String> without) {
        Set<String> rest = new HashSet<>(columns);
        rest.addAll(added);
        rest.removeAll(without);
        return rest;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        if (others.isEmpty()) {
            return some;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
