package io.powermigrate.run;

import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Matches;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Reading;
import io.powermigrate.plan.ResolvedBindings;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.spi.Effect;
import io.powermigrate.spi.Endpoint;
import io.powermigrate.spi.WriteContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executes the steps of a plan, wave by wave, on a bounded pool. A failure is an outcome; who needs what failed is not
 * run. Used once.
 */
public final class Execution {

    private final Setup setup;
    private final Reading reading;
    private final Endpoint destination;
    private final WriteContext.Setting setting;
    private final ResolvedBindings bindings;
    private final Map<ResourceKey, Outcome> outcomes = new LinkedHashMap<>();

    /** An execution between two environments of what was just read of them. */
    public Execution(Setup setup, Reading reading, Optional<Endpoint> source, Endpoint destination) {
        this.setup = setup;
        this.reading = reading;
        this.destination = destination;
        this.bindings = new ResolvedBindings(
                reading,
                new Matches(setup.tools().plugins(), reading.source(), reading.destination(), reading.mapping()));
        this.setting = new WriteContext.Setting(
                source.map(endpoint -> endpoint.limitedTo(Effect.EXPORT)),
                destination,
                setup.tools().workspace(),
                bindings,
                setup.time());
    }

    /** Does what the plan says; the plan was made of the reading, and approved. */
    public Report run(Plan plan, ApprovedPlan approved) {
        Instant started = setup.time().now();
        int last = plan.steps().stream().mapToInt(Step::wave).max().orElse(-1);
        try (Parallel parallel = new Parallel(setup.parallelism())) {
            for (int wave = 0; wave <= last; wave++) {
                int current = wave;
                List<Step> steps = plan.steps().stream()
                        .filter(step -> step.wave() == current)
                        .toList();
                setup.events().phase("Wave " + wave + ": " + steps.size() + " steps");
                wave(steps, parallel);
            }
        }
        carried(plan);
        List<Outcome> inOrder = plan.steps().stream()
                .flatMap(step -> Optional.ofNullable(outcomes.get(step.key())).stream())
                .toList();
        return new Report(
                plan, approved.approvals(), inOrder, started, setup.time().now());
    }

    private void wave(List<Step> steps, Parallel parallel) {
        List<Step> runnable = new ArrayList<>();
        for (Step step : steps) {
            Optional<ResourceKey> missing = missing(step);
            if (missing.isPresent()) {
                put(Outcome.notRun(
                        step.key(),
                        step.action(),
                        missing.get() + " is not in the destination",
                        "Settle that one, then plan and execute again"));
            } else {
                runnable.add(step);
            }
        }
        List<StepRun<?>> runs = runnable.stream().<StepRun<?>>map(this::stepRun).toList();
        parallel.map(runs, StepRun::write);
        new Verification(setup, destination.limitedTo(Effect.READ), parallel).verify(runs);
        runs.forEach(run -> put(run.outcome()));
    }

    private void put(Outcome outcome) {
        outcomes.put(outcome.key(), outcome);
        setup.events()
                .of(
                        Event.Kind.ENDED,
                        outcome.key(),
                        outcome.state() + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
    }

    private StepRun<?> stepRun(Step step) {
        Resource resource = reading.source().find(step.key()).orElseThrow();
        return StepRun.of(step, resource, new StepRun.Surroundings(setup, setting, bindings, reading));
    }

    private Optional<ResourceKey> missing(Step step) {
        return reading.source().find(step.key()).stream()
                .flatMap(resource -> resource.references().stream())
                .filter(reference -> reference.kind() == Reference.Kind.NEEDS)
                .map(Reference::to)
                .filter(to -> outcomes.containsKey(to) && !outcomes.get(to).isDone())
                .findFirst();
    }

    /** What travels inside another one fares as that one does. */
    private void carried(Plan plan) {
        for (Step step : plan.steps()) {
            if (step.action() == Action.CARRIED) {
                reading.source().find(step.key()).stream()
                        .flatMap(resource -> resource.references().stream())
                        .filter(reference -> reference.kind() == Reference.Kind.PART_OF)
                        .flatMap(reference -> Optional.ofNullable(outcomes.get(reference.to())).stream())
                        .findFirst()
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
