package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.facts.SourceColumns;
import io.powermigrate.canvas.formula.Symbols;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names of the columns of data sources, by what formulas call these. */
final class ColumnNames {

    private final Map<String, SourceColumns> tables = new HashMap<>();

    void put(String name, SourceColumns table) {
        if (!table.names().isEmpty()) {
            tables.put(name, table);
        }
    }

    void addTo(Symbols.Builder symbols) {
        tables.forEach((name, table) -> {
            symbols.columns(name, table.names());
            table.parents().forEach(parent -> titles(parent).forEach((logical, title) -> {
                if (table.names().contains(logical)) {
                    symbols.columns(name, Set.of(title));
                }
            }));
        });
    }

    private Map<String, String> titles(String table) {
        SourceColumns columns = tables.get(table);
        return columns == null ? Map.of() : columns.titles();
    }
}
