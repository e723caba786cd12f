package io.powermigrate.internal.rollout;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.CustomerPlan;
import io.powermigrate.rollout.ResolvedValue;
import io.powermigrate.rollout.RolloutPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what came of each customer. Pure. */
public final class CustomerOutcomes {

    private final RolloutPlan rollout;

    /** Outcomes of the customers of a rollout. */
    public CustomerOutcomes(RolloutPlan rollout) {
        this.rollout = rollout;
    }

    /** What came of a customer, in words. */
    private record Verdict(CustomerOutcome.State state, String reason, String remedy) {}

    /** What was executed; null where nothing was. */
    private record Run(
            @Nullable Report report,
            @Nullable Instant started,
            @Nullable Instant ended) {

        static final Run NONE = new Run(null, null, null);

        List<Outcome> outcomes() {
            return report == null ? List.of() : report.outcomes();
        }
    }

    /** A customer whose plan was executed. */
    public CustomerOutcome executed(CustomerPlan customer, Report report) {
        Run run = new Run(report, report.started(), report.ended());
        return outcome(customer, run, verdict(resources(customer, run), customer, run));
    }

    /** A customer whose plan writes nothing: it has everything, or what is left is a person's work. */
    public CustomerOutcome nothingToDo(CustomerPlan customer) {
        return outcome(customer, Run.NONE, verdict(resources(customer, Run.NONE), customer, Run.NONE));
    }

    /** A customer of whom something went wrong that is about no single step. */
    public CustomerOutcome failed(CustomerPlan customer, MigrationException why) {
        return outcome(customer, Run.NONE, new Verdict(CustomerOutcome.State.FAILED, why.problem(), why.remedy()));
    }

    /** A customer without a plan. */
    public CustomerOutcome unplanned(CustomerPlan customer) {
        return outcome(
                customer,
                Run.NONE,
                new Verdict(
                        customer.isMissing() ? CustomerOutcome.State.NOT_STARTED : CustomerOutcome.State.FAILED,
                        customer.reason(),
                        customer.remedy()));
    }

    /** A customer whose turn did not come. */
    public CustomerOutcome notStarted(CustomerPlan customer, String because) {
        return outcome(
                customer,
                Run.NONE,
                new Verdict(
                        CustomerOutcome.State.NOT_STARTED,
                        because,
                        "Do what the report says of the customers that failed, then run the rollout again"));
    }

    private CustomerOutcome outcome(CustomerPlan customer, Run run, Verdict verdict) {
        Optional<Plan> plan = customer.plan();
        return new CustomerOutcome(
                customer.name(),
                customer.target().ring(),
                new TreeMap<>(customer.target().labels()),
                plan.map(Plan::destinationId).orElse(""),
                plan.map(each -> each.destination().name()).orElse(""),
                verdict.state(),
                run.report() != null,
                verdict.reason(),
                verdict.remedy(),
                resources(customer, run),
                run.outcomes(),
                plan.map(each -> values(customer, each)).orElse(List.of()),
                plan.map(Plan::notRead).orElse(List.of()),
                plan.map(each -> each.notLookedAt().stream()
                                .skip(each.notRead().size())
                                .toList())
                        .orElse(List.of()),
                run.started(),
                run.ended());
    }

    private Verdict verdict(List<CustomerOutcome.Resource> resources, CustomerPlan customer, Run run) {
        List<Outcome> failed = in(run, Outcome.State.FAILED);
        if (!failed.isEmpty()) {
            return about(CustomerOutcome.State.FAILED, failed);
        }
        List<Outcome> open =
                run.outcomes().stream().filter(outcome -> !outcome.isDone()).toList();
        boolean some = resources.stream().anyMatch(each -> each.state() != Outcome.State.NOT_RUN);
        CustomerOutcome.State state = some ? CustomerOutcome.State.PARTLY : CustomerOutcome.State.NOT_STARTED;
        if (!open.isEmpty()) {
            return about(state, open);
        }
        return waiting(customer)
                .map(waits -> new Verdict(state, waits, "Do what its plan says of each, then run the rollout again"))
                .orElseGet(() -> new Verdict(CustomerOutcome.State.DONE, "", ""));
    }

    private Verdict about(CustomerOutcome.State state, List<Outcome> some) {
        Outcome first = some.get(0);
        String more = some.size() == 1 ? "" : "; and " + Counted.of(some.size() - 1, "more like it", "more");
        return new Verdict(state, name(first.key()) + ": " + first.reason() + more, first.remedy());
    }

    private static List<Outcome> in(Run run, Outcome.State state) {
        return run.outcomes().stream()
                .filter(outcome -> outcome.state() == state)
                .toList();
    }

    /** What of the plan neither travels nor is there, in words. */
    private Optional<String> waiting(CustomerPlan customer) {
        List<Step> waiting = customer.plan().stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(this::isWanted)
                .filter(step -> !step.action().arrives())
                .toList();
        return waiting.stream()
                .findFirst()
                .map(first -> Counted.of(waiting.size(), "resource waits", "resources wait") + ", such as "
                        + name(first.key()) + ": " + first.reason());
    }

    private boolean isWanted(Step step) {
        return rollout.types().contains(step.key().type());
    }

    private List<CustomerOutcome.Resource> resources(CustomerPlan customer, Run run) {
        Map<ResourceKey, Outcome.State> outcomes = run.outcomes().stream()
                .collect(Collectors.toMap(Outcome::key, Outcome::state, (first, second) -> second));
        return customer.plan()
                .map(plan -> plan.steps().stream()
                        .filter(this::isWanted)
                        .map(step -> resource(step.key(), state(step, outcomes)))
                        .toList())
                .orElseGet(() -> wantedOfAll().stream()
                        .map(key -> resource(key, Outcome.State.NOT_RUN))
                        .toList());
    }

    private static Outcome.State state(Step step, Map<ResourceKey, Outcome.State> outcomes) {
        Outcome.State there = step.action() == Action.SKIP ? Outcome.State.DONE : Outcome.State.NOT_RUN;
        return outcomes.getOrDefault(step.key(), there);
    }

    private CustomerOutcome.Resource resource(ResourceKey key, Outcome.State state) {
        return new CustomerOutcome.Resource(key, name(key), state);
    }

    /** What the others get; of a customer without a plan nothing else is known. */
    private TreeSet<ResourceKey> wantedOfAll() {
        return rollout.customers().stream()
                .flatMap(each -> each.plan().stream())
                .flatMap(plan -> plan.steps().stream())
                .filter(this::isWanted)
                .map(Step::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(ResourceKey key) {
        return rollout.source().find(key).map(Resource::displayName).orElse(key.toString());
    }

    private List<ResolvedValue> values(CustomerPlan customer, Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.bindings().stream())
                .map(slot -> value(customer, slot))
                .distinct()
                .toList();
    }

    private ResolvedValue value(CustomerPlan customer, SlotBinding slot) {
        String name = rollout.source()
                .byId(slot.type(), slot.from())
                .map(Resource::displayName)
                .orElse(slot.from());
        String level = customer.layers().stream()
                .filter(layer -> slot.layer().equals(layer) || slot.layer().equals("bound by " + layer))
                .map(layer -> layer.split(": ", 2)[0])
                .findFirst()
                .orElse("");
        return new ResolvedValue(slot.type(), slot.from(), name, slot.to(), level, slot.layer());
    }
}
