package io.powermigrate.testkit.fake.internal.dataverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which rows a many-to-many relationship links; a link is a pair of ids of the first and the second table. Thread-safe. */
public final class Links {
    private final Map<String, Set<List<String>>> pairs = new LinkedHashMap<>();

    Links() {}

    /** False where the two are linked already. */
    public synchronized boolean add(String relationship, String firstId, String secondId) {
        return pairs.computeIfAbsent(relationship, any -> new LinkedHashSet<>()).add(pair(firstId, secondId));
    }

    /** False where the two were not linked. */
    public synchronized boolean remove(String relationship, String firstId, String secondId) {
        return pairs.getOrDefault(relationship, Set.of()).remove(pair(firstId, secondId));
    }

    /** The ids of the second table that a row of the first is linked with. */
    public synchronized List<String> ofFirst(String relationship, String firstId) {
        return other(relationship, firstId, 0);
    }

    /** The ids of the first table that a row of the second is linked with. */
    public synchronized List<String> ofSecond(String relationship, String secondId) {
        return other(relationship, secondId, 1);
    }

    private List<String> other(String relationship, String id, int side) {
        List<String> found = new ArrayList<>();
        for (List<String> pair : pairs.getOrDefault(relationship, Set.of())) {
            if (pair.get(side).equalsIgnoreCase(id)) {
                found.add(pair.get(1 - side));
            }
        }
        return found;
    }

    /** A row is no more, and its links with it. */
    synchronized void forget(String id) {
        pairs.values().forEach(each -> each.removeIf(pair -> pair.contains(id.toLowerCase(Locale.ROOT))));
    }

    synchronized Runnable kept() {
        Map<String, Set<List<String>>> before = new LinkedHashMap<>();
        pairs.forEach((name, each) -> before.put(name, new LinkedHashSet<>(each)));
        return () -> {
            synchronized (this) {
                pairs.clear();
                pairs.putAll(before);
            }
        };
    }

    private static List<String> pair(String firstId, String secondId) {
        return List.of(firstId.toLowerCase(Locale.ROOT), secondId.toLowerCase(Locale.ROOT));
    }
}
