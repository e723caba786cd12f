package io.powermigrate.canvas.formula;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rows, records and aliases whose names stand before those of the app at the place where the walk is. Counts instead of searching:
 * to look up a name costs no more in a deep formula; columns are looked up once a table, whatever the number of calls around.
 */
final class Scopes {

    private static final int FEW = 4;

    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Scope> tables = new HashMap<>();
    private final Symbols symbols;
    private Map<String, Boolean> columns = new HashMap<>();
    private int unknown;

    Scopes(Symbols symbols) {
        this.symbols = symbols;
    }

    void enter(Shape rows, String alias) {
        count(rows, alias, 1);
    }

    void leave(Shape rows, String alias) {
        count(rows, alias, -1);
    }

    /** What an identifier means that stands alone. */
    Role role(String name) {
        if (names.containsKey(name) || column(name)) {
            return Role.SHADOWED;
        }
        return unknown > 0 ? Role.AMBIGUOUS : Role.REFERENCE;
    }

    /** Whether a table around has the column: few tables are asked, of many it is looked up which of them has it, once a name. */
    private boolean column(String name) {
        if (tables.size() <= FEW) {
            for (Scope scope : tables.values()) {
                if (scope.columns().contains(name)) {
                    return true;
                }
            }
            return false;
        }
        return columns.computeIfAbsent(
                name, key -> symbols.tablesWith(key).stream().anyMatch(tables::containsKey));
    }

    private void count(Shape rows, String alias, int by) {
        if (!alias.isEmpty()) {
            names.merge(alias, by, Scopes::sum); // then the columns are reached by the alias only
        } else if (rows.known()) {
            rows.added().forEach(name -> names.merge(name, by, Scopes::sum));
            tables.merge(rows.table(), new Scope(rows.columns(), by), Scope::and);
            columns = columns.isEmpty() ? columns : new HashMap<>();
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
