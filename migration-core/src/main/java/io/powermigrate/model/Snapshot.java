package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The JSON form of an inventory. */
final class Snapshot {

    private static final int VERSION = 0;

    private Snapshot() {}

    private record Saved(
            int version, Inventory.Origin origin, SortedMap<String, Coverage> coverage, List<Item> items) {}

    static String write(Inventory inventory) {
        List<Item> items = inventory.all().stream().map(Resource::item).toList();
        return Document.of(new Saved(VERSION, inventory.origin(), inventory.coverage(), items))
                .canonical();
    }

    static Inventory read(String json, Collection<? extends ResourceType<?>> types) {
        Document document = Document.parse(json);
        if (document.number(-1, "version") != VERSION) {
            throw new MigrationException(
                    "The snapshot could not be read because its version is \""
                            + document.text("version").orElse("absent") + "\", not " + VERSION,
                    "Give a file that Inventory.toJson of this version has written");
        }
        Saved saved = document.as(Saved.class);
        if (saved.origin() == null || saved.coverage() == null || saved.items() == null) {
            throw new MigrationException(
                    "The snapshot could not be read because it is not whole: it has no origin, coverage or items",
                    "Give a file that Inventory.toJson has written");
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
