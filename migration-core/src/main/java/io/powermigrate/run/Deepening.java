package io.powermigrate.run;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.EngineFindings;
import io.powermigrate.plan.Plugins;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.Endpoint;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.spi.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a plan is about, and what that refers to, until nothing new turns up. What cannot be fetched becomes a
 * finding; the rest goes on.
 */
final class Deepening {

    /** Marks what no list showed, only a reference. */
    private static final String MENTIONED = "mentionedOnly";

    private final Plugins plugins;
    private final Workspace workspace;
    private final Parallel parallel;
    private final List<Trouble> troubles = new ArrayList<>();

    Deepening(Plugins plugins, Workspace workspace, Parallel parallel) {
        this.plugins = plugins;
        this.workspace = workspace;
        this.parallel = parallel;
    }

    private record Fetched(
            Resource resource,
            List<Item> mentions,
            @Nullable Trouble trouble) {}

    /** A resource that could not be fetched; by id, because its key may get a twin while fetching goes on. */
    record Trouble(String type, String id, String problem, String remedy) {

        static Trouble with(Resource resource, String problem, String remedy) {
            return new Trouble(resource.key().type(), resource.id(), problem, remedy);
        }
    }

    /** What a deep reading found. */
    record Result(Inventory inventory, Set<ResourceKey> considered, List<Finding> troubles) {}

    /** From the selected to all that they refer to; without an endpoint nothing is fetched. */
    Result follow(Inventory shallow, Collection<ResourceKey> selected, @Nullable Endpoint endpoint) {
        Inventory inventory = shallow;
        Set<String> seen = new HashSet<>();
        Collection<Resource> next = resources(inventory, selected);
        while (!next.isEmpty()) {
            next.forEach(each -> seen.add(each.key().type() + "/" + each.id()));
            List<Resource> now = List.copyOf(next);
            if (endpoint != null) {
                inventory = fetch(inventory, now, endpoint);
            }
            next = further(inventory, now, seen);
        }
        Set<ResourceKey> considered = new TreeSet<>();
        for (Resource each : inventory.all()) {
            if (seen.contains(each.key().type() + "/" + each.id())) {
                considered.add(each.key());
            }
        }
        return new Result(inventory, considered, findings(inventory));
    }

    /** Only these, without what they refer to. */
    Inventory fetchOnly(Inventory inventory, Collection<? extends Resource> some, Endpoint endpoint) {
        return fetch(inventory, List.copyOf(some), endpoint);
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    private Inventory fetch(Inventory inventory, List<Resource> some, Endpoint endpoint) {
        List<Fetched> fetched = parallel.map(
                some.stream().filter(each -> !each.content().flag(MENTIONED)).toList(),
                each -> fetchOne(plugins.readerOf(each), each, endpoint));
        Inventory deeper = inventory;
        Map<String, List<Resource>> byType = new TreeMap<>();
        for (Fetched each : fetched) {
            if (each.trouble() != null) {
                troubles.add(each.trouble());
            }
            byType.computeIfAbsent(each.resource().key().type(), type -> new ArrayList<>())
                    .add(each.resource());
        }
        for (Map.Entry<String, List<Resource>> entry : byType.entrySet()) {
            deeper = with(deeper, type(entry.getKey()), entry.getValue());
        }
        return withMentions(deeper, fetched);
    }

    private <R extends Resource> Fetched fetchOne(ResourceReader<R> reader, Resource listed, Endpoint endpoint) {
        R typed = reader.type().model().cast(listed);
        try {
            R resource = reader.fetch(typed, endpoint, workspace);
            return new Fetched(resource, reader.mentions(resource), null);
        } catch (MigrationException e) {
            return new Fetched(listed, List.of(), Trouble.with(listed, e.problem(), e.remedy()));
        } catch (RuntimeException e) {
            String problem = reader.getClass().getName() + " threw " + e;
            return new Fetched(listed, List.of(), Trouble.with(listed, problem, "Mend the reader"));
        }
    }

    private Inventory withMentions(Inventory inventory, List<Fetched> fetched) {
        Map<String, Item> unknown = new TreeMap<>();
        for (Fetched each : fetched) {
            for (Item item : each.mentions()) {
                if (inventory.byId(item.key().type(), item.id()).isEmpty()
                        && plugins.reader(item.key().type()).isPresent()) {
                    Document content = item.content().with(MENTIONED, true);
                    unknown.putIfAbsent(item.key().type() + "/" + item.id(), item.withContent(content));
                }
            }
        }
        Inventory more = inventory;
        for (Item item : unknown.values()) {
            ResourceType<?> type = type(item.key().type());
            more = with(more, type, List.of(type.of(item)));
        }
        return more;
    }

    private ResourceType<?> type(String name) {
        return plugins.reader(name).orElseThrow().type();
    }

    private static <R extends Resource> Inventory with(
            Inventory inventory, ResourceType<R> type, List<? extends Resource> some) {
        return inventory.with(type, some.stream().map(type.model()::cast).toList());
    }

    private static List<Resource> further(Inventory inventory, List<Resource> from, Set<String> seen) {
        Map<String, Resource> further = new TreeMap<>();
        for (Resource each : from) {
            Resource current = inventory.byId(each.key().type(), each.id()).orElse(each);
            for (Reference reference : current.references()) {
                inventory
                        .find(reference.to())
                        .filter(to -> !seen.contains(to.key().type() + "/" + to.id()))
                        .ifPresent(to -> further.put(to.key().type() + "/" + to.id(), to));
            }
        }
        return List.copyOf(further.values());
    }

    private static List<Resource> resources(Inventory inventory, Collection<ResourceKey> keys) {
        return keys.stream().flatMap(key -> inventory.find(key).stream()).toList();
    }

    private List<Finding> findings(Inventory inventory) {
        return troubles.stream()
                .flatMap(trouble -> inventory.byId(trouble.type(), trouble.id()).stream()
                        .map(of -> EngineFindings.unreadable(of.key(), trouble.problem(), trouble.remedy())))
                .toList();
    }
}
