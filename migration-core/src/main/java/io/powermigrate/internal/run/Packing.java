package io.powermigrate.internal.run;

import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Packager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts what was read into carriers, as every packager wants it. Pure. */
final class Packing {

    private final Plugins plugins;

    Packing(Plugins plugins) {
        this.plugins = plugins;
    }

    DependencyFetcher.Result pack(DependencyFetcher.Result read) {
        DependencyFetcher.Result packed = read;
        for (Packager<?> packager : plugins.packagers()) {
            packed = pack(packed, packager);
        }
        return packed;
    }

    private <C extends Resource> DependencyFetcher.Result pack(DependencyFetcher.Result read, Packager<C> packager) {
        Set<String> types = packager.carries().stream().map(ResourceType::name).collect(Collectors.toSet());
        List<Resource> carried = read.inventory().all().stream()
                .filter(each ->
                        types.contains(each.key().type()) && read.considered().contains(each.key()))
                .toList();
        if (carried.isEmpty()) {
            return read;
        }
        List<C> carriers = packager.pack(carried, read.inventory());
        Map<ResourceKey, Item> parts = new LinkedHashMap<>();
        for (C carrier : carriers) {
            packager.contents(carrier).stream()
                    .flatMap(key -> read.inventory().find(key).stream())
                    .forEach(each -> parts.merge(each.key(), partOf(each.item(), carrier), (first, second) -> first));
        }
        List<Item> items = new ArrayList<>(parts.values());
        carriers.forEach(carrier -> items.add(carrier.item()));
        Inventory inventory = read.inventory().with(items, plugins.types());
        Set<ResourceKey> considered = new TreeSet<>(read.considered());
        carriers.forEach(carrier -> inventory
                .byId(packager.carrier(), carrier.id())
                .map(Resource::key)
                .ifPresent(considered::add));
        return new DependencyFetcher.Result(inventory, considered);
    }

    private static Item partOf(Item item, Resource carrier) {
        Set<Reference> references = new HashSet<>(item.references());
        references.add(Reference.partOf(carrier.key()));
        return item.withReferences(references);
    }
}
