package io.powermigrate.engine;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.Packed;
import io.powermigrate.spi.WriteContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Packs parts into one zip, and unpacks it in a store. */
final class Zips implements Packager<Thing> {

    private static final String NAME = "parts.zip";

    /** Parts that unpacking forgets. */
    final Set<String> forgotten = new HashSet<>();

    /** What unpacking tells. */
    final List<Finding> told = new ArrayList<>();

    /** What packing answers in place of one zip with all parts. */
    UnaryOperator<Packed<Thing>> answer = UnaryOperator.identity();

    /** What goes beside every zip. */
    final Set<ResourceKey> companions = new HashSet<>();

    /** What finishes each part. */
    final Map<ResourceKey, ResourceKey> finishing = new TreeMap<>();

    /** Whether zips need not stay. */
    boolean onlyTheWay;

    /** Parts that serve although they differ. */
    boolean serving;

    /** What making a zip does to the source. */
    Effect inSource = Effect.EXPORT;

    static World installedIn(World world) {
        return new Zips().in(world);
    }

    World in(World world) {
        Zips zips = this;
        world.readers.add(new ThingReader(Thing.PART, world) {
            @Override
            public boolean serves(Thing desired, Thing actual) {
                return serving;
            }
        });
        world.readers.add(new Unzipping(world, this));
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
    public Packed<Thing> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
        Map<String, Document> parts = new TreeMap<>();
        selected.stream()
                .filter(each -> each.key().type().equals(Thing.PART.name()))
                .forEach(each -> parts.put(each.key().name(), each.content()));
        return answer.apply(Packed.of(List.of(zip(NAME, parts))));
    }

    static Thing zip(String name, Map<String, Document> parts) {
        return new Thing(Item.of(Thing.ZIP.key(name), name, name)
                .withContent(Document.empty().with("parts", parts)));
    }

    @Override
    public boolean isOnlyTheWay(Thing carrier) {
        return onlyTheWay;
    }

    @Override
    public Effect inSource(Thing carrier) {
        return inSource;
    }

    @Override
    public Set<ResourceKey> companions(Thing carrier) {
        return companions;
    }

    @Override
    public Optional<ResourceKey> finishedBy(ResourceKey content) {
        return Optional.ofNullable(finishing.get(content));
    }

    @Override
    public Set<ResourceKey> contents(Thing carrier) {
        return carrier.content().at("parts").members().keySet().stream()
                .map(Thing.PART::key)
                .collect(Collectors.toSet());
    }

    /** Anyone who makes a zip makes its parts. */
    private static final class Unzipping extends ThingMigrator {

        private final Zips zips;

        Unzipping(World world, Zips zips) {
            super(Thing.ZIP, world);
            this.zips = zips;
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

        private void unzip(Thing zip, WriteContext context) {
            zips.told.forEach(context::found);
            zip.content().at("parts").members().forEach((name, content) -> {
                if (!zips.forgotten.contains(name)) {
                    store(context.destination())
                            .put(new Thing(Item.of(Thing.PART.key(name), "there-" + name, name)
                                    .withContent(content)));
                }
            });
        }
    }
}
