package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A data source with the names of its columns. A column has a logical name and a title, and formulas may use both. A collection keeps only
 * the logical names of columns that came from a table; the titles are found with that table.
 *
 * @param names of columns, logical ones and titles
 * @param titles by logical name
 * @param parents tables that columns came from
 */
public record SourceColumns(DataSource source, Set<String> names, Map<String, String> titles, Set<String> parents) {

    /** Copies sets and map. */
    public SourceColumns {
        names = copyOf(names);
        titles = titles.isEmpty() ? Map.of() : OrderedMaps.copyOf(titles);
        parents = copyOf(parents);
    }

    /** Not Set.copyOf, which names that are chosen for it make slow; of many data sources without columns nothing is kept. */
    private static Set<String> copyOf(Set<String> some) {
        return some.isEmpty() ? Set.of() : Collections.unmodifiableSet(new HashSet<>(some));
    }

    @Override
    public String toString() {
        return Shown.value("SourceColumns[" + source.name() + ", " + Counted.of(names.size(), "name") + "]");
    }

    /** Reads the columns of one data source. */
    static final class Reader {
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

        SourceColumns of(DataSource source) {
            return new SourceColumns(source, names, titles, parents);
        }
    }
}
