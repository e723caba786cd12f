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
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the resources of one type. That is enough for a type that only a person can make: plans then say what to make, and
 * find it when it is made. Only {@link #list}, {@link #coverage} and {@link #fetch} ask the environment; the other methods are
 * pure. No method returns null. Thread-safe: one reader serves both endpoints and many threads.
 *
 * <pre>{@code
 * class Notes implements ResourceReader<Note> {
 *     public ResourceType<Note> type() { return Note.TYPE; }
 *     public Stream<Note> list(Endpoint endpoint) {
 *         return endpoint.connection(Notebook.class).titles().map(title -> new Note(Item.of(Note.TYPE.key(title), title, title)));
 *     }
 * }
 * }</pre>
 *
 * @param <R> the type of resource
 */
public interface ResourceReader<R extends Resource> {

    /** The type that it reads; the same at every call. */
    ResourceType<R> type();

    /**
     * Lists every resource of the environment with its key, id and name; details are for {@link #fetch}. The stream asks for
     * a page when it is needed, and the caller closes it.
     *
     * @param endpoint the source or the destination, with a ceiling of READ or EXPORT
     * @return a stream of resources that differ in their ids, all of this type; empty where there is none
     * @throws io.powermigrate.error.MigrationException when the list cannot be read; the type is then UNREADABLE there
     */
    Stream<R> list(Endpoint endpoint);

    /** How much of the type a list of this endpoint shows, if it can be read; everything unless said otherwise. */
    default Coverage coverage(Endpoint endpoint) {
        return Coverage.complete();
    }

    /**
     * The same resource with details, facts and artifacts; called only for what a plan is about.
     *
     * @param listed what {@link #list} gave
     * @param workspace where its artifacts go
     * @return a resource with the same key and id; what was listed unless said otherwise
     */
    default R fetch(R listed, Endpoint endpoint, Workspace workspace) {
        return listed;
    }

    /**
     * Told before several are fetched, one by one and by many threads, so that a reader can ask for all of them with one
     * request, and keep the answer in a client of the endpoint until {@link #fetch} takes it. Does nothing unless said
     * otherwise. What it throws is not told: {@link #fetch} asks again for what it does not find, and throws by itself.
     *
     * @param listed what {@link #list} gave, more than one
     */
    default void prepareFetch(Collection<? extends R> listed, Endpoint endpoint) {}

    /**
     * A counterpart with what only matters for what is wanted of it, such as what would keep it from being changed. Asked while a
     * plan is made, after both sides were fetched; the counterpart as it is unless said otherwise.
     *
     * @param counterpart of the destination, as {@link #fetch} gave it
     * @param wanted the resource of the source, as {@link #fetch} gave it
     * @param destination what was read of the destination
     * @param endpoint the destination, with a ceiling of READ
     * @return a resource with the same key, id and fingerprint: what is told in addition is no change of it
     * @throws io.powermigrate.error.MigrationException when it cannot be read; the counterpart then counts as one that could not be
     */
    default R fetchFurther(R counterpart, R wanted, Inventory destination, Endpoint endpoint) {
        return counterpart;
    }

    /**
     * Resources of other types that this one names, with what it knows of them. Where the lists of the source do not show such
     * a resource, it stands on the list of what must be recreated; empty unless said otherwise.
     */
    default List<Item> mentions(R fetched) {
        return List.of();
    }

    /**
     * Which resource of the destination this one of the source is. Unless said otherwise a line of the mapping decides, then
     * what an earlier run made of it, then a name that is unique in both environments.
     */
    default Match<R> match(R source, Inventory destination, Mapping mapping) {
        return Matching.byName(type(), source, destination, mapping);
    }

    /**
     * A name by which a line of the mapping binds this resource together with others of its type, such as their kind: one line
     * settles all of them. Empty where {@link #match} takes no such name, and unless said otherwise.
     */
    default Optional<String> sharedName(R resource) {
        return Optional.empty();
    }

    /** What people call the {@link #sharedName}, such as the title of their kind; the name itself unless said otherwise. */
    default Optional<String> sharedTitle(R resource, Inventory source) {
        return sharedName(resource);
    }

    /**
     * The page where people see and make resources of the type, as an https address; plans link to it. None unless said otherwise.
     *
     * @param environment what was read of it; {@link Inventory#about} tells where its pages are
     */
    default Optional<URI> page(Inventory environment) {
        return Optional.empty();
    }

    /**
     * Where the destination does not hold what is wanted; empty where it does, and nothing is written then. Unless said
     * otherwise two resources differ where their content does.
     */
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
     * Which of these lines of the mapping would replace something in a resource of the source. The plan names the lines that
     * replace nothing in any resource. None unless said otherwise, because a reader replaces nothing.
     *
     * @param lines lines for texts and addresses only
     */
    default Collection<Binding> met(R source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }
}
