package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Stored;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of an inventory. */
final class Snapshot {

    private static final int VERSION = 1;

    private Snapshot() {}

    private static final Stored<Saved> FORM = new Stored<>(new Stored.Form<>(
            "snapshot",
            Saved.class,
            VERSION,
            "Give a file that Inventory.writeTo of this version has written",
            Saved::version));

    private record Saved(
            @Nullable Integer version,
            Inventory.@Nullable Origin origin,
            @Nullable SortedMap<String, Coverage> coverage,
            @Nullable List<Item> items) {}

    private static Saved saved(Inventory inventory) {
        List<Item> items = inventory.all().stream().map(Resource::item).toList();
        return new Saved(VERSION, inventory.origin(), inventory.coverage(), items);
    }

    static String text(Inventory inventory) {
        return FORM.text(saved(inventory));
    }

    static void write(Inventory inventory, OutputStream out) {
        FORM.write(saved(inventory), out);
    }

    static void write(Inventory inventory, Path file) {
        FORM.write(saved(inventory), file);
    }

    static Inventory read(String json, Collection<? extends ResourceType<?>> types) {
        return inventory(FORM.read(json), types);
    }

    static Inventory read(InputStream json, Collection<? extends ResourceType<?>> types) {
        return inventory(FORM.read(json), types);
    }

    static Inventory read(Path file, Collection<? extends ResourceType<?>> types) {
        return inventory(FORM.read(file), types);
    }

    private static Inventory inventory(Saved saved, Collection<? extends ResourceType<?>> types) {
        if (saved.origin() == null || saved.coverage() == null || saved.items() == null) {
            throw new MigrationException(
                    "The snapshot could not be read because it is not whole: it has no origin, coverage or items",
                    "Give a file that Inventory.writeTo has written");
        }
        InventoryBuilder builder = new InventoryBuilder(saved.origin());
        saved.coverage().forEach(builder::coverage);
        Map<String, List<Item>> byType = new LinkedHashMap<>();
        saved.items().forEach(item -> byType.computeIfAbsent(item.key().type(), type -> new ArrayList<>())
                .add(item));
        byType.forEach((name, items) -> add(builder, type(name, types), items));
        return builder.build();
    }

    private static <R extends Resource> void add(InventoryBuilder builder, ResourceType<R> type, List<Item> items) {
        builder.add(type, items.stream().map(type::of).toList());
    }

    private static ResourceType<?> type(String name, Collection<? extends ResourceType<?>> types) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "The snapshot could not be read because it holds the type \"" + name + "\" and only "
                                + types.stream().map(ResourceType::name).collect(Collectors.joining(", "))
                                + " are known",
                        "Give the types of every plugin that was installed when it was written"));
    }
}
