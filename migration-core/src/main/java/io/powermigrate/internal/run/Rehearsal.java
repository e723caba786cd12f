package io.powermigrate.internal.run;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stages every package of a plan, and every other step that does not wait for one of the plan. What goes wrong becomes a
 * finding; what was staged is taken away again.
 */
public final class Rehearsal {

    private final RunContext context;
    private final Surroundings around;
    private final Plan plan;

    /** The rehearsal of a plan that was made of what was just read. */
    public Rehearsal(RunContext context, Reading reading, Plan plan, Sides sides) {
        this.context = context;
        this.plan = plan;
        this.around = Surroundings.of(context, reading, plan, sides);
    }

    /**
     * Everything that it found.
     *
     * @throws io.powermigrate.error.MigrationException when it is interrupted: what was not tried is not known
     */
    public List<Finding> found() {
        List<Step> steps =
                plan.steps().stream().filter(step -> step.action().writes()).toList();
        Set<ResourceKey> written = steps.stream().map(Step::key).collect(Collectors.toSet());
        Stop stop = new Stop();
        try (Parallel parallel = new Parallel(context, stop)) {
            context.events().phase("Rehearsing " + Counted.of(steps.size(), "step"));
            List<Finding> found = parallel.map(steps, step -> found(step, written)).stream()
                    .flatMap(List::stream)
                    .toList();
            stop.requireNotStopped();
            return found;
        } finally {
            stop.restoreInterrupt();
        }
    }

    private List<Finding> found(Step step, Set<ResourceKey> written) {
        Optional<ResourceKey> waitsFor = waitsFor(step, written);
        if (waitsFor.isPresent()) {
            return List.of(EngineFindings.notRehearsed(step.key(), waitsFor.get()));
        }
        StepRun<?> run =
                StepRun.of(step, around.reading().source().find(step.key()).orElseThrow(), around);
        try {
            return run.rehearse();
        } finally {
            run.unstage();
        }
    }

    /** A package waits for other packages only: of all else it is told what the plan brings before it. */
    private Optional<ResourceKey> waitsFor(Step step, Set<ResourceKey> written) {
        if (context.plugins().carries(step.key().type())) {
            return around.links().before(step.key(), written).stream()
                    .filter(to -> context.plugins().carries(to.type()))
                    .findFirst();
        }
        return around.links().needsOf(step.key()).stream()
                .map(to -> around.links().carrierOf(to).orElse(to))
                .filter(written::contains)
                .findFirst();
    }
}
