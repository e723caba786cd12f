package io.powermigrate.engine;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Slot;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.List;

/** Makes things of one type in stores. */
class ThingMigrator extends ThingReader implements Migrator<Thing> {

    private final World world;

    ThingMigrator(ResourceType<Thing> type, World world) {
        super(type, world);
        this.world = world;
    }

    @Override
    public Thing adapt(Thing source, Bindings bindings, Workspace workspace) {
        Document content = source.content();
        for (Slot slot : source.slots()) {
            String value = bindings.of(slot).map(bound -> bound.value()).orElse(slot.value());
            content = content.with("places", content.at("places").with(slot.value(), value));
        }
        return new Thing(source.item().withContent(content));
    }

    @Override
    public List<Finding> stage(Thing desired, WriteContext context) {
        store(context.destination()).ask(context.destination(), Effect.STAGE, "stage " + desired.displayName());
        return world.staged.getOrDefault(desired.displayName(), List.of());
    }

    @Override
    public void unstage(Thing desired, WriteContext context) {
        store(context.destination()).ask(context.destination(), Effect.STAGE, "unstage " + desired.displayName());
    }

    @Override
    public String create(Thing desired, WriteContext context) {
        return store(context.destination()).create(context.destination(), desired.item());
    }

    @Override
    public String update(Thing desired, Thing actual, WriteContext context) {
        store(context.destination()).update(context.destination(), actual.id(), desired.item());
        return actual.id();
    }

    @Override
    public List<Finding> prove(Thing desired, Thing actual, WriteContext context) {
        return world.proofs.getOrDefault(desired.displayName(), List.of());
    }
}
