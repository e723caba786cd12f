package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Returned;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks readers for what only matters of a counterpart because of what is wanted of it. What cannot be asked is marked. */
final class FurtherDetails {

    private final Plugins plugins;
    private final Parallel parallel;
    private final Endpoint endpoint;

    FurtherDetails(Plugins plugins, Parallel parallel, Endpoint endpoint) {
        this.plugins = plugins;
        this.parallel = parallel;
        this.endpoint = endpoint;
    }

    /** A resource of the source, and the one of the destination that it is. */
    record Pair(Resource wanted, Resource counterpart) {}

    /** The destination with the counterparts as their readers now tell them. */
    Inventory in(Inventory destination, List<Pair> pairs) {
        List<Pair> fetched = pairs.stream()
                .filter(pair -> pair.wanted().isFetched())
                .flatMap(pair -> current(pair, destination).stream())
                .toList();
        List<Ended<Item>> ended =
                parallel.settle(fetched, pair -> asked(plugins.readerOf(pair.wanted()), pair, destination));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            Item counterpart = fetched.get(i).counterpart().item();
            items.add(ended.get(i).orElse(how -> unread(counterpart, parallel.problem(how))));
        }
        return destination.with(items, plugins.types());
    }

    /** The counterpart as it was fetched after the pair was made. */
    private static Optional<Pair> current(Pair pair, Inventory destination) {
        Resource listed = pair.counterpart();
        return destination
                .byId(listed.key().type(), listed.id())
                .filter(Resource::isFetched)
                .map(fetched -> new Pair(pair.wanted(), fetched));
    }

    private <R extends Resource> Item asked(ResourceReader<R> reader, Pair pair, Inventory destination) {
        R counterpart = reader.type().model().cast(pair.counterpart());
        R wanted = reader.type().model().cast(pair.wanted());
        try {
            R further = Returned.by(
                    reader, "fetchFurther", reader.fetchFurther(counterpart, wanted, destination, endpoint));
            return Returned.asFetched(reader, counterpart, further).item();
        } catch (MigrationException e) {
            return unread(counterpart.item(), e);
        } catch (RuntimeException | Error e) {
            String problem = reader.getClass().getName() + " threw " + e;
            return unread(counterpart.item(), new MigrationException(problem, "Fix the reader's fetchFurther method"));
        }
    }

    private static Item unread(Item counterpart, MigrationException why) {
        return Depth.unreadable(counterpart, why.problem(), why.remedy());
    }
}
