package io.powermigrate.engine;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Identity;
import io.powermigrate.model.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An environment in a map, with a record of what was asked of it. Thread-safe. */
final class Store implements AutoCloseable {

    private final String id;
    private final Map<String, Item> items = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, Supplier<RuntimeException>> faults = new ConcurrentHashMap<>();
    private Consumer<String> onRequest = request -> {};
    private int made;
    private volatile Document about;

    Store(String id) {
        this.id = id;
        this.about = Document.empty().with("host", id + ".example");
    }

    Endpoint endpoint() {
        return Endpoint.of(id, "the " + id, about, this);
    }

    /** Who is signed in from now on. */
    Store signedIn(Identity identity) {
        about = identity.into(about);
        return this;
    }

    synchronized Store put(Thing... things) {
        for (Thing each : things) {
            items.put(each.key().type() + "/" + each.id(), each.item());
        }
        return this;
    }

    synchronized void remove(Thing thing) {
        items.remove(thing.key().type() + "/" + thing.id());
    }

    /** What happens at each request, before it is answered. */
    void onRequest(Consumer<String> action) {
        this.onRequest = action;
    }

    /** Requests that begin with these words are refused. */
    void refuse(String words, String because) {
        fault(words, new MigrationException("\"" + words + "\" was refused because " + because, "Ask an admin"));
    }

    void fault(String words, RuntimeException with) {
        faults.put(words, () -> with);
    }

    /** Requests that begin with these words end in an error of the Java machine. */
    void shatter(String words, Error with) {
        faults.put(words, () -> {
            throw with;
        });
    }

    void heal() {
        faults.clear();
    }

    List<Item> list(Endpoint endpoint, String type) {
        ask(endpoint, Effect.READ, "list " + type);
        synchronized (this) {
            return items.values().stream()
                    .filter(item -> item.key().type().equals(type))
                    .map(item -> item.withContent(Document.empty())
                            .withReferences(Set.of())
                            .withSlots(List.of()))
                    .toList();
        }
    }

    Item fetch(Endpoint endpoint, Item listed) {
        ask(endpoint, Effect.READ, "fetch " + listed.key().type() + " " + listed.id());
        synchronized (this) {
            return Optional.ofNullable(items.get(listed.key().type() + "/" + listed.id()))
                    .orElse(listed);
        }
    }

    String create(Endpoint endpoint, Item item) {
        ask(endpoint, Effect.WRITE, "create " + item.key().type() + " " + item.displayName());
        synchronized (this) {
            String newId = id + "-" + ++made;
            items.put(
                    item.key().type() + "/" + newId,
                    new Item(
                            item.key().base(),
                            newId,
                            item.displayName(),
                            item.content(),
                            item.artifacts(),
                            Set.of(),
                            List.of()));
            return newId;
        }
    }

    void update(Endpoint endpoint, String itemId, Item item) {
        ask(endpoint, Effect.WRITE, "update " + item.key().type() + " " + item.displayName());
        synchronized (this) {
            items.computeIfPresent(item.key().type() + "/" + itemId, (key, old) -> old.withContent(item.content()));
        }
    }

    void ask(Endpoint endpoint, Effect effect, String what) {
        endpoint.require(effect, what);
        synchronized (this) {
            requests.add(effect + " " + what);
        }
        onRequest.accept(what);
        faults.forEach((words, fault) -> {
            if (what.startsWith(words)) {
                throw fault.get();
            }
        });
    }

    /** What was asked, in the order of asking, that begins with these words. */
    synchronized List<String> requests(String words) {
        return requests.stream().filter(request -> request.startsWith(words)).toList();
    }

    synchronized List<Item> items(String type) {
        return items.values().stream()
                .filter(item -> item.key().type().equals(type))
                .toList();
    }

    /** Shuffled: in which order a service lists does not matter. */
    synchronized int size() {
        return items.size();
    }

    @Override
    public void close() {}
}
