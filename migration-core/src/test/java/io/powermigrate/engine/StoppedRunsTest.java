package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.journal.JournalHeldException;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is a report in every case, and at most one run at a time. */
class StoppedRunsTest {

    private final World world = new World();

    StoppedRunsTest() {
        world.source.put(app("a1", "Expenses"), app("a2", "Costs"), app("a3", "Travel"));
    }

    private Report run(Migration migration) {
        return migration.execute(migration.plan().approve(World.approval()));
    }

    private static List<Outcome.State> states(Report report) {
        return report.outcomes().stream().map(Outcome::state).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create app Costs", "fetch app destination-"})
    void an_error_of_the_java_machine_in_one_step_is_a_failure_of_that_step(String request) {
        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError("heap"), new AssertionError("no"))) {
            World each = new World();
            each.source.put(app("a1", "Expenses"), app("a2", "Costs"), app("a3", "Travel"));
            each.destination.shatter(request, error);
            Report report = each.run();
            assertThat(report.outcomes()).hasSize(3).anySatisfy(outcome -> {
                assertThat(outcome.isDone()).isFalse();
                assertThat(outcome.reason()).contains(error.getClass().getSimpleName());
            });
        }
    }

    @Test
    void an_error_in_a_list_leaves_the_type_unread() {
        world.destination.shatter("list app", new StackOverflowError());
        assertThat(world.plan().changes()).isZero();
        assertThat(world.plan().notLookedAt()).anyMatch(words -> words.contains("StackOverflowError"));
    }

    @Test
    void an_error_in_a_rule_leaves_its_resource_undecided() {
        world.rules.add(Rule.withId("APP-2")
                .forEach(Thing.APP)
                .when("it is unlucky", (thing, context) -> {
                    throw new StackOverflowError();
                })
                .warns()
                .because("never")
                .accordingTo(World.BASIS)
                .remedy("Nothing"));
        assertThat(world.plan().changes()).isZero();
        assertThat(world.plan().toLongText()).contains("APP-2").contains("StackOverflowError");
    }

    @Test
    void an_error_in_a_listener_stops_nothing() {
        Report report = world.run(builder -> builder.listener(event -> {
            throw new AssertionError("a broken listener");
        }));
        report.orThrow();
    }

    @Test
    void an_interrupt_ends_running_steps_and_the_rest_is_not_run() throws InterruptedException {
        Thread here = Thread.currentThread();
        world.destination.onRequest(request -> {
            if (request.startsWith("create")) {
                here.interrupt();
                waitForAnInterrupt();
            }
        });
        Report report = run(world.builder().parallelism(1).build());
        assertThat(Thread.interrupted()).as("the interrupt comes back").isTrue();
        assertThat(states(report)).containsExactly(Outcome.State.FAILED, Outcome.State.NOT_RUN, Outcome.State.NOT_RUN);
        assertThat(world.destination.requests("WRITE"))
                .as("none after the report")
                .hasSize(1);
    }

    @Test
    void cancel_ends_running_steps_and_the_rest_is_not_run() {
        AtomicReference<Migration> migration = new AtomicReference<>();
        world.destination.onRequest(request -> {
            if (request.startsWith("create")) {
                migration.get().cancel();
            }
        });
        migration.set(world.builder().parallelism(1).build());
        Report report = run(migration.get());
        assertThat(Thread.interrupted()).isFalse();
        assertThat(states(report))
                .containsExactly(Outcome.State.UNVERIFIED, Outcome.State.NOT_RUN, Outcome.State.NOT_RUN);
        migration.get().cancel();
        run(migration.get());
    }

    @Test
    void cancel_while_the_environments_are_read_again_lets_no_step_begin() {
        AtomicReference<Migration> migration = new AtomicReference<>(world.migration());
        ApprovedPlan approved = migration.get().plan().approve(World.approval());
        world.source.onRequest(request -> migration.get().cancel());
        Report report = migration.get().execute(approved);
        assertThat(states(report)).containsOnly(Outcome.State.NOT_RUN).hasSize(3);
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }

    @Test
    void an_interrupt_while_planning_is_told_and_given_back() {
        Thread here = Thread.currentThread();
        world.source.onRequest(request -> here.interrupt());
        assertThatThrownBy(world::plan)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("its thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_step_that_hangs_is_told_and_the_others_go_on() {
        CountDownLatch never = new CountDownLatch(1);
        world.destination.onRequest(request -> {
            if (request.startsWith("create app Costs")) {
                waitFor(never);
            }
        });
        Report report = run(world.builder().stepDeadline(Duration.ofMillis(300)).build());
        assertThat(states(report)).containsExactly(Outcome.State.DONE, Outcome.State.DONE, Outcome.State.FAILED);
    }

    @Test
    void a_rule_that_hangs_is_told_with_its_place() {
        CountDownLatch never = new CountDownLatch(1);
        world.rules.add(Rule.withId("APP-3")
                .forEach(Thing.APP)
                .when("it takes for ever", (thing, context) -> {
                    waitFor(never);
                    return true;
                })
                .warns()
                .because("never")
                .accordingTo(World.BASIS)
                .remedy("Nothing"));
        assertThatThrownBy(() -> world.plan(builder -> builder.stepDeadline(Duration.ofMillis(300))))
                .hasMessageContaining("The plan was not made within PT0.3S: it stands in ")
                .hasMessageContaining("StoppedRunsTest.waitFor");
    }

    @Test
    void a_listener_that_hangs_is_passed_over() {
        CountDownLatch never = new CountDownLatch(1);
        world.run(builder -> builder.stepDeadline(Duration.ofMillis(300)).listener(event -> {
                    if (event.kind() == Event.Kind.PHASE) {
                        waitFor(never);
                    }
                }))
                .orThrow();
    }

    @Test
    void a_second_execution_is_refused_while_one_runs_and_told_who_runs_it() {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Migration migration = world.migration();
        ApprovedPlan twice = migration.plan().approve(World.approval());
        world.destination.onRequest(request -> {
            if (request.startsWith("create")) {
                refused.compareAndSet(null, thrownBy(() -> world.migration().execute(twice)));
            }
        });
        migration.execute(twice).orThrow();
        assertThat(refused.get())
                .isInstanceOf(JournalHeldException.class)
                .hasMessageContaining("approved by ada@contoso.com, since 2026-11-24T08:00:00Z");
        assertThat(world.destination.items("app")).hasSize(3);
    }

    @Test
    void an_approval_is_used_once() {
        Migration migration = world.migration();
        ApprovedPlan approved = migration.plan().approve(World.approval());
        world.destination.refuse("create", "nobody may");
        migration.execute(approved);
        assertThatThrownBy(() -> migration.execute(approved))
                .hasMessageContaining("this approval of it was used before");
        migration.execute(migration.plan().approve(World.approval()));
    }

    @Test
    void what_somebody_changed_after_the_plan_was_made_is_not_overwritten() {
        World each = new World();
        each.source.put(app("a1", "Expenses"), app("a2", "Costs"));
        each.destination.put(
                app("x1", "Expenses").text("old"), app("x2", "Costs").text("old"));
        each.destination.onRequest(request -> {
            if (request.startsWith("update")) {
                each.destination.put(
                        app("x1", "Expenses").text("of somebody"),
                        app("x2", "Costs").text("of somebody"));
            }
        });
        Report report = run(each.builder().parallelism(1).build());
        assertThat(states(report)).containsExactly(Outcome.State.DONE, Outcome.State.FAILED);
        assertThat(report.toLongText()).contains("because somebody changed it in the destination");
        assertThat(each.destination.requests("WRITE update")).hasSize(1);
    }

    @Test
    void what_was_renamed_or_is_gone_after_the_plan_was_made_is_not_overwritten() {
        World each = new World();
        each.source.put(app("a1", "Expenses"), app("a2", "Costs"));
        each.destination.put(
                app("x1", "Expenses").text("old"), app("x2", "Costs").text("old"));
        each.destination.onRequest(request -> {
            if (request.startsWith("update")) {
                each.destination.put(
                        app("x1", "Renamed").text("old"), app("x2", "Renamed").text("old"));
            }
        });
        Report report = run(each.builder().parallelism(1).build());
        assertThat(report.toLongText()).contains("it is called \"Renamed\" now");
    }

    private static Throwable thrownBy(Runnable work) {
        try {
            work.run();
            return new AssertionError("nothing was thrown");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void waitForAnInterrupt() {
        waitFor(new CountDownLatch(1));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The step was interrupted", "Run again", e);
        }
    }
}
