package io.powermigrate.testkit.contract;

import static io.powermigrate.testkit.contract.Promise.require;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What a reader promises, of the resources of the source. */
final class Reading<R extends Resource> {

    private final ResourceReader<R> reader;
    private final TwoEnvironments environments;
    private final Workspace workspace;

    Reading(ResourceReader<R> reader, TwoEnvironments environments, Workspace workspace) {
        this.reader = reader;
        this.environments = environments;
        this.workspace = workspace;
    }

    List<R> list() {
        try (Stream<R> listed = reader.list(environments.source().limitedTo(Effect.READ))) {
            return listed.toList();
        }
    }

    List<R> fetchAll() {
        Endpoint source = environments.source().limitedTo(Effect.EXPORT);
        return list().stream()
                .map(listed -> reader.fetch(listed, source, workspace))
                .toList();
    }

    void everyKeyOnce() {
        List<String> made = make(3);
        Set<String> ids = new HashSet<>();
        Set<ResourceKey> keys = new HashSet<>();
        for (R each : list()) {
            require(ids.add(each.id()), () -> "the list gives the id " + each.id() + " twice. Give each id once");
            require(keys.add(each.key()), () -> "the list gives " + each.key() + " twice. Take the key from the name");
            assertEquals(reader.type().name(), each.key().type(), "the type in the key of " + each.key());
            R fetched = reader.fetch(each, environments.source().limitedTo(Effect.EXPORT), workspace);
            assertEquals(each.key(), fetched.key(), "the key after fetching. Keep the key that the list gave");
            assertEquals(each.id(), fetched.id(), "the id after fetching. Keep the id that the list gave");
        }
        made.forEach(id -> require(
                ids.contains(id),
                () -> "the list does not give the id " + id + ". Give every resource, of every page"));
    }

    void stable() {
        make(2);
        List<Item> first = fetchAll().stream().map(Resource::item).toList();
        List<Item> second = fetchAll().stream().map(Resource::item).toList();
        for (Item item : first) {
            Item again = second.stream()
                    .filter(other -> other.id().equals(item.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    text(item),
                    text(again),
                    () -> item.key() + ". Leave out of the content what the service makes again at each request");
        }
    }

    void readsOnly() {
        make(2);
        fetchAll();
        for (Effect effect : Effect.values()) {
            if (effect.isAbove(Effect.READ)) {
                assertEquals(
                        0,
                        environments.requests(environments.source(), effect),
                        () -> "listing and fetching sent " + effect + ". Read only");
            }
        }
    }

    void throttlingWaitedOut() {
        List<String> made = make(2);
        Duration before = environments.clock().waited();
        environments.throttleNextRequest();
        List<String> ids = list().stream().map(Resource::id).toList();
        require(ids.containsAll(made), () -> "the list gives " + ids + " only. Wait, then ask again");
        require(
                !environments.clock().waited().equals(before),
                "nobody waited. Wait as long as the service says before asking again");
    }

    void noSecret() {
        make(1);
        String secret = environments.secret().orElse("");
        Assumptions.assumeFalse(secret.isEmpty(), "not tested: there is no place for a secret");
        for (R each : fetchAll()) {
            require(
                    !text(each.item()).contains(secret),
                    () -> "the item of " + each.key() + " holds it. Take it out in list and fetch");
        }
    }

    /** The resources of the source stand for those of a destination, too. */
    void sharedNamesBind() {
        make(2);
        List<R> all = fetchAll();
        Inventory there = Inventory.of("there", "There", Document.empty())
                .add(reader.type(), all)
                .build();
        for (R each : all) {
            reader.sharedName(each).ifPresent(name -> all.stream()
                    .filter(other ->
                            reader.sharedName(other).filter(name::equals).isPresent())
                    .forEach(other -> bindsTo(each, other, name, there)));
        }
    }

    private void bindsTo(R each, R other, String name, Inventory there) {
        Mapping line = Mapping.of(Binding.of(reader.type(), name, other.id()));
        require(
                reader.match(each, there, line)
                        .found()
                        .filter(found -> found.id().equals(other.id()))
                        .isPresent(),
                () -> each.key() + " has the shared name " + name
                        + ", but a line for it does not bind it. Give the name to"
                        + " Matching.byBinding, or no sharedName");
    }

    void closedPages() {
        make(3);
        long before = reads();
        list();
        long whole = reads() - before;
        boolean canTell = environments.openPages().isPresent();
        Assumptions.assumeTrue(
                canTell || whole > 1, "not tested: a list is one page here, and nobody can tell if it is open");
        long start = reads();
        Stream<R> listed = reader.list(environments.source().limitedTo(Effect.READ));
        listed.iterator().next();
        long asked = reads() - start;
        listed.close();
        assertEquals(
                0,
                environments.openPages().orElse(0),
                "pages that are open after the stream was closed. Close them with Stream.onClose");
        require(
                whole <= 1 || asked < whole,
                () -> "for the first resource all " + whole + " requests of the list were sent. Make the stream lazy");
    }

    private long reads() {
        return environments.requests(environments.source(), Effect.READ);
    }

    private List<String> make(int count) {
        return IntStream.range(0, count).mapToObj(index -> environments.make()).toList();
    }

    private static String text(Item item) {
        return Document.of(item).canonical();
    }
}
