package io.powermigrate.model;

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
import java.util.SortedMap;

/**
 * What was read of one environment: resources by key, how much of each type could be seen, and facts about the
 * environment. Immutable; saved and loaded as JSON (a snapshot), so everything after reading works offline.
 */
public final class Inventory {

    private final Origin origin;
    private final Map<String, ResourceType<?>> types;
    private final SortedMap<ResourceKey, Resource> resources;
    private final SortedMap<String, Coverage> coverage;
    private final Map<String, Resource> byId = new HashMap<>();
    private final Map<ResourceKey, List<Resource>> byName = new HashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();

    Inventory(
            Origin origin,
            Map<String, ResourceType<?>> types,
            SortedMap<ResourceKey, Resource> resources,
            SortedMap<String, Coverage> coverage) {
        this.origin = origin;
        this.types = types;
        this.resources = resources;
        this.coverage = coverage;
        resources.values().forEach(each -> {
            byId.put(idKey(each.key().type(), each.id()), each);
            byName.computeIfAbsent(each.key().base(), key -> new ArrayList<>()).add(each);
            byType.computeIfAbsent(each.key().type(), key -> new ArrayList<>()).add(each);
        });
    }

    /**
     * Where an inventory was read.
     *
     * @param id what tells the environment from every other one
     * @param name what people call it
     * @param about facts about it
     */
    public record Origin(String id, String name, Document about) {}

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

    /** The host of the environment's own address; empty where it has none. */
    public String host() {
        return about().text("host").orElse("");
    }

    /** Every resource, sorted by key. */
    public List<Resource> all() {
        return List.copyOf(resources.values());
    }

    /** The resources of a type, sorted by key. */
    public <R extends Resource> List<R> all(ResourceType<R> type) {
        return byType.getOrDefault(type.name(), List.of()).stream()
                .map(type.model()::cast)
                .toList();
    }

    /** The resource of a key, or of the id in an unresolved key. */
    public Optional<Resource> find(ResourceKey key) {
        return key.isUnresolved() ? byId(key.type(), key.twin()) : Optional.ofNullable(resources.get(key));
    }

    /** The resource of a type with an id; ids are compared without regard to case (wire/power-platform.md, section 13). */
    public Optional<Resource> byId(String type, String id) {
        return Optional.ofNullable(byId.get(idKey(type, id)));
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
     * @throws io.powermigrate.error.MigrationException when the stream takes no more
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

    private static String idKey(String type, String id) {
        return type + "/" + id.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Inventory of " + name() + ": " + resources.size() + " resources of " + coverage.size() + " types";
    }
}
