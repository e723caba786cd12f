package io.powermigrate.engine;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Reads things of one type from stores. */
class ThingReader implements ResourceReader<Thing> {

    private final ResourceType<Thing> type;
    private final World world;

    ThingReader(ResourceType<Thing> type, World world) {
        this.type = type;
        this.world = world;
    }

    static Store store(Endpoint endpoint) {
        return endpoint.connection(Store.class);
    }

    @Override
    public ResourceType<Thing> type() {
        return type;
    }

    @Override
    public Stream<Thing> list(Endpoint endpoint) {
        List<Item> items = new ArrayList<>(store(endpoint).list(endpoint, type.name()));
        Collections.shuffle(items, new Random(world.shuffleSeed));
        return items.stream().map(Thing::new);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return world.coverage.getOrDefault(endpoint.id() + " " + type.name(), Coverage.complete());
    }

    @Override
    public Thing fetch(Thing listed, Endpoint endpoint, Workspace workspace) {
        return new Thing(store(endpoint).fetch(endpoint, listed.item()));
    }

    @Override
    public List<Item> mentions(Thing fetched) {
        return world.mentions.getOrDefault(fetched.id(), List.of());
    }
}
