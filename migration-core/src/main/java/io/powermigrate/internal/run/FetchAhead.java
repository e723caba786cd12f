package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.text.Log;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tells readers what will be fetched, type by type, so that they can ask for all of it with one request. */
final class FetchAhead {

    private static final Log LOG = Log.of(FetchAhead.class);

    private final Plugins plugins;
    private final Parallel parallel;

    FetchAhead(Plugins plugins, Parallel parallel) {
        this.plugins = plugins;
        this.parallel = parallel;
    }

    void of(Collection<? extends Resource> listed, Endpoint endpoint) {
        List<List<Resource>> several = new ArrayList<>(listed.stream()
                .collect(Collectors.groupingBy(each -> each.key().type(), Collectors.<Resource>toList()))
                .values());
        several.removeIf(ofOneType -> ofOneType.size() < 2);
        parallel.settle(several, ofOneType -> {
            prepare(plugins.readerOf(ofOneType.get(0)), ofOneType, endpoint);
            return true;
        });
    }

    /** What fails here fails again where it is fetched, and is told there. */
    private static <R extends Resource> void prepare(
            ResourceReader<R> reader, List<Resource> listed, Endpoint endpoint) {
        List<R> typed = listed.stream()
                .map(each -> reader.type().of(Depth.fetched(each.item())))
                .toList();
        try {
            reader.prepareFetch(typed, endpoint);
        } catch (RuntimeException | Error e) {
            LOG.trace("{} could not prepare {} fetches: {}", reader.type(), typed.size(), e);
        }
    }
}
