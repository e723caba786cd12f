package io.powermigrate.engine;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.spi.Matching;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads links with a definition each; the first word of the name is the kind, and a line may name all of one kind. */
final class FetchedLinks extends ThingReader {

    private FetchedLinks(World world) {
        super(Thing.LINK, world);
    }

    /** The world with this reader of links. */
    static void in(World world) {
        world.readers.removeIf(reader -> reader.type().equals(Thing.LINK));
        world.readers.add(new FetchedLinks(world));
    }

    @Override
    public Thing fetch(Thing listed, Endpoint endpoint, Workspace workspace) {
        byte[] bytes = ("definition of " + listed.id()).getBytes(StandardCharsets.UTF_8);
        return new Thing(super.fetch(listed, endpoint, workspace)
                .item()
                .withArtifacts(List.of(
                        workspace.put(listed.displayName() + ".json", "a/b", new ByteArrayInputStream(bytes)))));
    }

    @Override
    public Match<Thing> match(Thing source, Inventory destination, Mapping mapping) {
        return Matching.byBinding(Thing.LINK, source, destination, mapping, kind(source))
                .orElseGet(() -> byKind(source, destination));
    }

    private static Match<Thing> byKind(Thing source, Inventory destination) {
        List<Thing> same = destination.all(Thing.LINK).stream()
                .filter(each -> kind(each).equals(kind(source)))
                .toList();
        return same.isEmpty()
                ? Match.absent("there is none of its kind")
                : Match.ambiguous(same, same.size() + " are of its kind");
    }

    @Override
    public Optional<String> sharedName(Thing thing) {
        return Optional.of(kind(thing));
    }

    private static String kind(Thing thing) {
        return thing.displayName().split(" ")[0];
    }
}
