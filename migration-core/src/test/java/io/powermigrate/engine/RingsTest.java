package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Rollout;
import io.powermigrate.error.MigrationException;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.CustomerOutcome.State;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.StopRule;
import io.powermigrate.rollout.Target;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rings come one after the other, and a rollout stops when it should. */
class RingsTest {

    private final Customers customers = new Customers("Anvil", "Bolt", "Cog", "Dowel", "Eyelet");

    /** Two rings: two pilots, and the rest, whose customers stand between them. */
    private List<Target> ringed() {
        return List.of(
                customers.target("Anvil").inRing("pilots"),
                customers.target("Cog").inRing("rest"),
                customers.target("Bolt").inRing("pilots"),
                customers.target("Dowel").inRing("rest"),
                customers.target("Eyelet").inRing("rest"));
    }

    private RolloutReport run(StopRule rule) {
        return Customers.run(
                customers.rollout(ringed()).stopRule(rule).atOnce(2).build());
    }

    private static List<State> states(RolloutReport report) {
        return report.customers().stream().map(CustomerOutcome::state).toList();
    }

    @Test
    void the_next_ring_begins_when_the_one_before_has_ended() {
        customers.store("Cog").onRequest(request -> {
            if (request.startsWith("create")) {
                assertThat(customers.complete()).contains("Anvil", "Bolt");
            }
        });
        RolloutReport report = run(StopRule.never());
        report.orThrow();
        assertThat(report.rings()).extracting(RolloutReport.Ring::name).containsExactly("pilots", "rest");
        assertThat(report.customers())
                .as("in the order in which they were given")
                .extracting(CustomerOutcome::name)
                .containsExactly("Anvil", "Cog", "Bolt", "Dowel", "Eyelet");
    }

    @Test
    void no_further_ring_begins_when_more_of_one_fail_than_the_rule_allows() {
        customers.store("Anvil").refuse("create", "nobody may");
        for (StopRule rule : List.of(StopRule.moreThanPercent(49), StopRule.moreThan(0))) {
            RolloutReport report = run(rule);
            assertThat(states(report))
                    .as(rule.toString())
                    .containsExactly(State.FAILED, State.NOT_STARTED, State.DONE, State.NOT_STARTED, State.NOT_STARTED);
            assertThat(report.course().stopped()).contains("1 of 2 customers of the ring pilots failed");
            assertThat(report.customer("Cog").orElseThrow().reason())
                    .isEqualTo(report.course().stopped());
        }
        assertThat(customers.store("Cog").requests("WRITE")).isEmpty();
        assertThat(run(StopRule.moreThanPercent(50)).course().stopped()).isEmpty();
        assertThat(customers.complete()).containsExactly("Bolt", "Cog", "Dowel", "Eyelet");
    }

    @Test
    void the_next_run_goes_on_with_the_rings_that_did_not_begin() {
        customers.store("Anvil").refuse("create", "nobody may");
        run(StopRule.moreThan(0));
        customers.store("Anvil").heal();
        run(StopRule.moreThan(0)).orThrow();
    }

    @Test
    void at_the_first_failure_nobody_else_begins_if_the_caller_says_so() {
        customers.store("Anvil").refuse("create", "nobody may");
        RolloutReport report = Customers.run(customers
                .rollout()
                .stopRule(StopRule.atFirstFailure())
                .atOnce(1)
                .build());
        assertThat(states(report))
                .containsExactly(
                        State.FAILED, State.NOT_STARTED, State.NOT_STARTED, State.NOT_STARTED, State.NOT_STARTED);
        assertThat(report.course().stopped()).contains("Anvil failed");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void no_more_customers_than_allowed_are_worked_on_at_once() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        List<Target> targets = customers.targets().stream()
                .map(target -> Target.of(target.name(), () -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    two.countDown();
                    await(two);
                    open.decrementAndGet();
                    return target.open();
                }))
                .toList();
        try (Rollout rollout = customers.rollout(targets).atOnce(2).build()) {
            rollout.plan();
        }
        assertThat(most).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void cancel_stops_who_is_under_way_and_the_rest_does_not_begin() {
        AtomicReference<Rollout> rollout = new AtomicReference<>();
        customers.store("Anvil").onRequest(request -> {
            if (request.startsWith("create")) {
                rollout.get().cancel();
            }
        });
        rollout.set(customers
                .rollout()
                .atOnce(1)
                .each((builder, target) -> builder.parallelism(1))
                .build());
        RolloutReport report = Customers.run(rollout.get());
        assertThat(states(report)).startsWith(State.PARTLY, State.NOT_STARTED).doesNotContain(State.FAILED);
        assertThat(report.course().stopped()).isNotEmpty();
        assertThat(customers.store("Bolt").requests("WRITE")).isEmpty();
    }

    @Test
    void an_interrupt_stops_the_rollout_and_is_given_back() {
        Thread here = Thread.currentThread();
        customers.store("Anvil").onRequest(request -> {
            if (request.startsWith("create")) {
                here.interrupt();
            }
        });
        RolloutReport report = Customers.run(customers
                .rollout()
                .atOnce(1)
                .each((builder, target) -> builder.parallelism(1))
                .build());
        assertThat(Thread.interrupted()).as("the interrupt comes back").isTrue();
        assertThat(states(report)).contains(State.NOT_STARTED);
    }

    @Test
    void an_interrupt_while_planning_is_told_and_given_back() {
        Thread here = Thread.currentThread();
        customers.store("Anvil").onRequest(request -> here.interrupt());
        try (Rollout rollout = customers.rollout().build()) {
            assertThatThrownBy(rollout::plan).isInstanceOf(MigrationException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
    }
}
