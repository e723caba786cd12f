package io.powermigrate.canvas.formula;

import java.util.HashMap;
import java.util.Map;

/**
 * The rows, records and aliases whose names stand before those of the app at the place where the walk is. Counts instead of searching:
 * to look up a name costs no more in a deep formula; columns are looked up once a table, whatever the number of calls around.
 */
final class Scopes {

    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Scope> tables = new HashMap<>();
    private int unknown;

    void enter(Shape rows, String alias) {
        count(rows, alias, 1);
    }

    void leave(Shape rows, String alias) {
        count(rows, alias, -1);
    }

    /** What an identifier means that stands alone. */
    Role role(String name) {
        if (names.containsKey(name) || tables.values().stream().anyMatch(scope -> scope.has(name))) {
            return Role.SHADOWED;
        }
        return unknown > 0 ? Role.AMBIGUOUS : Role.REFERENCE;
    }

    private void count(Shape rows, String alias, int by) {
        if (!alias.isEmpty()) {
            names.merge(alias, by, Scopes::sum);
        }
        if (!rows.known()) {
            unknown += by;
        } else if (rows.ofTable()) {
            tables.merge(rows.table(), new Scope(rows, by), Scope::and);
        } else {
            rows.columns().forEach(key -> names.merge(key, by, Scopes::sum));
        }
    }

    /** Null, which removes a name from the map, if nothing is left. */
    @SuppressWarnings("NullAway")
    private static Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
    }

    /** Rows of one table, in so many calls around. */
    private record Scope(Shape rows, int calls) {
        boolean has(String name) {
            return rows.columns().contains(name);
        }

        @SuppressWarnings("NullAway")
        Scope and(Scope other) {
            int sum = calls + other.calls;
            return sum == 0 ? null : new Scope(rows, sum);
        }
    }
}
