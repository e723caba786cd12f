package io.powermigrate.plan;

import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who needs and who uses whom, among resources of the source. A carrier needs what its contents need; whoever may go
 * without what it needs only uses it; what is part of something that nobody looked at needs that. Immutable.
 */
public final class Links {

    private final SortedMap<ResourceKey, SortedSet<ResourceKey>> needs = new TreeMap<>();
    private final SortedMap<ResourceKey, SortedSet<ResourceKey>> uses = new TreeMap<>();
    private final SortedMap<ResourceKey, SortedSet<ResourceKey>> dependants = new TreeMap<>();
    private final SortedMap<ResourceKey, ResourceKey> carriers = new TreeMap<>();

    /** The links among some resources, where a waiver may let some go without what they need. */
    public Links(Collection<Resource> resources, Collection<Waiver> waivers) {
        resources.forEach(each -> {
            needs.put(each.key(), new TreeSet<>(to(each, Reference.Kind.NEEDS)));
            uses.put(each.key(), new TreeSet<>(to(each, Reference.Kind.USES)));
        });
        resources.forEach(
                each -> to(each, Reference.Kind.PART_OF).stream().findFirst().ifPresent(to -> partOf(each.key(), to)));
        carriers.forEach(this::carry);
        waivers.stream()
                .filter(waiver -> waiver.rule().equals(EngineFindings.HELD))
                .forEach(waiver -> release(waiver.resource()));
        needs.forEach((from, all) -> all.forEach(
                to -> dependants.computeIfAbsent(to, key -> new TreeSet<>()).add(from)));
    }

    private void partOf(ResourceKey part, ResourceKey whole) {
        if (needs.containsKey(whole)) {
            carriers.put(part, whole);
        } else {
            needs.computeIfAbsent(part, key -> new TreeSet<>()).add(whole);
        }
    }

    private void release(ResourceKey key) {
        if (!carriers.containsKey(key) && needs.containsKey(key)) {
            uses.computeIfAbsent(key, none -> new TreeSet<>()).addAll(needsOf(key));
            needs.put(key, new TreeSet<>());
        }
    }

    private void carry(ResourceKey carried, ResourceKey carrier) {
        SortedSet<ResourceKey> ofCarrier = needs.get(carrier);
        if (ofCarrier != null) {
            needs.getOrDefault(carried, new TreeSet<>()).stream()
                    .filter(to -> !to.equals(carrier) && !carrier.equals(carriers.get(to)))
                    .forEach(ofCarrier::add);
            needs.put(carried, new TreeSet<>(List.of(carrier)));
        }
    }

    private static List<ResourceKey> to(Resource from, Reference.Kind kind) {
        return from.references().stream()
                .filter(reference -> reference.kind() == kind)
                .map(Reference::to)
                .toList();
    }

    Map<ResourceKey, SortedSet<ResourceKey>> needs() {
        return needs;
    }

    Map<ResourceKey, SortedSet<ResourceKey>> uses() {
        return uses;
    }

    /** What a resource needs. */
    public SortedSet<ResourceKey> needsOf(ResourceKey key) {
        return needs.getOrDefault(key, new TreeSet<>());
    }

    SortedSet<ResourceKey> usesOf(ResourceKey key) {
        return uses.getOrDefault(key, new TreeSet<>());
    }

    /** What a resource travels in. */
    public Optional<ResourceKey> carrierOf(ResourceKey key) {
        return Optional.ofNullable(carriers.get(key));
    }

    /** Everybody who needs a resource, directly or through others. */
    List<ResourceKey> waitingFor(ResourceKey key) {
        SortedSet<ResourceKey> all = new TreeSet<>();
        List<ResourceKey> next = new ArrayList<>(dependants.getOrDefault(key, new TreeSet<>()));
        while (!next.isEmpty()) {
            ResourceKey one = next.remove(next.size() - 1);
            if (all.add(one)) {
                next.addAll(dependants.getOrDefault(one, new TreeSet<>()));
            }
        }
        return List.copyOf(all);
    }
}
