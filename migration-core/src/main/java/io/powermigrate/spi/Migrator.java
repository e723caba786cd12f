package io.powermigrate.spi;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Resource;
import io.powermigrate.rule.Finding;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;

/**
 * Makes resources of one type in a destination. Every step may be repeated: it looks at what is there and goes on from
 * it. Whatever must not be started twice goes through {@link WriteContext#run}.
 *
 * @param <R> the type of resource
 */
public interface Migrator<R extends Resource> extends ResourceReader<R> {

    /** The resource as the destination should hold it. Deterministic, offline, repeatable. */
    default R adapt(R source, Bindings bindings, Workspace workspace) {
        return source;
    }

    /** As for a reader; all unless said otherwise, because what {@link #adapt} replaces is not known: then none is told. */
    @Override
    default Collection<Binding> met(R source, Collection<Binding> lines, Workspace workspace) {
        return lines;
    }

    /**
     * Places that would not work in the destination, from facts only. Asked while a plan is made, and again right before
     * the step writes. A finding of BLOCK blocks the step; one that says that something must be recreated holds it; others
     * are only to be known. Pure.
     */
    default List<Finding> check(R source, CheckContext context) {
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

    /** Makes it; returns its id in the destination. */
    String create(R desired, WriteContext context);

    /** Brings what is there up to what is wanted; returns its id, which stays the same. */
    String update(R desired, R actual, WriteContext context);

    /** Proves beyond reading back that it works; a finding above WARN fails the step. */
    default List<Finding> prove(R desired, R actual, WriteContext context) {
        return List.of();
    }
}
