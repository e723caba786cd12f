package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which resources can be done: each after all that it needs or uses. A circle of needs is broken off and
 * reported with its path, also one of a single resource that needs itself; a circle that a use closes is not one: that
 * use does not keep the order.
 */
final class Waves {

    private final Map<ResourceKey, ? extends Collection<ResourceKey>> needs;
    private final Map<ResourceKey, Set<ResourceKey>> waits = new HashMap<>();
    private final Map<ResourceKey, List<ResourceKey>> behind = new HashMap<>();
    private final List<ResourceKey> sorted;
    private final Deque<ResourceKey> unsettled; // what was settled since is still in it, at its head or further behind
    private final Map<ResourceKey, Integer> levels = new LinkedHashMap<>();
    private final Map<ResourceKey, List<ResourceKey>> circles = new TreeMap<>();

    private Waves(Map<ResourceKey, ? extends Collection<ResourceKey>> needs) {
        this.needs = needs;
        this.sorted = needs.keySet().stream().sorted().toList();
        this.unsettled = new ArrayDeque<>(sorted);
    }

    /** The order of some resources; references to others do not count. */
    static Waves of(
            Map<ResourceKey, ? extends Collection<ResourceKey>> needs,
            Map<ResourceKey, ? extends Collection<ResourceKey>> uses) {
        Waves waves = new Waves(needs);
        needs.forEach(waves::add);
        needs.forEach(waves::circleOfOne);
        uses.forEach(waves::add);
        waves.sort();
        return waves;
    }

    private void add(ResourceKey from, Collection<ResourceKey> all) {
        for (ResourceKey to : all) {
            if (!to.equals(from)
                    && needs.containsKey(to)
                    && waits.computeIfAbsent(from, key -> new HashSet<>()).add(to)) {
                behind.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
            }
        }
    }

    private void circleOfOne(ResourceKey key, Collection<ResourceKey> needed) {
        if (needed.contains(key)) {
            circles.put(key, List.of(key, key));
        }
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
        List<ResourceKey> ready =
                sorted.stream().filter(key -> waits(key).isEmpty()).toList();
        for (int level = 0; levels.size() < sorted.size(); ) {
            if (ready.isEmpty()) {
                ready = breakOff();
            } else {
                ready = settle(ready, level++);
            }
        }
    }

    /** Puts these on a level; returns who waits for nothing more now. */
    private List<ResourceKey> settle(List<ResourceKey> ready, int level) {
        List<ResourceKey> next = new ArrayList<>();
        for (ResourceKey key : ready) {
            levels.put(key, level);
            for (ResourceKey dependant : behind.getOrDefault(key, List.of())) {
                if (waits(dependant).remove(key) && waits(dependant).isEmpty()) {
                    next.add(dependant);
                }
            }
        }
        Collections.sort(next);
        return next;
    }

    /** Opens one circle; returns who of it waits for nothing more now. */
    private List<ResourceKey> breakOff() {
        List<ResourceKey> circle = circle();
        for (int i = 0; i < circle.size(); i++) {
            ResourceKey from = circle.get(i);
            ResourceKey to = circle.get((i + 1) % circle.size());
            if (!needs(from).contains(to)) {
                waits(from).remove(to);
                return free(circle);
            }
        }
        for (int i = 0; i < circle.size(); i++) {
            List<ResourceKey> way = new ArrayList<>(circle.subList(i, circle.size()));
            way.addAll(circle.subList(0, i + 1));
            circles.put(circle.get(i), List.copyOf(way));
        }
        circle.forEach(member -> circle.forEach(waits(member)::remove));
        return free(circle);
    }

    /** Walks along what the first one waits for, until it meets itself. */
    private List<ResourceKey> circle() {
        List<ResourceKey> path = new ArrayList<>();
        Map<ResourceKey, Integer> seen = new HashMap<>();
        while (levels.containsKey(unsettled.getFirst())) {
            unsettled.removeFirst();
        }
        ResourceKey at = unsettled.getFirst();
        while (!seen.containsKey(at)) {
            seen.put(at, path.size());
            path.add(at);
            at = Collections.min(waits(at));
        }
        return List.copyOf(path.subList(seen.getOrDefault(at, 0), path.size()));
    }

    private List<ResourceKey> free(List<ResourceKey> some) {
        return some.stream().filter(key -> waits(key).isEmpty()).sorted().toList();
    }

    private Collection<ResourceKey> needs(ResourceKey key) {
        Collection<ResourceKey> all = needs.get(key);
        return all == null ? List.of() : all;
    }

    private Set<ResourceKey> waits(ResourceKey key) {
        return waits.getOrDefault(key, Set.of()); // most wait for nothing
    }
}
