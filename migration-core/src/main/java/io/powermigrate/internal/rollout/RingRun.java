package io.powermigrate.internal.rollout;

import io.powermigrate.internal.run.Ended;
import io.powermigrate.internal.run.Parallel;
import io.powermigrate.internal.run.Stop;
import io.powermigrate.internal.text.Log;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.CustomerPlan;
import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.rollout.StopRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Executes the rings one after the other, the customers of a ring several at once, and keeps the stop rule. Used once. */
public final class RingRun {

    private static final Log LOG = Log.of("io.powermigrate");
    private static final String FROM_OUTSIDE = "the rollout was stopped before its turn came";

    private final RolloutPlan rollout;
    private final StopRule rule;
    private final Stop stop;
    private final CustomerOutcomes outcomes;
    private String stopped = "";

    /**
     * A run.
     *
     * @param stop begins no further customer once it is stopped, and interrupts those under way
     */
    public RingRun(RolloutPlan rollout, StopRule rule, Stop stop) {
        this.rollout = rollout;
        this.rule = rule;
        this.stop = stop;
        this.outcomes = new CustomerOutcomes(rollout);
    }

    /** Why it stopped before its end; empty where it did not. */
    public synchronized String stopped() {
        return stopped;
    }

    /** Keeps the first reason; whether this is it. */
    private synchronized boolean stoppedBy(String reason) {
        boolean first = stopped.isEmpty();
        stopped = first ? reason : stopped;
        return first;
    }

    /**
     * Works through all customers; what came of each, in the order in which they were given.
     *
     * @param work executes the plan of one; whatever it throws is told of that one
     */
    public List<CustomerOutcome> run(int atOnce, Function<CustomerPlan, CustomerOutcome> work) {
        Map<String, CustomerOutcome> all = new HashMap<>();
        try (Parallel parallel = Parallel.of(atOnce, stop)) {
            rings().forEach((name, customers) -> ring(name, customers, each -> worked(each, work), parallel)
                    .forEach(outcome -> all.put(outcome.name(), outcome)));
        } finally {
            stop.restoreInterrupt();
        }
        return rollout.customers().stream()
                .map(customer -> all.get(customer.name()))
                .toList();
    }

    private Map<String, List<CustomerPlan>> rings() {
        return rollout.customers().stream()
                .collect(Collectors.groupingBy(
                        customer -> customer.target().ring(), LinkedHashMap::new, Collectors.toList()));
    }

    private List<CustomerOutcome> ring(
            String name,
            List<CustomerPlan> customers,
            Function<CustomerPlan, CustomerOutcome> work,
            Parallel parallel) {
        if (!stopped().isEmpty()) {
            return customers.stream()
                    .map(customer -> outcomes.notStarted(customer, stopped()))
                    .toList();
        }
        LOG.info("Ring {}: {} customers", name, customers.size());
        List<CustomerOutcome> ended = new ArrayList<>();
        List<Ended<CustomerOutcome>> how = parallel.settle(customers, work);
        for (int i = 0; i < customers.size(); i++) {
            CustomerPlan customer = customers.get(i);
            ended.add(how.get(i).orElse(none -> outcomes.notStarted(customer, because())));
        }
        afterRing(name, ended);
        return ended;
    }

    private void afterRing(String name, List<CustomerOutcome> ended) {
        long failed = ended.stream().filter(RingRun::isFailed).count();
        if (stop.isStopped()) {
            stoppedBy(FROM_OUTSIDE);
        } else if (rule.stops(failed, ended.size())) {
            stoppedBy(failed + " of " + ended.size() + " customers of the ring " + name + " failed, and the rule is to "
                    + rule);
        }
    }

    private String because() {
        return stopped().isEmpty() ? FROM_OUTSIDE : stopped();
    }

    private static boolean isFailed(CustomerOutcome outcome) {
        return outcome.state() == CustomerOutcome.State.FAILED;
    }

    private CustomerOutcome worked(CustomerPlan customer, Function<CustomerPlan, CustomerOutcome> work) {
        CustomerOutcome outcome;
        try {
            outcome = work.apply(customer);
        } catch (RuntimeException | Error e) {
            // what a run throws, it throws before its first step
            outcome = stop.isStopped()
                    ? outcomes.notStarted(customer, because())
                    : outcomes.failed(customer, Failures.of(customer.target(), "executed", e));
        }
        if (isFailed(outcome) && rule.unit() == StopRule.Unit.FIRST && stoppedBy(first(outcome))) {
            stop.stop();
        }
        return outcome;
    }

    private String first(CustomerOutcome outcome) {
        return outcome.name() + " failed, and the rule is to " + rule;
    }
}
