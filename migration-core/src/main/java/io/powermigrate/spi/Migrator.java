package io.powermigrate.spi;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Resource;
import io.powermigrate.rule.Finding;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes resources of one type in a destination. Every method may be called again after a failure: it looks at what is there
 * and goes on from that. What must not be started twice goes through {@link WriteContext#run}. No method returns null.
 * Thread-safe, as a reader.
 *
 * <p>The destination is an endpoint with a ceiling of what may be done to it. The library's own transport holds each request
 * against it; requests of another client are held against it by nobody. So a migrator with a client of its own asks before
 * each request that changes something:
 *
 * <pre>{@code
 * context.destination().require(Effect.WRITE, "rename " + desired.key());   // throws where no write is allowed
 * client.rename(actual.id(), desired.displayName());
 * }</pre>
 *
 * <p>{@code MigratorContract} of the testkit is a test of all that to inherit.
 *
 * @param <R> the type of resource
 */
public interface Migrator<R extends Resource> extends ResourceReader<R> {

    /**
     * The resource as the destination should hold it: the same bytes for the same arguments, without a request.
     *
     * @param source the resource as it was fetched
     * @param bindings what every slot of it gets, and the ids that other resources have in the destination
     * @param workspace where its artifacts are, and where changed ones go
     */
    default R adapt(R source, Bindings bindings, Workspace workspace) {
        return source;
    }

    /** As for a reader. All lines unless said otherwise, because what {@link #adapt} replaces is not known. */
    @Override
    default Collection<Binding> met(R source, Collection<Binding> lines, Workspace workspace) {
        return lines;
    }

    /**
     * Places that would not work in the destination, from facts only. Asked while a plan is made, and again right before
     * the step writes. A finding of BLOCK blocks the step; one that says that something must be recreated holds it until that
     * is made; others are notes. Pure; empty where everything works.
     */
    default List<Finding> check(R source, CheckContext context) {
        return List.of();
    }

    /**
     * What lists and details of the destination do not show of one that it holds as wanted, such as whether it is published. Told in
     * the plan where no run of the journal has brought it to its end. Where the journal shows an operation of it open, the step
     * is an update although nothing differs, so that {@link #update} takes that operation up.
     *
     * @return WARN each; empty where lists and details show everything
     */
    default List<Finding> unseen(R desired, R actual) {
        return List.of();
    }

    /**
     * Brings what is needed to a scratch place that nothing live reads, and tells what the service says of it. A rehearsal
     * does no more. An execution stages every carrier of a {@link Packager} before it writes anything, and anything else
     * right before its own write. A finding above WARN refuses the step; one of a carrier refuses the whole execution,
     * whatever resource it names.
     */
    default List<Finding> stage(R desired, WriteContext context) {
        return List.of();
    }

    /** Takes away what {@link #stage} brought, because the step is not run. What is left behind must do no harm. */
    default void unstage(R desired, WriteContext context) {}

    /**
     * Makes the resource in the destination.
     *
     * @param desired what {@link #adapt} gave
     * @return its id in the destination, which the lists there show sooner or later
     * @throws RuntimeException when it was not made; the step is then FAILED, and who needs the resource does not run
     */
    String create(R desired, WriteContext context);

    /**
     * Changes the resource in the destination to what is wanted.
     *
     * @param desired what {@link #adapt} gave
     * @param actual what the destination holds now, read right before
     * @return its id, which stays the same
     * @throws RuntimeException when it was not changed; the step is then FAILED
     */
    String update(R desired, R actual, WriteContext context);

    /**
     * What a person does to take an update back where {@link #update} cannot write again what the destination holds now, because it is no
     * part of the content, as a secret, or is never written, as a switch that is only ever turned on. Where it can, {@code UndoMigration}
     * puts it back. Asked right before the update. Empty where it can, and unless said otherwise.
     *
     * @param held what the destination holds before the update
     */
    default Optional<String> takenBackByHand(R held) {
        return Optional.empty();
    }

    /**
     * Proves that it works, beyond reading it back, such as by starting it. Asked after the step has written and was verified.
     * A finding above WARN fails the step; empty where it works.
     */
    default List<Finding> prove(R desired, R actual, WriteContext context) {
        return List.of();
    }
}
