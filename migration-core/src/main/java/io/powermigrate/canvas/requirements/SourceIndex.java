package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.FlowIds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What formulas call the data sources of a document, by what is asked of those: each name once, in the document's order. Many sources
 * of one name cost no more than one.
 */
final class SourceIndex {

    private static final Map<String, Integer> NOTHING = Map.of();

    private final Map<String, Map<String, Integer>> byName = new HashMap<>();
    private final Map<String, Map<String, Integer>> byRelated = new HashMap<>();
    private final Map<String, Map<String, Integer>> byConnector = new HashMap<>();
    private final Map<String, Map<String, Integer>> byFlow = new HashMap<>();
    private final Map<String, Map<String, Integer>> namesByFlow = new HashMap<>();

    private final FlowIds flows;

    SourceIndex(List<DataSource> all, FlowIds flows) {
        this.flows = flows;
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), i);
        }
    }

    private void add(DataSource source, int place) {
        String called = called(source);
        put(byName, source.name(), called, place);
        put(byConnector, folded(source.connector()), called, place);
        String related = source.relatedEntityName();
        if (related != null) {
            put(byRelated, related, called, place);
        }
        source.flow().map(flows::flow).ifPresent(flow -> {
            put(byFlow, folded(flow), called, place);
            namesByFlow
                    .computeIfAbsent(folded(flow), unseen -> new LinkedHashMap<>())
                    .putIfAbsent(source.name(), place);
        });
    }

    private static void put(Map<String, Map<String, Integer>> index, String key, String called, int place) {
        if (!called.isEmpty()) {
            index.computeIfAbsent(key, unseen -> new LinkedHashMap<>()).putIfAbsent(called, place);
        }
    }

    /** Of the data sources of these names. */
    List<String> named(List<String> names) {
        Map<String, Integer> found = new HashMap<>();
        Set.copyOf(names).forEach(name -> add(found, byName.getOrDefault(name, NOTHING)));
        return inOrder(found);
    }

    List<String> ofConnector(String name) {
        return List.copyOf(byConnector.getOrDefault(folded(name), NOTHING).keySet());
    }

    List<String> ofFlow(String guid) {
        return List.copyOf(byFlow.getOrDefault(folded(guid), NOTHING).keySet());
    }

    /** Names of the data sources themselves. */
    List<String> namesOfFlow(String guid) {
        return List.copyOf(namesByFlow.getOrDefault(folded(guid), NOTHING).keySet());
    }

    /** Of a table with its option sets and views. */
    List<String> withRelated(DataSource table, int place) {
        Map<String, Integer> found = new HashMap<>(byRelated.getOrDefault(table.name(), NOTHING));
        if (!called(table).isEmpty()) {
            found.merge(called(table), place, Math::min);
        }
        return inOrder(found);
    }

    private static void add(Map<String, Integer> found, Map<String, Integer> more) {
        more.forEach((called, place) -> found.merge(called, place, Math::min));
    }

    private static List<String> inOrder(Map<String, Integer> found) {
        return found.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String called(DataSource source) {
        String identifier = source.identifier();
        return identifier == null ? "" : identifier;
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
