package io.powermigrate.internal.plan;

import io.powermigrate.model.ResourceKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    private static final int NONE = -1;

    private final Map<ResourceKey, ? extends Collection<ResourceKey>> needs;
    private final Map<ResourceKey, Node> nodes;
    private final List<Node> sorted = new ArrayList<>();
    private final Deque<Node> unsettled; // what was settled since is still in it, at its head or further behind
    private final List<ResourceKey> order = new ArrayList<>();
    private final int[] levels; // by rank; what is not settled yet has none
    private final Map<ResourceKey, List<ResourceKey>> circles = new TreeMap<>();

    /** One resource; found by its key once, then by reference. */
    private static final class Node implements Comparable<Node> {

        private final ResourceKey key;
        private final int rank; // of the key among all
        private final Set<Node> waits = new HashSet<>();
        private final List<Node> behind = new ArrayList<>();

        Node(ResourceKey key, int rank) {
            this.key = key;
            this.rank = rank;
        }

        void waitFor(Node other) {
            if (waits.add(other)) {
                other.behind.add(this);
            }
        }

        /** Whether it waits for nothing more, after having waited for this. */
        boolean isFreeWithout(Node other) {
            return waits.remove(other) && waits.isEmpty();
        }

        @Override
        public int compareTo(Node other) {
            return Integer.compare(rank, other.rank);
        }
    }

    private Waves(Map<ResourceKey, ? extends Collection<ResourceKey>> needs) {
        this.needs = needs;
        this.nodes = new HashMap<>(needs.size() * 2);
        needs.keySet().stream().sorted().forEach(key -> sorted.add(new Node(key, sorted.size())));
        sorted.forEach(node -> nodes.put(node.key, node));
        this.unsettled = new ArrayDeque<>(sorted);
        this.levels = new int[sorted.size()];
        Arrays.fill(levels, NONE);
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
        Node node = all.isEmpty() ? null : nodes.get(from);
        for (ResourceKey to : all) {
            Node other = nodes.get(to);
            if (node != null && other != null && other != node) {
                node.waitFor(other);
            }
        }
    }

    private void circleOfOne(ResourceKey key, Collection<ResourceKey> needed) {
        if (!needed.isEmpty() && needed.contains(key)) {
            circles.put(key, List.of(key, key));
        }
    }

    /** Every resource, each after what it needs or uses. */
    List<ResourceKey> order() {
        return Collections.unmodifiableList(order);
    }

    /** How many have to come one after the other before it. */
    int level(ResourceKey key) {
        Node node = nodes.get(key);
        return node == null ? 0 : levels[node.rank];
    }

    /** The members of circles, each with the path that leads back to it. */
    Map<ResourceKey, List<ResourceKey>> circles() {
        return circles;
    }

    private void sort() {
        List<Node> ready = sorted.stream().filter(node -> node.waits.isEmpty()).toList();
        for (int level = 0; order.size() < sorted.size(); ) {
            if (ready.isEmpty()) {
                ready = breakOff();
            } else {
                ready = settle(ready, level++);
            }
        }
    }

    /** Puts these on a level; returns who waits for nothing more now. */
    private List<Node> settle(List<Node> ready, int level) {
        List<Node> next = new ArrayList<>();
        for (Node node : ready) {
            levels[node.rank] = level;
            order.add(node.key);
            for (Node dependant : node.behind) {
                if (dependant.isFreeWithout(node)) {
                    next.add(dependant);
                }
            }
        }
        Collections.sort(next);
        return next;
    }

    /** Opens one circle; returns who of it waits for nothing more now. */
    private List<Node> breakOff() {
        List<Node> circle = circle();
        for (int i = 0; i < circle.size(); i++) {
            Node from = circle.get(i);
            Node to = circle.get((i + 1) % circle.size());
            if (!needs(from.key).contains(to.key)) {
                from.waits.remove(to);
                return free(circle);
            }
        }
        List<ResourceKey> keys = circle.stream().map(node -> node.key).toList();
        for (int i = 0; i < keys.size(); i++) {
            List<ResourceKey> way = new ArrayList<>(keys.subList(i, keys.size()));
            way.addAll(keys.subList(0, i + 1));
            circles.put(keys.get(i), List.copyOf(way));
        }
        circle.forEach(member -> circle.forEach(member.waits::remove));
        return free(circle);
    }

    /** Walks along what the first one waits for, until it meets itself. */
    private List<Node> circle() {
        List<Node> path = new ArrayList<>();
        Map<Node, Integer> seen = new IdentityHashMap<>();
        while (levels[unsettled.getFirst().rank] != NONE) {
            unsettled.removeFirst();
        }
        Node at = unsettled.getFirst();
        while (!seen.containsKey(at)) {
            seen.put(at, path.size());
            path.add(at);
            at = Collections.min(at.waits, Comparator.naturalOrder());
        }
        return List.copyOf(path.subList(seen.getOrDefault(at, 0), path.size()));
    }

    private static List<Node> free(List<Node> some) {
        return some.stream().filter(node -> node.waits.isEmpty()).sorted().toList();
    }

    private Collection<ResourceKey> needs(ResourceKey key) {
        Collection<ResourceKey> all = needs.get(key);
        return all == null ? List.of() : all;
    }
}
