package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.DependencyGraph;
import io.powermigrate.internal.plan.Matches;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.plan.ResolvedBindings;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.WriteContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Executes the steps of a plan, wave by wave, on a bounded pool. A failure is an outcome; who needs what failed is not
 * run. Used once.
 */
public final class Execution {

    private final RunContext context;
    private final Reading reading;
    private final Endpoint destination;
    private final WriteContext.Setting setting;
    private final ResolvedBindings bindings;
    private final DependencyGraph links;
    private final Map<ResourceKey, Outcome> outcomes = new LinkedHashMap<>();
    private final Stop stop;

    /**
     * An execution between two environments of what was just read of them.
     *
     * @param stop begins no further step once it is stopped; running steps end at their next wait or before their next
     *     request
     */
    public Execution(RunContext context, Reading reading, Optional<Endpoint> source, Endpoint destination, Stop stop) {
        this.context = context;
        this.stop = stop;
        this.reading = reading;
        this.destination = destination;
        this.bindings = new ResolvedBindings(
                reading, new Matches(context.plugins(), reading.source(), reading.destination(), reading.mapping()));
        this.links = new DependencyGraph(
                reading.considered().stream()
                        .flatMap(key -> reading.source().find(key).stream())
                        .toList(),
                context.options().waivers());
        this.setting = new WriteContext.Setting(
                source.map(endpoint -> endpoint.limitedTo(Effect.EXPORT)).orElse(null),
                destination,
                context.workspace(),
                bindings,
                context.time());
    }

    /**
     * Does what the plan says; the plan was made of the reading, and approved. There is a report in every case: also when
     * this thread is interrupted, which stops the run and is given back at its end.
     */
    public Report run(Plan plan, ApprovedPlan approved) {
        Instant started = context.time().now();
        int last = plan.steps().stream().mapToInt(Step::wave).max().orElse(-1);
        try (Parallel parallel = new Parallel(context, stop)) {
            for (int wave = 0; wave <= last; wave++) {
                int current = wave;
                List<Step> steps = plan.steps().stream()
                        .filter(step -> step.wave() == current)
                        .toList();
                context.events()
                        .phase("Wave " + (wave + 1) + " of " + (last + 1) + ": " + Counted.of(steps.size(), "step"));
                wave(steps, parallel);
            }
        } finally {
            stop.restoreInterrupt();
        }
        carried(plan);
        List<Outcome> inOrder = plan.steps().stream()
                .flatMap(step -> Optional.ofNullable(outcomes.get(step.key())).stream())
                .toList();
        return new Report(
                plan, approved.approvals(), inOrder, started, context.time().now());
    }

    private void wave(List<Step> steps, Parallel parallel) {
        List<StepRun<?>> runs = new ArrayList<>();
        for (Step step : steps) {
            notRunnable(step).ifPresentOrElse(this::put, () -> runs.add(stepRun(step)));
        }
        List<Ended<Boolean>> ended = parallel.settle(runs, StepRun::write);
        for (int i = 0; i < runs.size(); i++) {
            StepRun<?> run = runs.get(i);
            ended.get(i).orElse(how -> run.end(how, parallel.problem(how)));
        }
        List<StepRun<?>> open = runs.stream().filter(StepRun::isOpen).collect(Collectors.toUnmodifiableList());
        new Verification(context, destination.limitedTo(Effect.READ), parallel, stop).verify(open);
        runs.forEach(run -> put(run.outcome()));
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
        Resource resource = reading.source().find(step.key()).orElseThrow();
        return StepRun.of(step, resource, new StepRun.Surroundings(context, setting, bindings, reading));
    }

    /** What the step needs and what did not arrive in this run, be it itself or what it travels in. */
    private Optional<ResourceKey> missing(Step step) {
        return links.needsOf(step.key()).stream()
                .filter(to -> Optional.ofNullable(
                                outcomes.get(links.carrierOf(to).orElse(to)))
                        .filter(outcome -> !outcome.isDone())
                        .isPresent())
                .findFirst();
    }

    /** What travels inside another one fares as that one does. */
    private void carried(Plan plan) {
        for (Step step : plan.steps()) {
            if (step.action() == Action.CARRIED) {
                links.carrierOf(step.key())
                        .flatMap(carrier -> Optional.ofNullable(outcomes.get(carrier)))
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

    /** Stages every step that does not wait for another one of the plan; what goes wrong becomes a finding. */
    public List<Finding> rehearse(Plan plan) {
        List<Step> steps =
                plan.steps().stream().filter(step -> step.action().writes()).toList();
        Set<ResourceKey> written = steps.stream().map(Step::key).collect(Collectors.toSet());
        try (Parallel parallel = new Parallel(context, stop)) {
            context.events().phase("Rehearsing " + Counted.of(steps.size(), "step"));
            List<Finding> found = parallel.map(steps, step -> rehearse(step, written)).stream()
                    .flatMap(Optional::stream)
                    .toList();
            stop.requireNotStopped();
            return found;
        } finally {
            stop.restoreInterrupt();
        }
    }

    private Optional<Finding> rehearse(Step step, Set<ResourceKey> written) {
        return links.needsOf(step.key()).stream()
                .map(to -> links.carrierOf(to).orElse(to))
                .filter(written::contains)
                .findFirst()
                .map(to -> EngineFindings.notRehearsed(step.key(), to))
                .or(() -> stepRun(step).rehearse());
    }
}
