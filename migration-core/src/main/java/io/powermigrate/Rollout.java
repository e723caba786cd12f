package io.powermigrate;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.rollout.CustomerOutcomes;
import io.powermigrate.internal.rollout.Failures;
import io.powermigrate.internal.rollout.RingRun;
import io.powermigrate.internal.run.Ended;
import io.powermigrate.internal.run.Parallel;
import io.powermigrate.internal.run.Stop;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.rollout.ApprovedRollout;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.CustomerPlan;
import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves resources from one environment to those of many customers: the source is read once, each customer gets a plan of
 * its own, all plans are approved by one word, and they are executed ring by ring. What goes wrong with one customer is told
 * of that one, and the others go on. To continue after a failure, plan and execute again: what is done is not repeated.
 * Thread-safe; of two executions for one customer at once the second one is refused. Close it when it is no longer used.
 *
 * <pre>{@code
 * try (Rollout rollout = Migration.from(source).toEach(targets)
 *         .each((builder, target) -> builder.maxChanges(20))
 *         .install(plugin).mapping(overlays).stopRule(StopRule.moreThanPercent(10)).build()) {
 *     RolloutPlan plan = rollout.plan();
 *     RolloutReport report = rollout.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
 * }
 * }</pre>
 */
public final class Rollout implements AutoCloseable {

    private final RolloutSetup setup;
    private final CustomerMigrations migrations;
    private volatile Stop running = new Stop();

    Rollout(RolloutSetup setup) {
        this.setup = setup;
        this.migrations = new CustomerMigrations(setup);
    }

    /**
     * Reads the source once, and makes the plan of every customer; changes no environment. A customer whose environment
     * cannot be opened or read is told in the plan.
     *
     * @throws MigrationException when this thread is interrupted, or the rollout is stopped
     */
    public RolloutPlan plan() {
        Inventory source = migrations.source();
        Stop stop = new Stop();
        running = stop;
        List<CustomerPlan> plans = new ArrayList<>();
        try (Parallel parallel = Parallel.of(setup.atOnce(), stop)) {
            List<Ended<CustomerPlan>> ended = parallel.settle(setup.targets(), target -> planned(target, source));
            stop.requireNotStopped();
            ended.forEach(each -> plans.add(each.orElse(how -> {
                throw new IllegalStateException("planning tells of each customer what it threw");
            })));
        } finally {
            stop.restoreInterrupt();
        }
        return RolloutPlan.of(
                source,
                withoutTwins(plans),
                migrations.types(),
                setup.overlays().unusedBy(setup.targets()));
    }

    private CustomerPlan planned(Target target, Inventory source) {
        try {
            return migrations.plan(target, source);
        } catch (RuntimeException | Error e) {
            return CustomerPlan.failed(target, Failures.of(target, "made", e));
        }
    }

    /** Two customers with one environment would make everything twice there, because each has a journal of its own. */
    private static List<CustomerPlan> withoutTwins(List<CustomerPlan> plans) {
        Map<String, List<String>> names = new HashMap<>();
        plans.forEach(each -> destination(each).ifPresent(id -> names.computeIfAbsent(id, none -> new ArrayList<>())
                .add(each.name())));
        return plans.stream()
                .map(each -> destination(each)
                        .map(names::get)
                        .filter(same -> same.size() > 1)
                        .map(same -> CustomerPlan.failed(each.target(), twins(same)))
                        .orElse(each))
                .toList();
    }

    private static Optional<String> destination(CustomerPlan customer) {
        return customer.plan().map(Plan::destinationId);
    }

    private static MigrationException twins(List<String> names) {
        return new MigrationException(
                "The customers " + String.join(" and ", names) + " got no plan because they open the same environment",
                "Give each customer an environment of its own, or leave one of them out");
    }

    /**
     * Executes what was approved, ring by ring, and keeps the stop rule. There is a report in every case: also when this
     * thread is interrupted, which stops the rollout and is given back at its end. A customer whose plan writes nothing is
     * not opened again.
     */
    public RolloutReport execute(ApprovedRollout approved) {
        Instant started = setup.time().now();
        Stop stop = new Stop();
        running = stop;
        RingRun run = new RingRun(approved.plan(), setup.stopRule(), stop);
        List<CustomerOutcome> outcomes = run.run(setup.atOnce(), customer -> executed(customer, approved));
        RolloutReport.Course course =
                new RolloutReport.Course(started, setup.time().now(), setup.atOnce(), setup.stopRule(), run.stopped());
        return RolloutReport.of(approved, outcomes, course);
    }

    private CustomerOutcome executed(CustomerPlan customer, ApprovedRollout approved) {
        CustomerOutcomes outcomes = new CustomerOutcomes(approved.plan());
        Optional<MigrationException> refusal = approved.refusal(customer.name());
        if (refusal.isPresent()) {
            return outcomes.failed(customer, refusal.get());
        }
        Optional<ApprovedPlan> plan = approved.of(customer.name());
        if (plan.isEmpty()) {
            return outcomes.unplanned(customer);
        }
        return plan.get().plan().changes() == 0
                ? outcomes.nothingToDo(customer)
                : outcomes.executed(
                        customer,
                        migrations.execute(customer.target(), approved.plan().source(), plan.get()));
    }

    /**
     * Stops what is under way, if anything is: no further customer begins, and those under way begin no further step. Returns
     * at once; may be called from any thread.
     */
    public void cancel() {
        running.stop();
    }

    /** Deletes the temporary workspace that was made because none was given. What the caller gave stays as it is. */
    @Override
    public void close() {
        migrations.close();
    }

    /** In one line: from where, and to how many customers. */
    @Override
    public String toString() {
        return Shown.message("Rollout from " + setup.source().name() + " to "
                + setup.targets().size() + " customers");
    }
}
