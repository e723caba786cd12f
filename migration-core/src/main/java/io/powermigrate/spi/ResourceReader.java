package io.powermigrate.spi;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the resources of one type; enough for a type that only a person can make. Everything but {@link #list} and
 * {@link #fetch} is pure. Thread-safe: one reader serves both endpoints and many threads.
 *
 * @param <R> the type of resource
 */
public interface ResourceReader<R extends Resource> {

    /** What it reads. */
    ResourceType<R> type();

    /**
     * Lists every resource, shallow: one paged list. The stream is lazy, and the caller closes it.
     *
     * @throws io.powermigrate.error.MigrationException when the list cannot be read; the type is then UNREADABLE there
     */
    Stream<R> list(Endpoint endpoint);

    /** How much of the type a list of this endpoint shows, if it can be read. */
    default Coverage coverage(Endpoint endpoint) {
        return Coverage.complete();
    }

    /** The same resource with details, facts and artifacts; called only for what a plan is about. */
    default R fetch(R listed, Endpoint endpoint, Workspace workspace) {
        return listed;
    }

    /**
     * Resources of other types that this one names, with whatever it knows of them. They stand in for those that the
     * lists of the source do not show.
     */
    default List<Item> mentions(R fetched) {
        return List.of();
    }

    /** Which resource of the destination this one of the source is; by binding, then by a name that is unique. */
    default Match<R> match(R source, Inventory destination, Mapping mapping) {
        return Matching.byName(type(), source, destination, mapping);
    }

    /**
     * What a line of the mapping may call this resource together with others of its type, such as the kind that they are
     * of: one line for it settles all of them. Empty where {@link #match} takes no such name.
     */
    default Optional<String> sharedName(R resource) {
        return Optional.empty();
    }

    /** Where the destination does not hold what is wanted; empty means that it does. */
    default List<Difference> differences(R desired, R actual) {
        return desired.fingerprint().equals(actual.fingerprint())
                ? List.of()
                : List.of(new Difference(
                        "content",
                        desired.fingerprint().value().substring(0, 12),
                        actual.fingerprint().value().substring(0, 12)));
    }

    /**
     * Whether what the destination holds does for those who need this resource, although it differs, such as a table that
     * lacks a column: then nobody waits for it, and what only a person could change is not asked of anybody. No, unless said
     * otherwise. Not asked where nothing differs.
     */
    default boolean serves(R desired, R actual) {
        return false;
    }

    /**
     * Which of some lines of the mapping, all for texts or addresses, stand for something in a resource of the source. Those
     * that no resource has are told in the plan as settings that matched nothing. None unless said otherwise: who only reads
     * replaces nothing.
     */
    default Collection<Binding> met(R source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }
}
