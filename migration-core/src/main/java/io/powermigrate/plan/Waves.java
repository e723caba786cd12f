package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which resources can be done: each after all that it needs or uses. A circle of needs is broken off and
 * reported with its path; a circle that only uses close is not one.
 */
final class Waves {

    private final SortedMap<ResourceKey, SortedSet<ResourceKey>> needs = new TreeMap<>();
    private final SortedMap<ResourceKey, SortedSet<ResourceKey>> uses = new TreeMap<>();
    private final Map<ResourceKey, Integer> levels = new LinkedHashMap<>();
    private final Map<ResourceKey, List<ResourceKey>> circles = new TreeMap<>();

    private Waves() {}

    /** The order of some resources; references to others do not count. */
    static Waves of(
            Map<ResourceKey, ? extends Collection<ResourceKey>> needs,
            Map<ResourceKey, ? extends Collection<ResourceKey>> uses) {
        Waves waves = new Waves();
        needs.forEach((key, to) -> waves.needs.put(key, inside(key, to, needs.keySet())));
        uses.forEach((key, to) -> waves.uses.put(key, inside(key, to, needs.keySet())));
        waves.sort();
        return waves;
    }

    private static SortedSet<ResourceKey> inside(ResourceKey key, Collection<ResourceKey> to, Set<ResourceKey> all) {
        SortedSet<ResourceKey> inside = new TreeSet<>(to);
        inside.retainAll(all);
        inside.remove(key);
        return inside;
    }

    /** Every resource, each after what it needs or uses. */
    List<ResourceKey> order() {
        return List.copyOf(levels.keySet());
    }

    /** How many have to come one after the other before it. */
    int level(ResourceKey key) {
        return levels.getOrDefault(key, 0);
    }

    /** The members of circles, each with the path that leads back to it. */
    Map<ResourceKey, List<ResourceKey>> circles() {
        return circles;
    }

    private void sort() {
        SortedSet<ResourceKey> left = new TreeSet<>(needs.keySet());
        boolean heedUses = true;
        int level = 0;
        while (!left.isEmpty()) {
            List<ResourceKey> ready = ready(left, heedUses);
            if (!ready.isEmpty()) {
                int current = level++;
                ready.forEach(key -> levels.put(key, current));
                left.removeAll(new HashSet<>(ready));
                heedUses = true;
            } else if (heedUses) {
                heedUses = false;
            } else {
                breakOff(left);
            }
        }
    }

    private List<ResourceKey> ready(SortedSet<ResourceKey> left, boolean heedUses) {
        return left.stream()
                .filter(key -> needsOf(key).stream().noneMatch(left::contains))
                .filter(key -> !heedUses
                        || uses.getOrDefault(key, new TreeSet<>()).stream().noneMatch(left::contains))
                .toList();
    }

    /** Walks along needs until it meets itself; the circle found has all its inner needs taken away. */
    private void breakOff(SortedSet<ResourceKey> left) {
        List<ResourceKey> path = new ArrayList<>();
        Map<ResourceKey, Integer> seen = new HashMap<>();
        ResourceKey at = left.first();
        while (!seen.containsKey(at)) {
            seen.put(at, path.size());
            path.add(at);
            at = needsOf(at).stream().filter(left::contains).findFirst().orElseThrow();
        }
        List<ResourceKey> circle = path.subList(seen.get(at), path.size());
        for (int i = 0; i < circle.size(); i++) {
            List<ResourceKey> way = new ArrayList<>(circle.subList(i, circle.size()));
            way.addAll(circle.subList(0, i + 1));
            circles.put(circle.get(i), List.copyOf(way));
        }
        circle.forEach(member -> needsOf(member).removeAll(circle));
    }

    private SortedSet<ResourceKey> needsOf(ResourceKey key) {
        return needs.computeIfAbsent(key, none -> new TreeSet<>());
    }
}
