package io.powermigrate.testkit.contract;

import static io.powermigrate.testkit.contract.Promise.require;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What a migrator promises of whole runs. */
final class MigrationPromises {

    private final MigrationRun runs;
    private final TwoEnvironments environments;
    private final List<? extends ResourceType<?>> types;

    /** Runs that are about some types; the first of them is the one that is written. */
    MigrationPromises(MigrationRun runs, TwoEnvironments environments, List<? extends ResourceType<?>> types) {
        this.runs = runs;
        this.environments = environments;
        this.types = types;
    }

    void planningReadsOnly() {
        environments.make();
        environments.make();
        runs.plan();
        assertEquals(
                0,
                runs.aboveRead(),
                "requests above READ. Send what starts or changes anything in stage, create or update");
    }

    void secondPlanEmpty() {
        environments.make();
        environments.make();
        done(runs.run());
        long before = runs.aboveRead();
        nothingToDo(runs.plan());
        done(runs.run());
        assertEquals(before, runs.aboveRead(), "requests above READ, before and after a run that has nothing to do");
    }

    void changeArrives() {
        String id = environments.make();
        done(runs.run());
        int there = there();
        environments.change(id);
        Plan plan = runs.plan();
        require(plan.changes() > 0, () -> "no step for it. Let differences see it; the plan is\n" + plan.toLongText());
        done(runs.run());
        nothingToDo(runs.plan());
        assertEquals(there, there(), "how many the destination holds");
    }

    /** What carries is not made before it is exported, so planning may do that, once. */
    void exportedOnce() {
        environments.make();
        environments.make();
        runs.plan();
        long exported = environments.requests(environments.source(), Effect.EXPORT);
        assertEquals(
                0,
                runs.above(Effect.EXPORT, environments.source()),
                "requests above EXPORT to the source while planning");
        assertEquals(
                0,
                runs.above(Effect.READ, environments.destination()),
                "requests above READ to the destination while planning");
        runs.plan();
        done(runs.run());
        assertEquals(
                exported,
                environments.requests(environments.source(), Effect.EXPORT),
                "exports, after another plan and a run. Keep what was exported in the workspace");
    }

    void contentsReadBack() {
        environments.make();
        environments.make();
        done(runs.run());
    }

    void contentsRepaired() {
        String id = environments.make();
        done(runs.run());
        environments.changeInDestination(id);
        Plan plan = runs.plan();
        require(plan.changes() > 0, () -> "no step brings it back; the plan is\n" + plan.toLongText());
        done(runs.run());
        nothingToDo(runs.plan());
    }

    void rehearsalLeavesNothing() {
        environments.make();
        runs.rehearse();
        assertEquals(
                0,
                environments.requests(environments.destination(), Effect.WRITE),
                "requests of WRITE. Stage in a scratch place that nothing live reads");
        assertEquals(
                0,
                environments.staged().orElse(0),
                "uploads that stay in the scratch place. Take them away in unstage");
    }

    void refusalReported() {
        int before = there();
        environments.make();
        Report refused = runs.run(environments::refuseWrites);
        environments.allowWrites();
        List<Outcome> written = outcomes(refused);
        require(!written.isEmpty(), () -> "no step wrote\n" + refused.toLongText());
        for (Outcome outcome : written) {
            assertEquals(
                    Outcome.State.FAILED,
                    outcome.state(),
                    () -> "the outcome. Let the exception through\n" + refused.toLongText());
            require(
                    !(outcome.reason().isBlank() || outcome.remedy().isBlank()),
                    "the outcome says neither why nor what to do");
        }
        arrivedOnce(before);
    }

    void ceilingKept() {
        String id = environments.make();
        refusedBeforeItIsSent();
        done(runs.run());
        environments.change(id);
        refusedBeforeItIsSent();
    }

    private void refusedBeforeItIsSent() {
        long before = runs.above(Effect.STAGE, environments.destination());
        Report refused = runs.runWithin(Effect.STAGE);
        assertEquals(
                before,
                runs.above(Effect.STAGE, environments.destination()),
                "requests above STAGE, before and after a run that may send none. Call context.destination().require(Effect.WRITE,"
                        + " what it is) before each of them");
        require(
                outcomes(refused).stream().noneMatch(Outcome::isDone),
                () -> "a step was done without a write\n" + refused.toLongText());
    }

    void sourceUntouched() {
        environments.make();
        done(runs.run());
        assertEquals(
                0,
                runs.above(Effect.EXPORT, environments.source()),
                "requests above EXPORT to the source. Change the destination only");
    }

    void throttlingWaitedOut() {
        environments.make();
        Duration before = environments.clock().waited();
        done(runs.run(environments::throttleNextRequest));
        require(
                !environments.clock().waited().equals(before),
                "nobody waited. Wait as long as the service says before sending again");
    }

    void lostAnswer() {
        int before = there();
        environments.make();
        runs.run(environments::loseNextAnswer);
        arrivedOnce(before);
    }

    void lostJournal() {
        environments.make();
        done(runs.run());
        runs.loseJournal();
        nothingToDo(runs.plan());
    }

    void madeMeanwhile() {
        int before = there();
        environments.make();
        runs.run(environments::makeInDestination);
        assertEquals(
                before + 1,
                there(),
                "how many the destination holds. Look for one of the name right before you make one, as Operation.alike does");
    }

    void noSecret() {
        environments.make();
        String secret = environments.secret().orElse("");
        Assumptions.assumeFalse(secret.isEmpty(), "not tested: there is no place for a secret");
        Plan plan = runs.plan();
        Report report = runs.run();
        require(!(plan.toLongText() + plan.toJson()).contains(secret), "the plan holds it");
        require(!(report.toLongText() + report.toJson()).contains(secret), "the report holds it");
        require(!runs.journal().entries().toString().contains(secret), "the journal holds it");
    }

    /** Runs again, and finds that everything came, and nothing twice. */
    private void arrivedOnce(int before) {
        done(runs.run());
        nothingToDo(runs.plan());
        long wanted = runs.plan().steps().stream().filter(this::isWritten).count();
        assertEquals(
                before + wanted,
                there(),
                "how many the destination holds. Check what an earlier try left before making another one");
    }

    private int there() {
        return runs.inDestination(types.subList(0, 1)).size();
    }

    private boolean isWritten(Step step) {
        return step.key().type().equals(types.get(0).name());
    }

    private List<Outcome> outcomes(Report report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.key().type().equals(types.get(0).name()))
                .toList();
    }

    private void nothingToDo(Plan plan) {
        List<Step> steps = plan.steps().stream()
                .filter(step -> types.stream()
                        .anyMatch(type -> type.name().equals(step.key().type())))
                .toList();
        require(!steps.isEmpty(), "the plan says nothing about what was made");
        for (Step step : steps) {
            assertEquals(
                    Action.SKIP,
                    step.action(),
                    () -> "what the second plan does with " + step.key() + "\n" + plan.toLongText());
        }
    }

    private void done(Report report) {
        require(!report.plan().steps().isEmpty(), "the plan says nothing about what was made");
        for (Step step : report.plan().steps()) {
            require(
                    !(step.action() == Action.BLOCKED
                            || step.action() == Action.HELD
                            || (isWritten(step) && step.action() == Action.BY_HAND)),
                    () -> step.key() + " does not travel\n" + report.plan().toLongText());
        }
        report.orThrow();
    }
}
