package io.powermigrate.canvas.formula;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
        if (names.containsKey(name)
                || tables.values().stream().anyMatch(scope -> scope.columns().contains(name))) {
            return Role.SHADOWED;
        }
        return unknown > 0 ? Role.AMBIGUOUS : Role.REFERENCE;
    }

    private void count(Shape rows, String alias, int by) {
        if (!alias.isEmpty()) {
            names.merge(alias, by, Scopes::sum); // then the columns are reached by the alias only
        } else if (rows.known()) {
            rows.added().forEach(name -> names.merge(name, by, Scopes::sum));
            tables.merge(rows.table(), new Scope(rows.columns(), by), Scope::and);
        } else {
            unknown += by;
        }
    }

    /** Null, which removes a name from the map, if nothing is left. */
    @SuppressWarnings("NullAway")
    private static Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
    }

    /** The columns of one table, whose rows so many calls around go through. */
    private record Scope(Set<String> columns, int calls) {
        @SuppressWarnings("NullAway")
        Scope and(Scope other) {
            int sum = calls + other.calls;
            return sum == 0 ? null : new Scope(columns, sum);
        }
    }
}
