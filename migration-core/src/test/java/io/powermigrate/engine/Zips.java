package io.powermigrate.engine;

import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packs parts into one zip, and unpacks it in a store. */
final class Zips implements Packager<Thing> {

    private static final String NAME = "parts.zip";

    static World installedIn(World world) {
        Zips zips = new Zips();
        world.readers.add(new ThingReader(Thing.PART, world));
        world.readers.add(new Unzipping(world));
        world.packagers.add(zips);
        for (ResourceType<Thing> type : List.of(Thing.PART, Thing.ZIP)) {
            world.rules.add(World.always(type, "RULE-" + type)
                    .migrates()
                    .because("it travels")
                    .remedy("Nothing"));
        }
        return world;
    }

    static Thing part(String id, String name) {
        return Thing.of(Thing.PART, id, name);
    }

    static final ResourceKey ZIP = Thing.ZIP.key(NAME);

    @Override
    public ResourceType<Thing> carrier() {
        return Thing.ZIP;
    }

    @Override
    public Set<ResourceType<?>> carries() {
        return Set.of(Thing.PART);
    }

    @Override
    public List<Thing> pack(List<? extends Resource> selected, Inventory source) {
        Map<String, Document> parts = new TreeMap<>();
        selected.forEach(each -> parts.put(each.key().name(), each.content()));
        return List.of(
                new Thing(Item.of(ZIP, NAME, NAME).withContent(Document.empty().with("parts", parts))));
    }

    @Override
    public Set<ResourceKey> contents(Thing carrier) {
        return carrier.content().at("parts").members().keySet().stream()
                .map(Thing.PART::key)
                .collect(Collectors.toSet());
    }

    /** Anyone who makes a zip makes its parts. */
    private static final class Unzipping extends ThingMigrator {

        Unzipping(World world) {
            super(Thing.ZIP, world);
        }

        @Override
        public String create(Thing desired, WriteContext context) {
            String made = super.create(desired, context);
            unzip(desired, context);
            return made;
        }

        @Override
        public String update(Thing desired, Thing actual, WriteContext context) {
            String updated = super.update(desired, actual, context);
            unzip(desired, context);
            return updated;
        }

        private static void unzip(Thing zip, WriteContext context) {
            zip.content().at("parts").members().forEach((name, content) -> store(context.destination())
                    .put(new Thing(
                            Item.of(Thing.PART.key(name), "there-" + name, name).withContent(content))));
        }
    }
}
