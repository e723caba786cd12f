package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Returned;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** ResourceLister every type of an environment, in parallel; a list that cannot be read leaves the others alone. */
final class ResourceLister {

    private final Parallel parallel;

    ResourceLister(Parallel parallel) {
        this.parallel = parallel;
    }

    private record Listed<R extends Resource>(ResourceReader<R> reader, Coverage coverage, List<R> resources) {

        void addTo(InventoryBuilder builder) {
            builder.coverage(reader.type().name(), coverage).add(reader.type(), resources);
        }
    }

    List<Inventory> read(List<Endpoint> endpoints, Collection<ResourceReader<?>> readers) {
        List<Work<?>> works = new ArrayList<>();
        endpoints.forEach(endpoint -> readers.forEach(reader -> works.add(new Work<>(endpoint, reader))));
        List<? extends Listed<?>> all = listed(works);
        List<Inventory> inventories = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            InventoryBuilder builder = Inventory.of(endpoint.id(), endpoint.name(), endpoint.about());
            for (int i = 0; i < works.size(); i++) {
                if (works.get(i).endpoint() == endpoint) {
                    all.get(i).addTo(builder);
                }
            }
            inventories.add(builder.build());
        }
        return inventories;
    }

    private List<Listed<?>> listed(List<Work<?>> works) {
        List<Listed<?>> all = new ArrayList<>();
        List<Ended<Listed<?>>> ended = parallel.settle(works, Work::list);
        for (int i = 0; i < works.size(); i++) {
            Work<?> work = works.get(i);
            all.add(ended.get(i).orElse(how -> work.notListed(parallel.problem(how))));
        }
        return all;
    }

    private record Work<R extends Resource>(Endpoint endpoint, ResourceReader<R> reader) {
        Listed<R> list() {
            return ResourceLister.list(reader, endpoint);
        }

        Listed<R> notListed(MigrationException why) {
            return new Listed<>(reader, Coverage.unreadable(why.problem(), why.remedy()), List.of());
        }
    }

    /** What has details says that they were not read yet. */
    private static <R extends Resource> List<R> marked(ResourceReader<R> reader, List<R> listed) {
        return Plugins.fetches(reader)
                ? listed.stream()
                        .map(each -> reader.type().of(Depth.listed(each.item())))
                        .toList()
                : listed;
    }

    private static <R extends Resource> Listed<R> list(ResourceReader<R> reader, Endpoint endpoint) {
        try (Stream<R> stream = reader.list(endpoint)) {
            List<R> listed = Returned.list(reader, stream);
            return new Listed<>(
                    reader, Returned.by(reader, "coverage", reader.coverage(endpoint)), marked(reader, listed));
        } catch (MigrationException e) {
            return new Listed<>(reader, Coverage.unreadable(e.problem(), e.remedy()), List.of());
        } catch (RuntimeException | Error e) {
            String problem = "the reader " + reader.getClass().getName() + " threw " + e;
            return new Listed<>(reader, Coverage.unreadable(problem, "Fix the reader's list method"), List.of());
        }
    }
}
