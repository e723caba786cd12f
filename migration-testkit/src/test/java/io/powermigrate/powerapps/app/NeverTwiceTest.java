package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.journal.HaltingStore;
import io.powermigrate.journal.Journal;
import io.powermigrate.journal.JournalHeldException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.Hold;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.testkit.msapp.AppDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The five ways in which an app came twice, each as a test. A new process is a new journal on the same folder here;
 * processes that are really killed: {@code docs/kills.md}.
 */
@Tag("long")
class NeverTwiceTest {

    private static final Dialects LATER = Dialects.standard().with(Dialect.IMPORT_SHOWS, "later, Running until then");

    @TempDir
    Path folder;

    /** The third line of a run of one app is the INTENT of its import, the fourth one tells that it has started. */
    @ParameterizedTest
    @ValueSource(strings = {"before 4", "after 4"})
    void a_run_that_was_killed_while_its_import_did_not_show_yet_does_not_import_again(String killed) {
        try (Crossing world = new Crossing(LATER)) {
            world.expenses();
            try (Journal dying = Journal.on(HaltingStore.failing(folder, killed))) {
                assertThat(outcome(world, dying).state()).isEqualTo(Outcome.State.FAILED);
            }
            assertThat(world.prod.apps()).isEmpty();
            assertThat(world.fake.service().importsUnderWay()).isEqualTo(1);

            assertThat(nextProcess(world).outcomes()).allMatch(Outcome::isDone);
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
            assertThat(world.fake.service().importsUnderWay()).isZero();
        }
    }

    @Test
    void what_a_killed_run_has_made_anew_is_found_although_the_next_plan_shows_it_already() {
        try (Crossing world = new Crossing()) {
            FakeApp origin = world.expenses();
            world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("Another").toBytes());
            world.mapping(Mapping.of(Binding.asNew(CanvasApp.TYPE, origin.id())));
            try (Journal dying = Journal.on(HaltingStore.failing(folder, "before 4"))) {
                outcome(world, dying);
            }
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(2);
            assertThat(nextProcess(world).outcomes()).allMatch(Outcome::isDone);
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(2);
        }
    }

    @Test
    void what_shows_nothing_in_time_is_left_to_a_person_and_never_started_blindly() {
        try (Crossing world = new Crossing(LATER, service -> service.importsVisibleAfter(Duration.ofHours(1)))) {
            world.expenses();
            try (Journal dying = Journal.on(HaltingStore.failing(folder, "before 4"))) {
                outcome(world, dying);
            }
            try (Journal journal = Journal.in(folder)) {
                Outcome told = outcome(world, journal);
                assertThat(told.state()).isEqualTo(Outcome.State.FAILED);
                assertThat(told.reason()).contains("may have been started");
                assertThat(told.remedy()).contains("Look in Fabrikam Prod", Crossing.EXPENSES, "notStarted");
            }
            world.fake.clock().advance(Duration.ofHours(1));
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
            nextProcess(world);
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void what_is_to_be_made_anew_is_made_anew_once_also_by_new_processes() {
        try (Crossing world = new Crossing()) {
            FakeApp origin = world.expenses();
            world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("Another").toBytes());
            world.mapping(Mapping.of(Binding.asNew(CanvasApp.TYPE, origin.id())));
            for (int run = 1; run <= 3; run++) {
                assertThat(nextProcess(world).outcomes()).as("run %s", run).allMatch(Outcome::isDone);
                assertThat(world.arrived(Crossing.EXPENSES)).as("run %s", run).hasSize(2);
            }
        }
    }

    @Test
    void an_app_that_was_renamed_after_its_arrival_is_known_to_a_new_process() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            nextProcess(world).orThrow();
            world.arrived(Crossing.EXPENSES).get(0).called("Expenses of Fabrikam");

            assertThat(nextProcess(world).outcomes()).allMatch(Outcome::isDone);
            assertThat(world.prod.apps()).hasSize(1);
        }
    }

    @Test
    void of_two_executions_of_one_plan_the_second_is_refused_and_told_who_runs_since_when() throws Exception {
        try (Crossing world = new Crossing(LATER);
                Journal journal = Journal.in(folder)) {
            world.expenses();
            Migration migration = world.builder().journal(journal).build();
            ApprovedPlan approved = approved(world, migration.plan());
            while_one_executes(world, migration, approved, () -> assertThatThrownBy(() -> migration.execute(approved))
                    .isInstanceOf(JournalHeldException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("since 2026-"));
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void of_two_migrations_into_one_destination_the_second_is_refused_whatever_journal_it_has() throws Exception {
        try (Crossing world = new Crossing(LATER);
                Journal journal = Journal.in(folder)) {
            world.expenses();
            Migration first = world.builder().journal(journal).build();
            Migration second = world.builder().journal(Journal.inMemory()).build();
            ApprovedPlan ofTheSecond = approved(world, second.plan());
            while_one_executes(world, first, approved(world, first.plan()), () -> assertThatThrownBy(
                            () -> second.execute(ofTheSecond))
                    .isInstanceOf(JournalHeldException.class));
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void a_plan_that_was_executed_is_not_executed_again() {
        try (Crossing world = new Crossing();
                Journal journal = Journal.in(folder)) {
            world.expenses();
            Migration migration = world.builder().journal(journal).build();
            ApprovedPlan approved = approved(world, migration.plan());
            migration.execute(approved).orThrow();
            world.prod.apps().forEach(app -> app.called("Something else"));
            assertThatThrownBy(() -> migration.execute(approved))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("Plan again");
            assertThat(world.prod.apps()).hasSize(1);
        }
    }

    @Test
    void what_a_person_makes_meanwhile_is_seen_right_before_the_import() {
        try (Crossing world = new Crossing();
                Journal journal = Journal.in(folder)) {
            world.expenses();
            AtomicBoolean made = new AtomicBoolean();
            world.fake.service().faults().next(seen -> personMakes(world, seen, made), Fault.status(503));
            Outcome outcome = outcome(world, journal);
            assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
            assertThat(outcome.reason()).contains("since the plan was made");
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
        try (Crossing same = new Crossing()) {
            same.expenses();
            same.prod.app(AppDocument.named(Crossing.EXPENSES).screen("By hand").toBytes());
            assertThat(same.plan().step(CanvasApp.TYPE.key(Crossing.EXPENSES)))
                    .as("the next plan")
                    .hasValueSatisfying(step -> assertThat(step.action()).isEqualTo(Action.UPDATE));
        }
    }

    /** Never a fault: at that moment somebody makes an app of the same name in Studio. */
    private static boolean personMakes(Crossing world, SeenRequest seen, AtomicBoolean made) {
        if (seen.is("POST", "/validateImportPackage") && made.compareAndSet(false, true)) {
            world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("By hand").toBytes());
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"error\":{\"code\":\"Busy\"}}", "null", "{\"value\":null}", "<html>Sign in</html>", ""})
    void a_list_of_apps_that_is_no_list_does_not_count_as_an_empty_one(String answer) {
        try (Crossing world = new Crossing();
                Journal journal = Journal.in(folder)) {
            world.expenses();
            world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("There already").toBytes());
            String prod = world.prod.name();
            world.fake
                    .service()
                    .faults()
                    .times(
                            500,
                            seen -> seen.is("GET", "/apps")
                                    && seen.environment().filter(prod::equals).isPresent(),
                            Fault.body((path, body) -> answer));
            Migration migration = world.builder().journal(journal).build();
            Plan plan = migration.plan();
            assertThat(plan.changes()).isZero();
            assertThat(plan.notLookedAt().toString()).contains("canvas-app");
            migration.execute(approved(world, plan));
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    /** One execution is held while it waits for the answer of its import. */
    private static void while_one_executes(Crossing world, Migration one, ApprovedPlan approved, Runnable meanwhile)
            throws Exception {
        Hold hold = new Hold();
        world.fake.service().faults().next(seen -> seen.is("POST", "/importPackage"), Fault.heldAfterEffect(hold));
        CompletableFuture<Report> first = CompletableFuture.supplyAsync(() -> one.execute(approved));
        try {
            assertThat(hold.isReached(Duration.ofSeconds(30))).isTrue();
            meanwhile.run();
        } finally {
            hold.release();
        }
        first.get(30, TimeUnit.SECONDS).orThrow();
    }

    private Report nextProcess(Crossing world) {
        try (Journal journal = Journal.in(folder)) {
            return executed(world, journal);
        }
    }

    private static Report executed(Crossing world, Journal journal) {
        Migration migration = world.builder().journal(journal).build();
        return world.execute(migration, migration.plan());
    }

    private static Outcome outcome(Crossing world, Journal journal) {
        return world.outcome(executed(world, journal), Crossing.EXPENSES);
    }

    private static ApprovedPlan approved(Crossing world, Plan plan) {
        return plan.approve(Approval.by("ada@contoso.com", world.fake.clock().instant()));
    }
}
