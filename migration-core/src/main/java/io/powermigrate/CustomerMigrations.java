package io.powermigrate;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.endpoint.NoSuchEnvironmentException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.run.EndpointOrSnapshot;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.report.Report;
import io.powermigrate.rollout.CustomerPlan;
import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.rollout.Target;
import io.powermigrate.spi.MigrationPlugin;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The migrations of a rollout: one reading of the source, then one migration a customer, each with a journal of its own. */
final class CustomerMigrations implements AutoCloseable {

    private final RolloutSetup setup;
    private final Map<String, Journal> inMemory = new ConcurrentHashMap<>();
    private final Map<Effect, EndpointOrSnapshot> exporting = new EnumMap<>(Effect.class);

    CustomerMigrations(RolloutSetup setup) {
        this.setup = setup;
    }

    /** The source in full, as it is now; what was given as a snapshot is not read. */
    Inventory source() {
        return setup.source().snapshot().orElseGet(() -> common(setup.source(), setup.source())
                .inventory());
    }

    /**
     * The source as it was read, and one view of it for all customers: what one has exported there serves all.
     *
     * @param most how far it may be changed
     */
    private synchronized EndpointOrSnapshot source(Inventory read, Effect most) {
        EndpointOrSnapshot known = exporting.get(most);
        if (known == null || known.snapshot().filter(same -> same == read).isEmpty()) {
            known = setup.source()
                    .endpoint()
                    .map(endpoint -> EndpointOrSnapshot.of(endpoint.limitedTo(most), read))
                    .orElseGet(() -> EndpointOrSnapshot.of(read));
            exporting.put(most, known);
        }
        return known;
    }

    /** The names of the types that the plugins can make. */
    Set<String> types() {
        Plugins plugins = new Plugins(setup.plugins());
        return plugins.types().stream()
                .map(ResourceType::name)
                .filter(type -> plugins.migrator(type).isPresent())
                .collect(Collectors.toSet());
    }

    CustomerPlan plan(Target target, Inventory source) {
        try (Endpoint endpoint = opened(target)) {
            List<String> layers = setup.overlays().layersOf(target);
            return CustomerPlan.of(target, layers, with(target, endpoint, source, Migration::plan));
        } catch (NoSuchEnvironmentException e) {
            return CustomerPlan.missing(target, e);
        }
    }

    /** One that is not there is made if the caller said how, and opened once more. */
    private Endpoint opened(Target target) {
        try {
            return target.open();
        } catch (NoSuchEnvironmentException e) {
            Consumer<Target> make = setup.makeMissing();
            if (make == null) {
                throw e;
            }
            make.accept(target);
            return target.open();
        }
    }

    Report execute(Target target, Inventory source, ApprovedPlan approved) {
        try (Endpoint endpoint = target.open()) {
            return with(target, endpoint, source, migration -> migration.execute(approved));
        }
    }

    private <R> R with(Target target, Endpoint endpoint, Inventory source, Function<Migration, R> work) {
        Path folder = setup.journals();
        if (folder == null) {
            Journal journal = inMemory.computeIfAbsent(target.name(), name -> Journal.inMemory());
            return with(target, endpoint, source, journal, work);
        }
        try (Journal journal = Journal.in(folder.resolve(RolloutPlan.fileName(target.name())))) {
            return with(target, endpoint, source, journal, work);
        }
    }

    private <R> R with(
            Target target, Endpoint endpoint, Inventory source, Journal journal, Function<Migration, R> work) {
        MigrationBuilder builder = common(source(source, Effect.EXPORT), EndpointOrSnapshot.of(endpoint))
                .mapping(setup.overlays().of(target))
                .journal(journal);
        setup.each().accept(builder, target);
        builder.from(most -> source(source, most));
        try (Migration migration = builder.build()) {
            return work.apply(migration);
        }
    }

    private MigrationBuilder common(EndpointOrSnapshot source, EndpointOrSnapshot destination) {
        return new MigrationBuilder(source, destination)
                .install(setup.plugins().toArray(MigrationPlugin[]::new))
                .scope(setup.scope())
                .mapping(setup.overlays().base())
                .workspace(setup.workspace())
                .time(setup.time());
    }

    @Override
    public void close() {
        if (setup.ownWorkspace()) {
            setup.workspace().close();
        }
    }
}
