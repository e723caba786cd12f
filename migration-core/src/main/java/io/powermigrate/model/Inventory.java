package io.powermigrate.model;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read of one environment: resources by key, how much of each type could be seen, and facts about the
 * environment. Immutable; saved and loaded as JSON (a snapshot), so everything after reading works offline.
 */
public final class Inventory {

    private final Origin origin;
    private final Map<String, ResourceType<?>> types;
    private final SortedMap<String, Coverage> coverage;
    private final List<Resource> all;
    private final Map<ResourceKey, Resource> byKey;
    private final Map<String, Map<String, Resource>> byId = new HashMap<>();
    private final Map<ResourceKey, List<Resource>> byName = new HashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();
    private final Map<Class<?>, Object> indexes = new ConcurrentHashMap<>();

    /** All are given in the order of their keys. */
    Inventory(
            Origin origin,
            Map<String, ResourceType<?>> types,
            List<Resource> all,
            SortedMap<String, Coverage> coverage) {
        this.origin = origin;
        this.types = types;
        this.coverage = coverage;
        this.all = List.copyOf(all);
        this.byKey = new HashMap<>(all.size() * 2);
        for (Resource each : all) {
            ResourceKey key = each.key();
            byKey.put(key, each);
            byId.computeIfAbsent(key.type(), type -> new HashMap<>()).put(lower(each.id()), each);
            byName.computeIfAbsent(key.base(), base -> new ArrayList<>(1)).add(each);
            byType.computeIfAbsent(key.type(), type -> new ArrayList<>()).add(each);
        }
        byType.replaceAll((type, list) -> List.copyOf(list));
    }

    /**
     * Where an inventory was read.
     *
     * @param id what tells the environment from every other one
     * @param name what people call it
     * @param about facts about it
     */
    public record Origin(String id, String name, Document about) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** Starts an inventory of an environment. */
    public static InventoryBuilder of(String id, String name, Document about) {
        return new InventoryBuilder(new Origin(id, name, about));
    }

    /** What tells the environment from every other one. */
    public String id() {
        return origin.id();
    }

    /** What people call the environment. */
    public String name() {
        return origin.name();
    }

    /** Facts about the environment, as its endpoint gave them. */
    public Document about() {
        return origin.about();
    }

    /** Who was signed in when it was read; empty where that is not told. */
    public Optional<Identity> identity() {
        return Identity.in(about());
    }

    /** The host of the environment's own address; empty where it has none. */
    public String host() {
        return about().text("host").orElse("");
    }

    /** Every resource, sorted by key. */
    public List<Resource> all() {
        return all;
    }

    /** The resources of a type, sorted by key. */
    public <R extends Resource> List<R> all(ResourceType<R> type) {
        List<Resource> found = byType.getOrDefault(type.name(), List.of());
        return type.equals(types.get(type.name()))
                ? cast(found)
                : found.stream().map(type.model()::cast).toList();
    }

    @SuppressWarnings("unchecked") // each was made by the view of its type
    private static <R extends Resource> List<R> cast(List<Resource> viewed) {
        return (List<R>) (List<?>) viewed;
    }

    /** The resources of a type by its name, sorted by key. */
    public List<Resource> all(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Whether a resource of any type has an id; ids are compared without regard to case. */
    public boolean holdsId(String id) {
        String lower = lower(id);
        return byId.values().stream().anyMatch(ids -> ids.containsKey(lower));
    }

    /**
     * What somebody finds out of the whole inventory, such as resources by a fact that they share: made when it is first
     * asked for, then kept. Thread-safe.
     *
     * @param type of the index; there is one of each type
     * @param make makes it; pure
     */
    public <T> T index(Class<T> type, Function<Inventory, T> make) {
        Object known = indexes.get(type);
        if (known == null) {
            Object made = make.apply(this); // not inside the map: an index may ask for another one
            Object raced = indexes.putIfAbsent(type, made);
            known = raced == null ? made : raced;
        }
        return type.cast(known);
    }

    /** The resource of a key, or of the id in an unresolved key. */
    public Optional<Resource> find(ResourceKey key) {
        return key.isUnresolved() ? byId(key.type(), key.twin()) : Optional.ofNullable(byKey.get(key));
    }

    /** The resource of a type with an id; ids are compared without regard to case (wire/power-platform.md, section 13). */
    public Optional<Resource> byId(String type, String id) {
        return Optional.ofNullable(byId.getOrDefault(type, Map.of()).get(lower(id)));
    }

    /** The resource of a type with an id. */
    public <R extends Resource> Optional<R> byId(ResourceType<R> type, String id) {
        return byId(type.name(), id).map(type.model()::cast);
    }

    /** Every resource with the name of a key, be it one or several twins. */
    public List<Resource> named(ResourceKey key) {
        return List.copyOf(byName.getOrDefault(key.base(), List.of()));
    }

    /** How much of a type could be seen; empty where no reader of the type is installed. */
    public Optional<Coverage> coverage(String type) {
        return Optional.ofNullable(coverage.get(type));
    }

    /** How much of each type could be seen. */
    public SortedMap<String, Coverage> coverage() {
        return Collections.unmodifiableSortedMap(coverage);
    }

    /** This inventory with some resources of a type in place of those with the same id, or added. */
    public <R extends Resource> Inventory with(ResourceType<R> type, Collection<? extends R> others) {
        InventoryBuilder builder = new InventoryBuilder(origin).add(type, others); // first come, first kept
        coverage.forEach(builder::coverage);
        types.values().forEach(each -> addAll(builder, each));
        return builder.build();
    }

    /** This inventory with some resources in place of those with the same type and id, or added; all types are known. */
    public Inventory with(Collection<? extends Item> items, Collection<? extends ResourceType<?>> known) {
        Map<String, List<Item>> byName = new LinkedHashMap<>();
        items.forEach(item -> byName.computeIfAbsent(item.key().type(), type -> new ArrayList<>())
                .add(item));
        InventoryBuilder builder = new InventoryBuilder(origin);
        known.forEach(type -> addItems(builder, type, byName.getOrDefault(type.name(), List.of())));
        coverage.forEach(builder::coverage);
        types.values().forEach(each -> addAll(builder, each));
        return builder.build();
    }

    /** This inventory without some resources; those that it does not hold change nothing. */
    public Inventory without(Collection<ResourceKey> some) {
        if (some.isEmpty()) {
            return this;
        }
        InventoryBuilder builder = new InventoryBuilder(origin);
        coverage.forEach(builder::coverage);
        types.values().forEach(type -> addAllBut(builder, type, Set.copyOf(some)));
        return builder.build();
    }

    private <R extends Resource> void addAllBut(InventoryBuilder builder, ResourceType<R> type, Set<ResourceKey> some) {
        builder.add(
                type,
                all(type).stream().filter(each -> !some.contains(each.key())).toList());
    }

    private static <R extends Resource> void addItems(
            InventoryBuilder builder, ResourceType<R> type, List<Item> items) {
        if (!items.isEmpty()) {
            builder.add(type, items.stream().map(type::of).toList());
        }
    }

    private <R extends Resource> void addAll(InventoryBuilder builder, ResourceType<R> type) {
        builder.add(type, all(type));
    }

    /** The snapshot as one text: canonical JSON, the same bytes for the same inventory; large ones rather as a stream. */
    public String toJson() {
        return Snapshot.text(this);
    }

    /**
     * Writes the snapshot as a stream of UTF-8, which stays open: as {@link #toJson}, without holding it as a whole.
     *
     * @throws io.powermigrate.error.MigrationException when the stream cannot be written to
     */
    public void writeTo(OutputStream out) {
        Snapshot.write(this, out);
    }

    /**
     * Writes the snapshot to a file that only its owner may read. The file is there whole or as it was before.
     *
     * @throws io.powermigrate.error.MigrationException when it cannot be written
     */
    public void writeTo(Path file) {
        Snapshot.write(this, file);
    }

    /**
     * Reads a snapshot back.
     *
     * @param types the types that may occur in it
     * @throws io.powermigrate.error.MigrationException when it is damaged, of another version, or holds a type that is
     *     not among them
     */
    public static Inventory fromJson(String json, Collection<? extends ResourceType<?>> types) {
        return Snapshot.read(json, types);
    }

    /** As {@link #fromJson}, from a stream of UTF-8, which is read to its end and stays open. */
    public static Inventory read(InputStream json, Collection<? extends ResourceType<?>> types) {
        return Snapshot.read(json, types);
    }

    /** As {@link #fromJson}, from a file; what is wrong with it is told with its name and the place. */
    public static Inventory read(Path file, Collection<? extends ResourceType<?>> types) {
        return Snapshot.read(file, types);
    }

    Origin origin() {
        return origin;
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return Shown.message("Inventory of " + name() + ": " + Counted.of(all.size(), "resource") + " of "
                + Counted.of(coverage.size(), "type"));
    }
}
