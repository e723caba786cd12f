package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Mapping;
import io.powermigrate.testkit.FakeClock;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;

/**
 * A source that can be filled and an empty destination, for one test of a contract. What they cannot do (a folder is never
 * throttled) keeps its default: the tests that ask for it are skipped and say so, never passed.
 */
public interface TwoEnvironments extends AutoCloseable {

    /** Where resources come from. */
    Endpoint source();

    /** Where they go; it holds none of those that {@link #make} makes, and whatever else they need. */
    Endpoint destination();

    /** By which everybody here waits. */
    FakeClock clock();

    /** Makes one in the source, with a name that no other has; returns its id there. */
    String make();

    /**
     * How many requests of exactly this effect have come to one of the two, refused ones too. Where there are no requests,
     * as in a folder: how many changes were made, as {@link Effect#WRITE}.
     */
    long requests(Endpoint side, Effect effect);

    /** The lines that a person has written for everything made until now; none, unless a resource needs some. */
    default Mapping mapping() {
        return Mapping.none();
    }

    /** Changes one of the source so that an update has something to do. */
    default void change(String id) {
        unable("change a resource of the source");
    }

    /** From now on the destination refuses to be changed; it still lets itself be read. */
    default void refuseWrites() {
        unable("refuse writes");
    }

    /** The end of {@link #refuseWrites}. */
    default void allowWrites() {
        unable("allow writes again");
    }

    /** The next request is answered with "too many requests, come back in a few seconds". */
    default void throttleNextRequest() {
        unable("throttle a request");
    }

    /** The next write takes effect in the destination, and nobody hears of it. */
    default void loseNextAnswer() {
        unable("lose an answer");
    }

    /** Somebody else makes one in the destination, with the name of the one that {@link #make} made last. */
    default void makeInDestination() {
        unable("make one in the destination");
    }

    /** Somebody changes in the destination what has arrived of a resource of the source. */
    default void changeInDestination(String id) {
        unable("change a resource of the destination");
    }

    /** How many uploads lie in the scratch place of the destination; empty where that cannot be told. */
    default OptionalInt staged() {
        return OptionalInt.empty();
    }

    /** How many pages, cursors or handles of lists are open in the source; empty where that cannot be told. */
    default OptionalInt openPages() {
        return OptionalInt.empty();
    }

    /** A secret that stands in everything that {@link #make} makes; empty where there is no place for one. */
    default Optional<String> secret() {
        return Optional.empty();
    }

    /** Closes both endpoints and whatever stands behind them; may be called twice. */
    @Override
    void close();

    private static void unable(String what) {
        Assumptions.abort("not tested: these environments cannot " + what);
    }
}
