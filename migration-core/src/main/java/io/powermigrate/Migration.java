package io.powermigrate;

import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.run.EndpointOrSnapshot;
import io.powermigrate.internal.run.EnvironmentReader;
import io.powermigrate.internal.run.Execution;
import io.powermigrate.internal.run.Planning;
import io.powermigrate.internal.run.Present;
import io.powermigrate.internal.run.Rehearsal;
import io.powermigrate.internal.run.Remainder;
import io.powermigrate.internal.run.RunContext;
import io.powermigrate.internal.run.Sides;
import io.powermigrate.internal.run.Stop;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Inventories;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import io.powermigrate.rollout.Target;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves resources from one environment to another one: reads both, plans, and executes what was approved. It may be used
 * again and again, and from several threads; of two executions at once the second one is refused. Close it when it is no
 * longer used.
 *
 * <pre>{@code
 * try (Migration migration = Migration.from(source).to(target).install(plugin).build()) {
 *     Plan plan = migration.plan();
 *     System.out.println(plan.toText());
 *     Report report = migration.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
 * }
 * }</pre>
 */
public final class Migration implements AutoCloseable {

    private final EndpointOrSnapshot source;
    private final EndpointOrSnapshot destination;
    private final Mapping mapping;
    private final RunContext context;
    private final @Nullable Workspace own;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<Stop> running = new AtomicReference<>();

    /** @param own the workspace that ends with the migration; null where it is the caller's */
    Migration(
            EndpointOrSnapshot source,
            EndpointOrSnapshot destination,
            Mapping mapping,
            RunContext context,
            @Nullable Workspace own) {
        this.source = source;
        this.destination = destination;
        this.mapping = mapping;
        this.context = context;
        this.own = own;
    }

    /**
     * Starts with the environment that resources come from.
     *
     * @param source an open endpoint; it stays the caller's, who closes it after the migration
     */
    public static From from(Endpoint source) {
        return new From(EndpointOrSnapshot.of(source));
    }

    /**
     * Starts with a snapshot of the environment that resources come from.
     *
     * @param source what {@link From#inventory(Workspace, MigrationPlugin...)} or {@link #read} gave, perhaps on another day;
     *     the migration needs the workspace of that day, too
     */
    public static From from(Inventory source) {
        return new From(EndpointOrSnapshot.of(source));
    }

    /** A migration that has a source and no destination yet. */
    public static final class From {

        private final EndpointOrSnapshot source;

        private From(EndpointOrSnapshot source) {
            this.source = source;
        }

        /**
         * Reads the source in full, without a destination: every list, and the details and artifacts of every resource. A
         * plan can be made of it later, offline.
         *
         * <pre>{@code
         * Inventory snapshot = Migration.from(source).inventory(Workspace.at(folder), plugin);
         * Files.writeString(file, snapshot.toJson());
         * }</pre>
         *
         * @param workspace where artifacts go; a plan that is made of the snapshot needs it again
         * @param plugins the types to read; at least one
         * @throws MigrationException when no plugin is given or two read the same type
         */
        public Inventory inventory(Workspace workspace, MigrationPlugin... plugins) {
            return inventory(Scope.everything(), workspace, plugins);
        }

        /**
         * As {@link #inventory(Workspace, MigrationPlugin...)}, but details and artifacts are read of some resources only.
         *
         * @param scope which ones; all others are listed, and no plan can be made of them
         */
        public Inventory inventory(Scope scope, Workspace workspace, MigrationPlugin... plugins) {
            return new MigrationBuilder(source, source)
                    .install(plugins)
                    .scope(scope)
                    .workspace(workspace)
                    .inventory();
        }

        /**
         * Goes on with the environment that resources go to.
         *
         * @param destination an open endpoint; it stays the caller's, who closes it after the migration
         */
        public MigrationBuilder to(Endpoint destination) {
            return new MigrationBuilder(source, EndpointOrSnapshot.of(destination));
        }

        /** Goes on with the environments of many customers; the source is read once for all of them. */
        public RolloutBuilder toEach(List<Target> targets) {
            return new RolloutBuilder(source, List.copyOf(targets));
        }

        /** Goes on with a snapshot of the destination; enough to assess and to plan. */
        public MigrationBuilder to(Inventory destination) {
            return new MigrationBuilder(source, EndpointOrSnapshot.of(destination));
        }
    }

    /**
     * What the source holds: every list, every page, but no details. A list that cannot be read is part of the inventory,
     * as its {@linkplain Inventory#coverage() coverage}. No plan can be made of this inventory; {@link #read} and {@link
     * From#inventory(Workspace, MigrationPlugin...)} read deeper.
     */
    public Inventory inventory() {
        requireOpen("read");
        return new EnvironmentReader(context).list(source);
    }

    /**
     * Both environments, as deep as a plan needs them. Each inventory can be saved ({@link Inventory#toJson()}), and a plan
     * can be made of the two offline.
     */
    public Inventories read() {
        Reading reading = reading();
        return new Inventories(reading.source().without(reading.carriers().made()), reading.destination());
    }

    private Reading reading() {
        requireOpen("read");
        return new EnvironmentReader(context).read(source, destination, mapping);
    }

    /** What the rules say of each resource of the source; reads both environments, and changes neither. */
    public Assessment assess() {
        return new Planning(context).assess(reading());
    }

    /** What an execution would do, and what it cannot; reads both environments, and changes neither. */
    public Plan plan() {
        return new Planning(context).plan(reading());
    }

    /**
     * Tries a plan without starting anything: brings what it writes to a scratch place of the destination, which expires
     * and which nothing live reads. The plan that comes back has what the service said as findings; a step that failed
     * is BLOCKED in it, and who needs it is HELD. A step that waits for another one of the plan is not tried.
     *
     * @throws io.powermigrate.plan.StalePlanException when source or destination has changed
     * @throws MigrationException when the plan is for another environment, or the destination is a snapshot
     */
    public Plan rehearse(Plan plan) {
        Endpoint target = target("rehearsed");
        plan.requireFor(target.id(), "rehearsed");
        Reading reading = new Remainder(context, plan, List.of())
                .present(this::reading, new Stop())
                .reading();
        Sides sides = new Sides(origin(), target.limitedTo(Effect.STAGE));
        List<Finding> found = new Rehearsal(context, reading, plan, sides).found();
        return new Planning(context).plan(reading.rehearsed(found));
    }

    /**
     * Does what was approved. It reads both environments again first, and refuses to begin where they have changed. Once a
     * step has begun, whatever goes wrong with it stands in the report, also an {@link Error}; {@link Report#orThrow} makes
     * an exception of it. An interrupt of this thread, or {@link #cancel}, stops the run: no further step begins, running
     * steps end before their next request, requests in flight are waited for, and the report comes back.
     *
     * <p>An approval is used up when its execution runs to its end. One that was stopped, or whose process ended, can be continued
     * with the same approval and journal: what it has finished stays, and what it had not begun is done. What it left half done
     * makes the plan stale, as does anything that the journal does not explain: then plan and approve again. The report is about
     * what this execution did; what earlier ones did stands in the journal.
     *
     * <p>Only one execution at a time changes a destination, as far as this process and its journal know. They do not know of
     * somebody on another machine, with another journal or none. So the destination is read once more right before anything
     * is made: only what somebody else makes between that reading and the next request can come twice.
     *
     * @throws io.powermigrate.journal.JournalHeldException when another execution is under way; nothing was written
     * @throws io.powermigrate.plan.StalePlanException when source or destination has changed; nothing was written
     * @throws MigrationException when the plan is for another environment, its approvals are not what {@link
     *     MigrationBuilder#approvals} wants, have ended or were used before, or the destination is a snapshot
     */
    public Report execute(ApprovedPlan approved) {
        Endpoint target = target("executed");
        Instant now = context.time().now();
        approved.requireFor(target.id(), context.approvals(), now);
        String by = approved.approvals().stream().map(Approval::by).collect(Collectors.joining(", "));
        try (Journal.Claim claim = context.journal()
                .claim(new io.powermigrate.journal.Execution(approved.id(), target.id(), target.name(), by, now))) {
            Stop stop = new Stop();
            running.set(stop);
            Present present = new Remainder(context, approved.plan(), claim.earlier()).present(this::reading, stop);
            claim.begin();
            Sides sides = new Sides(origin(), target.limitedTo(Effect.WRITE));
            Execution execution = new Execution(context, present.reading(), present.plan(), sides, stop);
            return execution.run(approved, claim);
        }
    }

    /**
     * Stops the execution that is under way, if one is; see {@link #execute}. While it still reads both environments, the
     * reading goes on, and then no step begins. Returns at once; may be called from any thread.
     */
    public void cancel() {
        Stop execution = running.get();
        if (execution != null) {
            execution.stop();
        }
    }

    private Optional<Endpoint> origin() { // as far as the caller allows it to be changed
        Effect most = context.options().inSource();
        return source.endpoint().map(each -> each.ceiling().isAbove(most) ? each.limitedTo(most) : each);
    }

    /**
     * Deletes the temporary workspace that was made because none was given. What the caller gave stays: endpoints stay
     * open, a workspace stays as it is. Close it when nothing of it runs any more; then it refuses to be used. Closing it
     * again does nothing.
     */
    @Override
    public void close() {
        if (!closed.getAndSet(true) && own != null) {
            own.close();
        }
    }

    private void requireOpen(String what) {
        if (closed.get()) {
            throw new MigrationException(
                    "The migration from " + source.name() + " to " + destination.name() + " was not " + what
                            + " because it is closed",
                    "Build another one");
        }
    }

    private Endpoint target(String what) {
        requireOpen(what);
        return destination
                .endpoint()
                .orElseThrow(() -> new MigrationException(
                        "The plan was not " + what + " because " + destination.name()
                                + " is a snapshot, not an environment",
                        "Build the migration with an endpoint as its destination"));
    }

    /** In one line: from where to where, by which rules, and about what. */
    @Override
    public String toString() {
        return Shown.message("Migration from " + source.name() + " to " + destination.name() + ", rules "
                + context.tools().options().rules().name() + ", scope "
                + context.tools().options().scope());
    }
}
