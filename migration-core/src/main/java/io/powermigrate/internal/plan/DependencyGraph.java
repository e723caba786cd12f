package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who needs and who uses whom, among resources of the source. A carrier needs what its contents need; a resource that may go
 * without what it needs only uses it; what is part of something that nobody looked at needs that. Immutable.
 */
public final class DependencyGraph {

    private static final SortedSet<ResourceKey> NOBODY = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final Map<ResourceKey, SortedSet<ResourceKey>> needs = new LinkedHashMap<>();
    private final Map<ResourceKey, SortedSet<ResourceKey>> uses = new LinkedHashMap<>();
    private final Map<ResourceKey, List<ResourceKey>> dependants = new HashMap<>();
    private final SortedMap<ResourceKey, ResourceKey> carriers = new TreeMap<>();
    private final Map<ResourceKey, List<ResourceKey>> contents = new HashMap<>();

    /** The links among some resources, where a waiver may let some go without what they need. */
    public DependencyGraph(Collection<Resource> resources, Collection<Waiver> waivers) {
        List<Resource> parts = new ArrayList<>();
        resources.forEach(each -> {
            needs.put(each.key(), to(each, Reference.Kind.NEEDS));
            uses.put(each.key(), to(each, Reference.Kind.USES));
            if (each.references().stream().anyMatch(to -> to.kind() == Reference.Kind.PART_OF)) {
                parts.add(each);
            }
        });
        parts.forEach(
                each -> partOf(each.key(), to(each, Reference.Kind.PART_OF).first()));
        carriers.forEach((part, carrier) ->
                contents.computeIfAbsent(carrier, key -> new ArrayList<>()).add(part));
        carriers.forEach(this::carry);
        waivers.stream()
                .filter(waiver -> waiver.rule().equals(EngineFindings.HELD))
                .forEach(waiver -> release(waiver.resource()));
        needs.forEach((from, all) -> all.forEach(
                to -> dependants.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
    }

    private void partOf(ResourceKey part, ResourceKey whole) {
        if (needs.containsKey(whole)) {
            carriers.put(part, whole);
        } else {
            add(needs, part, List.of(whole));
        }
    }

    private void release(ResourceKey key) {
        if (!carriers.containsKey(key) && needs.containsKey(key)) {
            add(uses, key, needsOf(key));
            needs.put(key, NOBODY);
        }
    }

    private void carry(ResourceKey carried, ResourceKey carrier) {
        if (needs.containsKey(carrier)) {
            List<ResourceKey> further = needsOf(carried).stream()
                    .filter(to -> !to.equals(carrier) && !carrier.equals(carriers.get(to)))
                    .toList();
            add(needs, carrier, further);
            needs.put(carried, new TreeSet<>(List.of(carrier)));
        }
    }

    private static void add(
            Map<ResourceKey, SortedSet<ResourceKey>> links, ResourceKey from, Collection<ResourceKey> more) {
        SortedSet<ResourceKey> all = new TreeSet<>(links.getOrDefault(from, NOBODY));
        all.addAll(more);
        links.put(from, all);
    }

    /** Most have none of a kind; nothing is ever added to their empty set. */
    private static SortedSet<ResourceKey> to(Resource from, Reference.Kind kind) {
        SortedSet<ResourceKey> keys = NOBODY;
        for (Reference reference : from.references()) {
            if (reference.kind() == kind) {
                keys = keys.isEmpty() ? new TreeSet<>() : keys;
                keys.add(reference.to());
            }
        }
        return keys;
    }

    Map<ResourceKey, SortedSet<ResourceKey>> needs() {
        return needs;
    }

    Map<ResourceKey, SortedSet<ResourceKey>> uses() {
        return uses;
    }

    /** What a resource needs. */
    public SortedSet<ResourceKey> needsOf(ResourceKey key) {
        return needs.getOrDefault(key, NOBODY);
    }

    SortedSet<ResourceKey> usesOf(ResourceKey key) {
        return uses.getOrDefault(key, NOBODY);
    }

    /** What a resource travels in. */
    public Optional<ResourceKey> carrierOf(ResourceKey key) {
        return Optional.ofNullable(carriers.get(key));
    }

    /** Those of some carriers that come before a resource: what it needs or uses is one of them, or travels in one. */
    public Set<ResourceKey> before(ResourceKey key, Set<ResourceKey> some) {
        return Stream.concat(needsOf(key).stream(), usesOf(key).stream())
                .map(to -> carriers.getOrDefault(to, to))
                .filter(to -> !to.equals(key) && some.contains(to))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What travels in a resource. */
    public List<ResourceKey> contentsOf(ResourceKey carrier) {
        return contents.getOrDefault(carrier, List.of());
    }

    /** Everybody who needs a resource, directly or through others. */
    List<ResourceKey> waitingFor(ResourceKey key) {
        Set<ResourceKey> all = new HashSet<>();
        List<ResourceKey> next = new ArrayList<>(dependants.getOrDefault(key, List.of()));
        while (!next.isEmpty()) {
            ResourceKey one = next.remove(next.size() - 1);
            if (all.add(one)) {
                next.addAll(dependants.getOrDefault(one, List.of()));
            }
        }
        return all.stream().sorted().toList();
    }
}
