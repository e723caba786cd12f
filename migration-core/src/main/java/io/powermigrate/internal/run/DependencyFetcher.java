package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Returned;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a plan is about, and what that refers to, until nothing new turns up. What cannot be fetched is marked;
 * the rest goes on.
 */
final class DependencyFetcher {

    private final Plugins plugins;
    private final Workspace workspace;
    private final Parallel parallel;

    DependencyFetcher(Plugins plugins, Workspace workspace, Parallel parallel) {
        this.plugins = plugins;
        this.workspace = workspace;
        this.parallel = parallel;
    }

    private record Fetched(Item item, List<Item> mentions) {}

    /** What a deep reading found. */
    record Result(Inventory inventory, Set<ResourceKey> considered) {}

    /** From the selected to all that they refer to; without an endpoint nothing is fetched. */
    Result follow(Inventory shallow, Collection<Resource> selected, @Nullable Endpoint endpoint) {
        return further(new Result(shallow, Set.of()), selected, endpoint);
    }

    /** Goes on from what was read before, which is not read again. */
    Result further(Result read, Collection<? extends Resource> more, @Nullable Endpoint endpoint) {
        Inventory inventory = read.inventory();
        Set<String> seen = new HashSet<>();
        read.considered().forEach(key -> read.inventory().find(key).ifPresent(each -> seen.add(id(each))));
        Collection<? extends Resource> next = more;
        while (!next.isEmpty()) {
            next.forEach(each -> seen.add(id(each)));
            List<Resource> now = List.copyOf(next);
            if (endpoint != null) {
                inventory = fetch(inventory, now, endpoint);
            }
            next = referred(inventory, now, seen);
        }
        Set<ResourceKey> considered = new TreeSet<>();
        for (Resource each : inventory.all()) {
            if (seen.contains(id(each))) {
                considered.add(each.key());
            }
        }
        return new Result(inventory, considered);
    }

    /** The inventory with these fetched; what they mention is not there unless a list shows it. */
    Inventory fetchOnly(Inventory inventory, Collection<? extends Resource> some, Endpoint endpoint) {
        List<Item> items = fetchAll(some, endpoint).stream().map(Fetched::item).toList();
        return inventory.with(items, plugins.types());
    }

    /** The inventory with these fetched, and what they mention. */
    private Inventory fetch(Inventory inventory, Collection<? extends Resource> some, Endpoint endpoint) {
        Map<String, Item> items = new TreeMap<>();
        List<Fetched> fetched = fetchAll(some, endpoint);
        fetched.forEach(each -> items.put(id(each.item()), each.item()));
        for (Fetched each : fetched) {
            each.mentions().stream()
                    .filter(item -> plugins.reader(item.key().type()).isPresent())
                    .filter(item -> inventory.byId(item.key().type(), item.id()).isEmpty())
                    .forEach(item -> items.putIfAbsent(id(item), Depth.mentioned(item)));
        }
        return inventory.with(items.values(), plugins.types());
    }

    private List<Fetched> fetchAll(Collection<? extends Resource> some, Endpoint endpoint) {
        List<? extends Resource> listed =
                some.stream().filter(each -> !Depth.isMentioned(each)).toList();
        new FetchAhead(plugins, parallel).of(listed, endpoint);
        List<Ended<Fetched>> ended = parallel.settle(listed, each -> fetchOne(plugins.readerOf(each), each, endpoint));
        List<Fetched> fetched = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            Item item = listed.get(i).item();
            fetched.add(ended.get(i).orElse(how -> unread(item, parallel.problem(how))));
        }
        return fetched;
    }

    private <R extends Resource> Fetched fetchOne(ResourceReader<R> reader, Resource listed, Endpoint endpoint) {
        try {
            R one = reader.type().of(Depth.fetched(listed.item())); // the mark is ours, no reader meets it
            R resource = Returned.by(reader, "fetch", reader.fetch(one, endpoint, workspace));
            return new Fetched(resource.item(), Returned.by(reader, "mentions", reader.mentions(resource)));
        } catch (MigrationException e) {
            return unread(listed.item(), e);
        } catch (RuntimeException | Error e) {
            String problem = reader.getClass().getName() + " threw " + e;
            return unread(listed.item(), new MigrationException(problem, "Fix the reader's fetch method"));
        }
    }

    private static Fetched unread(Item listed, MigrationException why) {
        return new Fetched(Depth.unreadable(listed, why.problem(), why.remedy()), List.of());
    }

    /** Carriers are not followed: which of them travel is for their packager to say. */
    private List<Resource> referred(Inventory inventory, List<Resource> from, Set<String> seen) {
        Map<String, Resource> further = new TreeMap<>();
        for (Resource each : from) {
            Resource current = inventory.byId(each.key().type(), each.id()).orElse(each);
            for (Reference reference : current.references()) {
                inventory
                        .find(reference.to())
                        .filter(to -> !seen.contains(id(to)))
                        .filter(to -> !plugins.carries(to.key().type()))
                        .ifPresent(to -> further.put(id(to), to));
            }
        }
        return new ArrayList<>(further.values());
    }

    private static String id(Resource resource) {
        return id(resource.item());
    }

    private static String id(Item item) {
        return item.key().type() + "/" + item.id().toLowerCase(Locale.ROOT);
    }
}
