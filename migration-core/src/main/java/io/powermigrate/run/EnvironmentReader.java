package io.powermigrate.run;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.EngineFindings;
import io.powermigrate.plan.Matches;
import io.powermigrate.plan.Plugins;
import io.powermigrate.plan.Reading;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.Effect;
import io.powermigrate.spi.Endpoint;
import io.powermigrate.spi.Packager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads source and destination as deep as a plan needs; changes neither. */
public final class EnvironmentReader {

    private final Setup setup;
    private final Plugins plugins;

    /** A reader with its setup. */
    public EnvironmentReader(Setup setup) {
        this.setup = setup;
        this.plugins = setup.tools().plugins();
    }

    /** Every list of one environment, every page; nothing deeper. */
    public Inventory list(Side side) {
        try (Parallel parallel = new Parallel(setup.parallelism())) {
            return lists(List.of(side), parallel).get(0);
        }
    }

    /** Both environments: what the scope selects, what that refers to, and the counterparts. */
    public Reading read(Side source, Side destination, Mapping own) {
        try (Parallel parallel = new Parallel(setup.parallelism())) {
            setup.events().phase("Listing " + source.name() + " and " + destination.name());
            List<Inventory> lists = lists(List.of(source, destination), parallel);
            setup.events().phase("Fetching what the plan is about from " + source.name());
            Deepening.Result origin = deepen(lists.get(0), source, parallel);
            Mapping mapping = own.over(arrivals(source, lists.get(1)));
            setup.events().phase("Fetching counterparts from " + destination.name());
            return counterparts(origin, lists.get(1), destination, mapping, parallel);
        }
    }

    private List<Inventory> lists(List<Side> sides, Parallel parallel) {
        List<Endpoint> endpoints = sides.stream()
                .flatMap(side -> side.endpoint().stream())
                .map(endpoint -> endpoint.limitedTo(Effect.READ))
                .toList();
        List<Inventory> read = new ArrayList<>(new Lists(parallel).read(endpoints, plugins.readers()));
        return sides.stream()
                .map(side -> side.snapshot().orElseGet(() -> read.remove(0)))
                .toList();
    }

    private Deepening.Result deepen(Inventory shallow, Side source, Parallel parallel) {
        Scope scope = setup.tools().options().scope();
        List<ResourceKey> selected =
                shallow.all().stream().filter(scope::selects).map(Resource::key).toList();
        Deepening deepening = new Deepening(plugins, setup.tools().workspace(), parallel);
        Optional<Endpoint> endpoint = source.endpoint().map(each -> each.limitedTo(Effect.EXPORT));
        return packed(deepening.follow(shallow, selected, endpoint.orElse(null)));
    }

    private Deepening.Result packed(Deepening.Result result) {
        Deepening.Result packed = result;
        for (Packager<?> packager : plugins.packagers()) {
            packed = packed(packed, packager);
        }
        return packed;
    }

    private static <C extends Resource> Deepening.Result packed(Deepening.Result result, Packager<C> packager) {
        Set<String> types = new HashSet<>();
        packager.carries().forEach(type -> types.add(type.name()));
        List<Resource> carried = result.inventory().all().stream()
                .filter(each ->
                        types.contains(each.key().type()) && result.considered().contains(each.key()))
                .toList();
        if (carried.isEmpty()) {
            return result;
        }
        Inventory inventory = result.inventory();
        Set<ResourceKey> considered = new TreeSet<>(result.considered());
        for (C carrier : packager.pack(carried, inventory)) {
            inventory = inventory.with(packager.carrier(), List.of(carrier));
            considered.add(carrier.key());
            for (ResourceKey content : packager.contents(carrier)) {
                inventory = partOf(inventory, packager, content, carrier.key());
            }
        }
        return new Deepening.Result(inventory, considered, result.troubles());
    }

    private static Inventory partOf(Inventory inventory, Packager<?> packager, ResourceKey key, ResourceKey carrier) {
        ResourceType<?> type = packager.carries().stream()
                .filter(each -> each.name().equals(key.type()))
                .findFirst()
                .orElseThrow();
        return inventory
                .find(key)
                .map(each -> with(inventory, type, each, carrier))
                .orElse(inventory);
    }

    private static <R extends Resource> Inventory with(
            Inventory inventory, ResourceType<R> type, Resource resource, ResourceKey carrier) {
        Set<Reference> references = new HashSet<>(resource.references());
        references.add(Reference.partOf(carrier));
        return inventory.with(type, List.of(type.of(resource.item().withReferences(references))));
    }

    private Mapping arrivals(Side source, Inventory destination) {
        return setup.journal().arrivals(source.id(), destination.id(), line -> destination
                .byId(line.type().name(), line.to())
                .isPresent());
    }

    private Reading counterparts(
            Deepening.Result origin, Inventory destination, Side side, Mapping mapping, Parallel parallel) {
        if (side.endpoint().isEmpty()) {
            return new Reading(origin.inventory(), destination, mapping, origin.considered(), origin.troubles());
        }
        Matches matches = new Matches(plugins, origin.inventory(), destination, mapping);
        Map<String, ResourceKey> sources = new TreeMap<>();
        Map<String, Resource> wanted = new TreeMap<>();
        for (ResourceKey key : origin.considered()) {
            matches.counterpart(key).ifPresent(counterpart -> {
                wanted.put(counterpart.key().type() + "/" + counterpart.id(), counterpart);
                sources.put(counterpart.key().type() + "/" + counterpart.id(), key);
            });
        }
        Deepening deepening = new Deepening(plugins, setup.tools().workspace(), parallel);
        Inventory deeper = deepening.fetchOnly(
                destination, wanted.values(), side.endpoint().get().limitedTo(Effect.READ));
        List<Finding> troubles = new ArrayList<>(origin.troubles());
        for (Deepening.Trouble trouble : deepening.troubles()) {
            ResourceKey key = sources.get(trouble.type() + "/" + trouble.id());
            if (key != null) {
                troubles.add(EngineFindings.unreadable(key, "its counterpart: " + trouble.problem(), trouble.remedy()));
            }
        }
        return new Reading(origin.inventory(), deeper, mapping, origin.considered(), troubles);
    }
}
