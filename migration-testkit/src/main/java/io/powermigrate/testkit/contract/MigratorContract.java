package io.powermigrate.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Migrator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a migrator promises, on top of what a reader does. Inherit it, say which migrator and between which environments.
 *
 * @param <R> what it moves
 */
@SuppressWarnings("NullAway.Init") // kept before each test
public abstract class MigratorContract<R extends Resource> extends ReaderContract<R> {

    private Migrator<R> migrator;

    /** For a test class to inherit. */
    protected MigratorContract() {}

    @Override
    protected abstract Migrator<R> subject();

    /** What is installed: the migrator alone and a rule that lets everything travel, unless said otherwise. */
    protected MigrationPlugin plugin() {
        return new SingleReaderPlugin<>(migrator);
    }

    @BeforeEach
    void keepMigrator() {
        migrator = subject();
    }

    @Override
    Migrator<R> reader() {
        return migrator;
    }

    private MigrationPromises promises() {
        return new MigrationPromises(runs(), environments(), List.of(migrator.type()));
    }

    private MigrationRun runs() {
        Scope scope = Scope.of(migrator.type()).withDependencies();
        return new MigrationRun(environments(), plugin(), scope, workspace());
    }

    @Test
    void planning_sends_nothing_above_read() {
        Promise.PLANNING_READS_ONLY.holds(promises()::planningReadsOnly);
    }

    @Test
    void a_migrated_resource_has_no_differences_and_a_second_plan_is_empty() {
        Promise.SECOND_PLAN_EMPTY.holds(promises()::secondPlanEmpty);
    }

    @Test
    void a_change_of_the_source_is_brought_into_the_same_resource() {
        Promise.CHANGE_ARRIVES.holds(promises()::changeArrives);
    }

    @Test
    void an_update_is_taken_back_or_a_person_is_told_what_to_do() {
        Promise.UPDATE_TAKEN_BACK.holds(new UndoPromise(runs(), environments())::updateTakenBack);
    }

    @Test
    void a_refused_write_is_reported_and_can_be_repeated() {
        Promise.REFUSAL_REPORTED.holds(promises()::refusalReported);
    }

    @Test
    void nothing_is_written_where_the_endpoint_allows_no_write() {
        Promise.CEILING_KEPT.holds(promises()::ceilingKept);
    }

    @Test
    void the_source_sees_nothing_above_export() {
        Promise.SOURCE_UNTOUCHED.holds(promises()::sourceUntouched);
    }

    @Test
    void a_429_is_waited_out_while_writing() {
        Promise.THROTTLING_WAITED_OUT.holds(promises()::throttlingWaitedOut);
    }

    @Test
    void a_lost_answer_makes_no_duplicate() {
        Promise.NO_DUPLICATE.holds(promises()::lostAnswer);
    }

    @Test
    void a_run_that_knows_nothing_of_the_last_makes_no_duplicate() {
        Promise.NO_DUPLICATE.holds(promises()::lostJournal);
    }

    @Test
    void what_somebody_makes_meanwhile_is_not_made_a_second_time() {
        Promise.MADE_MEANWHILE.holds(promises()::madeMeanwhile);
    }

    @Test
    void plan_report_and_journal_hold_no_secret() {
        Promise.NO_SECRET.holds(promises()::noSecret);
    }

    @Test
    void adapt_is_pure() {
        Promise.PURE_ADAPT.holds(this::adaptIsPure);
    }

    private void adaptIsPure() {
        environments().make();
        Inventory read = Inventory.of("source", "source", Document.empty())
                .add(migrator.type(), reading().fetchAll())
                .build();
        Inventory loaded = Inventory.fromJson(read.toJson(), List.of(migrator.type()));
        String first = adapted(read);
        assertEquals(first, adapted(read), "what adapt gives the second time. Make it of its arguments only");
        assertEquals(first, adapted(loaded), "what adapt gives for a snapshot. Keep no state outside the item");
        environments().close();
        assertEquals(first, adapted(loaded), "what adapt gives offline. Make it of its arguments only");
    }

    private String adapted(Inventory inventory) {
        R source = inventory.all(migrator.type()).get(0);
        return Document.of(migrator.adapt(source, EverythingBound.INSTANCE, workspace())
                        .item())
                .canonical();
    }

    /** Binds every place to a value that is made of it. */
    private enum EverythingBound implements Bindings {
        INSTANCE;

        @Override
        public Optional<Bound> of(Slot slot) {
            return Optional.of(new Bound("bound-" + slot.value(), "a contract"));
        }

        @Override
        public List<Binding> all(SlotType type) {
            return List.of(Binding.of(type.name(), "a text of the source", "a text of the destination"));
        }

        @Override
        public Optional<String> destinationId(ResourceKey key) {
            return Optional.of("id-of-" + key.name());
        }
    }
}
