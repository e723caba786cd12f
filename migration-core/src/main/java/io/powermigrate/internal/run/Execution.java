package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.plan.DependencyGraph;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Log;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.report.Undo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Executes the steps of a plan, wave by wave, on a bounded pool. A failure is an outcome; who needs what failed is not
 * run. Used once.
 */
public final class Execution {

    private static final Log LOG = Log.of(Execution.class);

    private final RunContext context;
    private final Reading reading;
    private final Plan plan;
    private final Sides sides;
    private final DependencyGraph links;
    private final Surroundings around;
    private final Map<ResourceKey, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<ResourceKey, StepRun<?>> packages = new LinkedHashMap<>();
    private final List<Undo> undo = new ArrayList<>();
    private final Stop stop;

    /**
     * An execution of a plan that was made of what was just read.
     *
     * @param stop begins no further step once it is stopped; running steps end at their next wait or before their next
     *     request
     */
    public Execution(RunContext context, Reading reading, Plan plan, Sides sides, Stop stop) {
        this.context = context;
        this.stop = stop;
        this.reading = reading;
        this.plan = plan;
        this.sides = sides;
        this.around = Surroundings.of(context, reading, plan, sides);
        this.links = around.links();
    }

    /**
     * Does what the plan says, which was approved. There is a report in every case: also when this thread is interrupted,
     * which stops the run and is given back at its end.
     *
     * @param claim is told when it came to its end and was not stopped
     */
    public Report run(ApprovedPlan approved, Journal.Claim claim) {
        Report report = run(approved);
        if (!stop.isStopped()) {
            ended(claim);
        }
        return report;
    }

    /** Without this line the approval can be used again for what failed; the report is worth more than an exception. */
    private void ended(Journal.Claim claim) {
        try {
            claim.end(context.time().now());
        } catch (RuntimeException | Error e) {
            LOG.warn("The end of the execution was not written into the journal: {}", e.getMessage());
        }
    }

    private Report run(ApprovedPlan approved) {
        Instant started = context.time().now();
        try (Parallel parallel = new Parallel(context, stop)) {
            if (stagePackages(parallel)) {
                waves(parallel);
            }
            packages.values().stream().filter(this::isNotRun).forEach(StepRun::unstage);
        } finally {
            stop.restoreInterrupt();
        }
        carried();
        List<Outcome> inOrder = plan.steps().stream()
                .flatMap(step -> Optional.ofNullable(outcomes.get(step.key())).stream())
                .toList();
        return new Report(
                        plan,
                        approved.approvals(),
                        inOrder,
                        started,
                        context.time().now())
                .with(undo);
    }

    private boolean isNotRun(StepRun<?> run) {
        return Optional.ofNullable(outcomes.get(run.key()))
                .filter(outcome -> outcome.state() == Outcome.State.NOT_RUN)
                .isPresent();
    }

    /**
     * A package that the destination refuses is found out before anything is written: then nothing is. One that builds on
     * another package of the plan would be refused as long as that one is not there: its own step stages it.
     *
     * @return whether it takes all of them
     */
    private boolean stagePackages(Parallel parallel) {
        plan.steps().stream()
                .filter(step -> step.action().writes()
                        && context.plugins().carries(step.key().type()))
                .forEach(step -> packages.put(step.key(), stepRun(step)));
        if (packages.isEmpty() || stop.isStopped()) {
            return true;
        }
        List<StepRun<?>> first = packages.values().stream()
                .filter(run -> links.before(run.key(), packages.keySet()).isEmpty())
                .collect(Collectors.toUnmodifiableList());
        context.events().phase("Staging " + Counted.of(first.size(), "package"));
        settle(first, parallel, StepRun::stage);
        List<Outcome> refused = packages.values().stream()
                .filter(run -> !run.isOpen())
                .map(StepRun::outcome)
                .toList();
        if (refused.isEmpty()) {
            return true;
        }
        plan.steps().stream()
                .filter(step -> step.action().writes())
                .forEach(step -> put(notStaged(step, refused.get(0))));
        refused.forEach(this::put);
        return false;
    }

    private static Outcome notStaged(Step step, Outcome refused) {
        return Outcome.notRun(
                step.key(),
                step.action(),
                "nothing was written, because the destination did not take " + refused.key() + " when it was staged: "
                        + refused.reason(),
                refused.remedy() + ". Then plan and execute again, or leave it out of the scope");
    }

    private static void settle(List<StepRun<?>> runs, Parallel parallel, Function<StepRun<?>, Boolean> work) {
        List<Ended<Boolean>> ended = parallel.settle(runs, work);
        for (int i = 0; i < runs.size(); i++) {
            StepRun<?> run = runs.get(i);
            ended.get(i).orElse(how -> run.end(how, parallel.problem(how)));
        }
    }

    private void waves(Parallel parallel) {
        int last = plan.steps().stream().mapToInt(Step::wave).max().orElse(-1);
        for (int wave = 0; wave <= last; wave++) {
            int current = wave;
            List<Step> steps =
                    plan.steps().stream().filter(step -> step.wave() == current).toList();
            context.events()
                    .phase(
                            "Wave " + (wave + 1) + " of " + (last + 1) + ": " + Counted.of(steps.size(), "step"),
                            steps.size());
            wave(steps, parallel);
        }
    }

    private void wave(List<Step> steps, Parallel parallel) {
        List<StepRun<?>> runs = new ArrayList<>();
        for (Step step : steps) {
            notRunnable(step)
                    .ifPresentOrElse(
                            this::put,
                            () -> runs.add(
                                    packages.containsKey(step.key()) ? packages.get(step.key()) : stepRun(step)));
        }
        settle(runs, parallel, Execution::recorded);
        Verification verification =
                new Verification(context, sides.destination().limitedTo(Effect.READ), parallel, stop);
        verification.verify(runs.stream().filter(StepRun::isOpen).toList());
        runs.forEach(run -> put(run.outcome()));
        runs.forEach(run -> run.undo().ifPresent(each -> undo.add(0, each))); // who came last is taken back first
        List<ContentRun<?>> contents = runs.stream().flatMap(this::contents).collect(Collectors.toUnmodifiableList());
        verification.verify(contents);
        contents.forEach(content -> put(content.outcome()));
    }

    private static boolean recorded(StepRun<?> run) {
        StepEvent event = new StepEvent(run.step());
        event.begin();
        try {
            return run.write();
        } finally {
            event.commit();
        }
    }

    /** What travelled in a package that arrived. */
    private Stream<ContentRun<?>> contents(StepRun<?> run) {
        if (!run.outcome().isDone()) {
            return Stream.empty();
        }
        return plan.steps().stream()
                .filter(step -> step.action() == Action.CARRIED)
                .filter(step ->
                        links.carrierOf(step.key()).filter(run.key()::equals).isPresent())
                .map(step -> ContentRun.of(
                        step, reading.source().find(step.key()).orElseThrow(), around, run.found(step.key())));
    }

    private Optional<Outcome> notRunnable(Step step) {
        if (stop.isStopped()) {
            return Optional.of(Outcome.notRun(
                    step.key(), step.action(), "the run was stopped before it began", "Plan and execute again"));
        }
        return missing(step)
                .map(missing -> Outcome.notRun(
                        step.key(),
                        step.action(),
                        missing + " is not in the destination",
                        "Fix that one, then plan and execute again"));
    }

    private void put(Outcome outcome) {
        outcomes.put(outcome.key(), outcome);
        context.events()
                .of(
                        Event.Kind.ENDED,
                        outcome.key(),
                        outcome.state() + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
    }

    private StepRun<?> stepRun(Step step) {
        return StepRun.of(step, reading.source().find(step.key()).orElseThrow(), around);
    }

    /** What the step needs and what did not arrive in this run, be it itself or what it travels in. */
    private Optional<ResourceKey> missing(Step step) {
        return links.needsOf(step.key()).stream()
                .filter(to -> outcomeOf(to).filter(outcome -> !outcome.isDone()).isPresent())
                .findFirst();
    }

    private Optional<Outcome> outcomeOf(ResourceKey key) {
        return Optional.ofNullable(outcomes.get(key))
                .or(() -> links.carrierOf(key).map(outcomes::get));
    }

    /** What travels in a package that did not arrive fares as that one does. */
    private void carried() {
        for (Step step : plan.steps()) {
            if (step.action() == Action.CARRIED && !outcomes.containsKey(step.key())) {
                outcomeOf(step.key())
                        .ifPresent(carrier -> put(new Outcome(
                                step.key(),
                                Action.CARRIED,
                                carrier.state(),
                                "",
                                carrier.reason(),
                                carrier.remedy(),
                                carrier.requestId(),
                                List.of())));
            }
        }
    }
}
