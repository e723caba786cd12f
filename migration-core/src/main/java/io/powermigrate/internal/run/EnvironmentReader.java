package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.plan.Matches;
import io.powermigrate.internal.plan.NamedLines;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads source and destination as deep as a plan needs; changes neither. */
public final class EnvironmentReader {

    private final RunContext context;
    private final Plugins plugins;

    /** A reader with its context. */
    public EnvironmentReader(RunContext context) {
        this.context = context;
        this.plugins = context.plugins();
    }

    /** Every list of one environment, every page; nothing deeper. */
    public Inventory list(EndpointOrSnapshot side) {
        return reading((parallel, stop) -> lists(List.of(side), parallel).get(0));
    }

    /** One environment: every list, and what the scope selects with what that refers to in full. */
    public Inventory fetch(EndpointOrSnapshot side, Mapping own) {
        return reading((parallel, stop) -> {
            context.events().phase("Listing " + side.name());
            Inventory listed = lists(List.of(side), parallel).get(0);
            stop.requireNotStopped();
            context.events().phase("Fetching what the scope selects from " + side.name());
            Packing.Result deep = deepen(listed, side, own, parallel);
            return deep.read().inventory().without(deep.carriers().made());
        });
    }

    /** Both environments: what the scope selects, what that refers to, and the counterparts. */
    public Reading read(EndpointOrSnapshot source, EndpointOrSnapshot destination, Mapping own) {
        return reading((parallel, stop) -> {
            context.events().phase("Listing " + source.name() + " and " + destination.name());
            List<Inventory> lists = lists(List.of(source, destination), parallel);
            stop.requireNotStopped();
            context.events().phase("Fetching what the plan is about from " + source.name());
            Packing.Result packed = deepen(lists.get(0), source, own, parallel);
            stop.requireNotStopped();
            context.events().phase("Fetching counterparts from " + destination.name());
            Recorded recorded = new Recorded(context, source.id(), lists.get(1));
            Mapping mapping = new NamedLines(packed.read().inventory(), lists.get(1)).in(own.over(recorded.arrivals()));
            Reading reading = counterparts(packed, lists.get(1), destination, mapping, parallel);
            return reading.with(recorded.findings(reading));
        });
    }

    private interface Work<R> {
        R in(Parallel parallel, Stop stop);
    }

    /** An interrupt ends a reading: what was not read is no answer. */
    private <R> R reading(Work<R> work) {
        Stop stop = new Stop();
        try (Parallel parallel = new Parallel(context, stop)) {
            R read = work.in(parallel, stop);
            stop.requireNotStopped();
            return read;
        } finally {
            stop.restoreInterrupt();
        }
    }

    private List<Inventory> lists(List<EndpointOrSnapshot> sides, Parallel parallel) {
        List<Endpoint> endpoints = sides.stream()
                .flatMap(side -> side.toBeRead().stream())
                .map(endpoint -> endpoint.limitedTo(Effect.READ))
                .toList();
        List<Inventory> read = new ArrayList<>(new ResourceLister(parallel).read(endpoints, plugins.readers()));
        return sides.stream()
                .map(side -> side.snapshot().orElseGet(() -> read.remove(0)))
                .toList();
    }

    private Packing.Result deepen(Inventory shallow, EndpointOrSnapshot source, Mapping own, Parallel parallel) {
        Scope scope = context.options().scope();
        List<Resource> selected = shallow.all().stream().filter(scope::selects).toList();
        List<Resource> directly = selected.stream()
                .filter(each -> !plugins.carries(each.key().type()))
                .toList();
        Endpoint endpoint =
                source.toBeRead().map(each -> each.limitedTo(Effect.EXPORT)).orElse(null);
        DependencyFetcher deepening = deepening(parallel);
        Packing.Result packed = new Packing(plugins, own, (read, more) -> deepening.further(read, more, endpoint))
                .pack(deepening.follow(shallow, directly, endpoint), selected);
        if (endpoint == null) {
            SnapshotDepth.require(shallow, considered(packed.read()));
        }
        return packed;
    }

    private static List<Resource> considered(DependencyFetcher.Result deep) {
        return deep.considered().stream()
                .flatMap(key -> deep.inventory().find(key).stream())
                .toList();
    }

    private DependencyFetcher deepening(Parallel parallel) {
        return new DependencyFetcher(plugins, context.workspace(), parallel);
    }

    private Reading counterparts(
            Packing.Result packed, Inventory destination, EndpointOrSnapshot side, Mapping mapping, Parallel parallel) {
        DependencyFetcher.Result origin = packed.read();
        List<FurtherDetails.Pair> pairs = pairs(origin, destination, mapping);
        List<Resource> wanted =
                pairs.stream().map(FurtherDetails.Pair::counterpart).toList();
        if (side.toBeRead().isEmpty()) {
            SnapshotDepth.require(destination, wanted);
        }
        Inventory deeper = side.toBeRead()
                .map(endpoint -> endpoint.limitedTo(Effect.READ))
                .map(endpoint -> new FurtherDetails(plugins, parallel, endpoint)
                        .in(deepening(parallel).fetchOnly(destination, wanted, endpoint), pairs))
                .orElse(destination);
        return new Reading(
                origin.inventory(),
                deeper,
                mapping,
                origin.considered(),
                packed.findings(),
                List.of(),
                packed.carriers());
    }

    /** Each counterpart once. */
    private List<FurtherDetails.Pair> pairs(DependencyFetcher.Result origin, Inventory destination, Mapping mapping) {
        Matches matches = new Matches(plugins, origin.inventory(), destination, mapping);
        Map<ResourceKey, FurtherDetails.Pair> pairs = new TreeMap<>();
        for (ResourceKey key : origin.considered()) {
            origin.inventory().find(key).ifPresent(source -> matches.counterpart(key)
                    .ifPresent(held -> pairs.putIfAbsent(held.key(), new FurtherDetails.Pair(source, held))));
        }
        return List.copyOf(pairs.values());
    }
}
