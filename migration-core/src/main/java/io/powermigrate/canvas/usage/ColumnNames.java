package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.json.JsonCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of the columns of data sources. A column has a logical name and a title, and formulas may use both. A collection keeps only
 * the logical names of columns that came from a table; the titles are found with that table.
 */
final class ColumnNames {

    private final Map<String, Table> tables = new HashMap<>();

    Table table() {
        return new Table();
    }

    void put(String name, Table table) {
        if (!table.names.isEmpty()) {
            tables.put(name, table);
        }
    }

    void addTo(Symbols.Builder symbols) {
        tables.forEach((name, table) -> {
            symbols.columns(name, table.names);
            table.parents.stream()
                    .map(parent -> tables.getOrDefault(parent, new Table()).titles)
                    .forEach(titles -> {
                        Set<String> known = new HashSet<>(table.names);
                        known.retainAll(titles.keySet());
                        known.forEach(logical -> symbols.columns(name, Set.of(titles.getOrDefault(logical, logical))));
                    });
        });
    }

    /** The columns of one data source. */
    static final class Table {
        private final Set<String> names = new HashSet<>();
        private final Map<String, String> titles = new HashMap<>();
        private final Set<String> parents = new HashSet<>();

        /** Takes the current member if it tells of columns. */
        boolean member(JsonCursor json) {
            switch (json.name()) {
                case "NativeCDSDataSourceInfoNameMapping", "ConnectedDataSourceInfoNameMapping" -> mapping(json);
                case "OrderedColumnNames" -> names.addAll(json.texts());
                case "Schema" -> member(json, "Type", () -> member(json, "Type", () -> columns(json)));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void mapping(JsonCursor json) {
            json.enterObject();
            while (json.nextMember()) {
                titles.put(json.name(), json.textOrEmpty());
            }
            names.addAll(titles.keySet());
            names.addAll(titles.values());
        }

        private void columns(JsonCursor json) {
            json.enterArray();
            while (json.nextElement()) {
                json.enterObject();
                while (json.nextMember()) {
                    switch (json.name()) {
                        case "Name" -> names.add(json.textOrEmpty());
                        case "DataEntity" ->
                            member(json, "EntityInfoParentDSName", () -> parents.add(json.textOrEmpty()));
                        default -> {}
                    }
                }
            }
        }

        private static void member(JsonCursor json, String name, Runnable value) {
            json.enterObject();
            while (json.nextMember()) {
                if (json.name().equals(name)) {
                    value.run();
                }
            }
        }
    }
}
