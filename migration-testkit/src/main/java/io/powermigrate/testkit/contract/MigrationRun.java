package io.powermigrate.testkit.contract;

import io.powermigrate.Migration;
import io.powermigrate.UndoMigration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Event;
import io.powermigrate.report.MigrationListener;
import io.powermigrate.report.Report;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Runs between the two environments of one test; each goes on from the journal of the last. */
final class MigrationRun {

    private final TwoEnvironments environments;
    private final MigrationPlugin plugin;
    private final Scope scope;
    private final Workspace workspace;
    private Journal journal = Journal.inMemory();

    MigrationRun(TwoEnvironments environments, MigrationPlugin plugin, Scope scope, Workspace workspace) {
        this.environments = environments;
        this.plugin = plugin;
        this.scope = scope;
        this.workspace = workspace;
    }

    Journal journal() {
        return journal;
    }

    /** The next run knows nothing of those before. */
    void loseJournal() {
        journal = Journal.inMemory();
    }

    /** The default one, or the first that the plugin brings. */
    Migration migration(MigrationListener... listeners) {
        return migration(environments.destination(), listeners);
    }

    private Migration migration(Endpoint destination, MigrationListener... listeners) {
        var builder = Migration.from(environments.source())
                .to(destination)
                .install(plugin)
                .scope(scope)
                .mapping(environments.mapping())
                .workspace(workspace)
                .journal(journal)
                .time(time());
        Stream.of(listeners).forEach(builder::listener);
        return builder.build();
    }

    Plan plan() {
        return migration().plan();
    }

    Plan rehearse() {
        Migration migration = migration();
        return migration.rehearse(migration.plan());
    }

    Report run() {
        return run(() -> {});
    }

    /** Plans and executes where no more than this may be done in the destination. */
    Report runWithin(Effect ceiling) {
        return executed(migration(environments.destination().limitedTo(ceiling)));
    }

    /** Plans and executes; something happens when the first step begins. */
    Report run(Runnable atTheFirstStep) {
        AtomicBoolean begun = new AtomicBoolean();
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        Migration migration = migration(event -> {
            if (event.kind() == Event.Kind.STARTED && begun.compareAndSet(false, true)) {
                try {
                    atTheFirstStep.run();
                } catch (RuntimeException e) { // a migration passes over what its listeners throw
                    thrown.set(e);
                }
            }
        });
        Report report = executed(migration);
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return report;
    }

    /** Puts back what a run has overwritten. */
    Report undo(Report report) {
        return executed(UndoMigration.of(report, environments.destination(), workspace, plugin)
                .journal(journal)
                .time(time())
                .build());
    }

    private Time time() {
        return new Time(environments.clock(), environments.clock().sleeper());
    }

    private Report executed(Migration migration) {
        return migration.execute(migration
                .plan()
                .approve(Approval.by("a contract", environments.clock().instant())));
    }

    /** What the destination lists of some types. */
    List<Resource> inDestination(List<? extends ResourceType<?>> types) {
        Inventory inventory = Migration.from(environments.destination())
                .to(environments.source())
                .install(plugin)
                .workspace(workspace)
                .build()
                .inventory();
        return types.stream()
                .<Resource>flatMap(type -> inventory.all(type).stream())
                .toList();
    }

    /** How many requests of more than an effect have come to one side. */
    long above(Effect most, Endpoint side) {
        return Stream.of(Effect.values())
                .filter(effect -> effect.isAbove(most))
                .mapToLong(effect -> environments.requests(side, effect))
                .sum();
    }

    /** How many requests above READ have come to both sides. */
    long aboveRead() {
        return above(Effect.READ, environments.source()) + above(Effect.READ, environments.destination());
    }
}
