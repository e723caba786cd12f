package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Carriers;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Returned;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.Packed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts what was read into carriers, as every packager wants it. Carriers that the source lists are fetched, and what they
 * carry beyond the scope is read, too: it travels with them.
 */
final class Packing {

    private final Plugins plugins;
    private final Mapping mapping;
    private final Deepening deepening;

    /** Reads some resources in full, and all that they refer to. */
    interface Deepening {
        DependencyFetcher.Result further(DependencyFetcher.Result read, List<? extends Resource> more);
    }

    /** What was read, with its carriers, and what packagers told. */
    record Result(DependencyFetcher.Result read, List<Finding> findings, Carriers carriers) {

        private Result with(DependencyFetcher.Result more, List<Finding> found, Carriers told) {
            return new Result(
                    more, Stream.concat(findings.stream(), found.stream()).toList(), carriers.and(told));
        }
    }

    Packing(Plugins plugins, Mapping mapping, Deepening deepening) {
        this.plugins = plugins;
        this.mapping = mapping;
        this.deepening = deepening;
    }

    /** Puts what was read, and what the scope selects of carriers, into carriers. */
    Result pack(DependencyFetcher.Result read, List<Resource> selected) {
        Result packed = new Result(read, List.of(), Carriers.NONE);
        for (Packager<?> packager : plugins.packagers()) {
            packed = pack(packed, packager, selected);
        }
        return packed;
    }

    private <C extends Resource> Result pack(Result before, Packager<C> packager, List<Resource> ofScope) {
        DependencyFetcher.Result read = unpacked(before.read(), packager);
        Set<String> types = packager.carries().stream().map(ResourceType::name).collect(Collectors.toSet());
        List<Resource> selected = Stream.concat(
                        read.inventory().all().stream()
                                .filter(each -> types.contains(each.key().type()))
                                .filter(each -> read.considered().contains(each.key())),
                        ofScope.stream().filter(each -> each.key()
                                .type()
                                .equals(packager.carrier().name())))
                .toList();
        if (selected.isEmpty()) {
            return before;
        }
        Packed<C> packed = asked(packager, selected, read.inventory());
        DependencyFetcher.Result deep = fetched(read, packed.carriers());
        List<C> carriers = packed.carriers().stream()
                .map(each ->
                        deep.inventory().byId(packager.carrier(), each.id()).orElse(each))
                .toList();
        Set<ResourceKey> made = keys(
                packed.carriers(),
                each -> read.inventory().byId(packager.carrier(), each.id()).isEmpty());
        Carriers told = new Carriers(
                made, keys(carriers, packager::isOnlyTheWay), inSource(packager, carriers), packed.notChecked());
        return before.with(linked(deep, packager, carriers), packed.findings(), told);
    }

    private static <C extends Resource> Map<ResourceKey, Effect> inSource(Packager<C> packager, List<C> carriers) {
        Map<ResourceKey, Effect> effects = new LinkedHashMap<>();
        carriers.forEach(each -> effects.put(each.key(), Returned.by(packager, "inSource", packager.inSource(each))));
        return effects;
    }

    private static <C extends Resource> Set<ResourceKey> keys(List<C> carriers, Predicate<C> which) {
        return carriers.stream().filter(which).map(Resource::key).collect(Collectors.toSet());
    }

    private <C extends Resource> Packed<C> asked(Packager<C> packager, List<Resource> selected, Inventory source) {
        try {
            return Returned.by(packager, "pack", packager.pack(selected, source, mapping));
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new MigrationException(
                    "Nothing was read to its end because " + packager.getClass().getName() + ".pack threw " + e,
                    "Fix the packager, or leave its plugin out",
                    e);
        }
    }

    /** Without what an earlier packing, kept in a snapshot, has made: which carriers there are is decided again. */
    private DependencyFetcher.Result unpacked(DependencyFetcher.Result read, Packager<?> packager) {
        String type = packager.carrier().name();
        List<Item> items = read.inventory().all().stream()
                .map(Resource::item)
                .filter(item -> item.references().stream().anyMatch(to -> isPartOf(to, type)))
                .map(item -> item.withReferences(item.references().stream()
                        .filter(to -> !isPartOf(to, type))
                        .collect(Collectors.toSet())))
                .toList();
        return new DependencyFetcher.Result(read.inventory().with(items, plugins.types()), read.considered());
    }

    private static boolean isPartOf(Reference reference, String carrier) {
        return reference.kind() == Reference.Kind.PART_OF
                && reference.to().type().equals(carrier);
    }

    /** In full: those that the source lists. One that was made is complete, unless its packager marked it as listed only. */
    private <C extends Resource> DependencyFetcher.Result fetched(DependencyFetcher.Result read, List<C> carriers) {
        List<C> made = carriers.stream()
                .filter(each ->
                        read.inventory().byId(each.key().type(), each.id()).isEmpty())
                .toList();
        // A snapshot fetches nothing: there it stays as it was made.
        List<Item> items = made.stream().map(each -> Depth.fetched(each.item())).toList();
        Inventory all = read.inventory().with(items, plugins.types());
        List<Resource> shallow = carriers.stream()
                .filter(each -> Depth.isListed(each) || !made.contains(each))
                .<Resource>flatMap(each -> all.byId(each.key().type(), each.id()).stream())
                .toList();
        DependencyFetcher.Result with = new DependencyFetcher.Result(all, read.considered());
        return shallow.isEmpty() ? with : deepening.further(with, shallow);
    }

    private <C extends Resource> DependencyFetcher.Result linked(
            DependencyFetcher.Result read, Packager<C> packager, List<C> carriers) {
        Map<ResourceKey, Set<ResourceKey>> wholes = new LinkedHashMap<>();
        Map<ResourceKey, Set<ResourceKey>> companions = new LinkedHashMap<>();
        Set<ResourceKey> considered = new TreeSet<>(read.considered());
        for (C carrier : carriers) {
            considered.add(carrier.key());
            Returned.by(packager, "contents", packager.contents(carrier))
                    .forEach(content -> wholes.computeIfAbsent(content, key -> new TreeSet<>())
                            .add(carrier.key()));
            Returned.by(packager, "companions", packager.companions(carrier)).forEach(companion -> companions
                    .computeIfAbsent(companion, key -> new TreeSet<>())
                    .add(carrier.key()));
        }
        List<Resource> beyond = Stream.concat(wholes.keySet().stream(), companions.keySet().stream())
                .filter(key -> !considered.contains(key))
                .flatMap(key -> read.inventory().find(key).stream())
                .toList();
        DependencyFetcher.Result all =
                deepening.further(new DependencyFetcher.Result(read.inventory(), considered), beyond);
        Inventory inventory = all.inventory().with(linked(all.inventory(), wholes, companions), plugins.types());
        List<Item> waiting = waiting(inventory, all.considered(), wholes.keySet(), packager);
        return new DependencyFetcher.Result(inventory.with(waiting, plugins.types()), all.considered());
    }

    /** Who needs a content that a companion finishes needs the companion. */
    private static List<Item> waiting(
            Inventory read, Set<ResourceKey> considered, Set<ResourceKey> contents, Packager<?> packager) {
        List<Item> waiting = new ArrayList<>();
        for (ResourceKey key : considered) {
            Resource each =
                    read.find(key).filter(known -> !contents.contains(key)).orElse(null);
            if (each != null) {
                Reference[] more = each.references().stream()
                        .filter(to -> to.kind() == Reference.Kind.NEEDS)
                        .flatMap(to -> read.find(to.to()).stream())
                        .filter(to -> contents.contains(to.key()))
                        .flatMap(to -> Returned.by(packager, "finishedBy", packager.finishedBy(to.key())).stream())
                        .filter(companion -> !companion.equals(key) && considered.contains(companion))
                        .map(Reference::needs)
                        .toArray(Reference[]::new);
                if (more.length > 0) {
                    waiting.add(with(each.item(), more));
                }
            }
        }
        return waiting;
    }

    /** Contents are part of the first of their carriers; what goes beside carriers needs all of them. */
    private static List<Item> linked(
            Inventory read, Map<ResourceKey, Set<ResourceKey>> wholes, Map<ResourceKey, Set<ResourceKey>> companions) {
        List<Item> linked = new ArrayList<>();
        wholes.forEach((content, carrier) -> read.find(content)
                .ifPresent(part -> linked.add(
                        with(part.item(), Reference.partOf(carrier.iterator().next())))));
        companions.forEach((companion, carrier) -> read.find(companion)
                .ifPresent(beside -> linked.add(with(
                        beside.item(), carrier.stream().map(Reference::needs).toArray(Reference[]::new)))));
        return linked;
    }

    private static Item with(Item item, Reference... more) {
        Set<Reference> references = new HashSet<>(item.references());
        references.addAll(List.of(more));
        return item.withReferences(references);
    }
}
