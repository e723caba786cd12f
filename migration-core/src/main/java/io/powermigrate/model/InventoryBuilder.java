package io.powermigrate.model;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects what was read of one environment. Names that occur twice get their id beside them; references that only know
 * an id get the key of the resource with that id. Not thread-safe.
 */
public final class InventoryBuilder {

    private final Inventory.Origin origin;
    private final SortedMap<String, Coverage> coverage = new TreeMap<>();
    private final SortedMap<String, ResourceType<?>> types = new TreeMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    InventoryBuilder(Inventory.Origin origin) {
        this.origin = origin;
    }

    /** How much of a type could be seen. */
    public InventoryBuilder coverage(String type, Coverage seen) {
        coverage.put(type, seen);
        return this;
    }

    /** Adds resources of a type; of two with the same id the first is kept, so a page that came twice counts once. */
    public <R extends Resource> InventoryBuilder add(ResourceType<R> type, Collection<? extends R> resources) {
        types.put(type.name(), type);
        resources.forEach(each -> items.putIfAbsent(id(type.name(), each.id()), each.item()));
        return this;
    }

    /** The inventory of all that was added. */
    public Inventory build() {
        Map<ResourceKey, Integer> names = new HashMap<>();
        items.values().forEach(item -> names.merge(item.key().base(), 1, Integer::sum));
        Map<String, ResourceKey> keys = new HashMap<>();
        items.forEach((id, item) -> keys.put(id, key(item, names)));
        Map<ResourceKey, Resource> resources = new HashMap<>(items.size() * 2);
        items.values().forEach(each -> {
            Item item = linked(each, keys);
            resources.put(item.key(), view(types.get(item.key().type()), item));
        });
        List<Resource> sorted = new ArrayList<>(resources.values());
        sorted.sort(Comparator.comparing(Resource::key));
        return new Inventory(origin, new TreeMap<>(types), sorted, new TreeMap<>(coverage));
    }

    private static Resource view(@Nullable ResourceType<?> type, Item item) {
        return Objects.requireNonNull(type, "an item is added with its type").of(item);
    }

    private static ResourceKey key(Item item, Map<ResourceKey, Integer> names) {
        ResourceKey base = item.key().base();
        if (base.name().isEmpty()) { // it has no name: nothing but its id can stand for it
            return ResourceKey.ofId(base.type(), item.id());
        }
        return names.getOrDefault(base, 0) <= 1 ? base : new ResourceKey(base.type(), base.name(), item.id());
    }

    private static Item linked(Item item, Map<String, ResourceKey> keys) {
        ResourceKey own = keys.getOrDefault(id(item.key().type(), item.id()), item.key());
        Set<Reference> references = new HashSet<>();
        for (Reference reference : item.references()) {
            ResourceKey to = reference.to();
            // an id is the surer pointer: a key that came with one follows it, also when a twin turned up later
            ResourceKey known = to.twin().isEmpty() ? to : keys.getOrDefault(id(to.type(), to.twin()), to);
            references.add(new Reference(known, reference.kind()));
        }
        List<Slot> slots = item.slots().stream()
                .map(slot -> new Slot(slot.type(), slot.value(), own, slot.required()))
                .toList();
        slots.forEach(slot -> pointer(slot, keys, references).ifPresent(references::add));
        return item.withKey(own).withReferences(references).withSlots(slots);
    }

    /** A place that takes the id of a resource is a reference to it, also where the reader does not say so. */
    private static Optional<Reference> pointer(Slot slot, Map<String, ResourceKey> keys, Set<Reference> references) {
        return Optional.ofNullable(keys.get(id(slot.type().name(), slot.value())))
                .filter(to -> !to.equals(slot.holder()))
                .filter(to -> references.stream().noneMatch(each -> each.to().equals(to)))
                .map(to -> new Reference(to, slot.required() ? Reference.Kind.NEEDS : Reference.Kind.USES));
    }

    private static String id(String type, String id) {
        return type + "/" + id.toLowerCase(Locale.ROOT);
    }

    /** In one line: of which environment, and how many resources so far. */
    @Override
    public String toString() {
        return Shown.message("InventoryBuilder of " + origin.name() + ": " + Counted.of(items.size(), "resource"));
    }
}
