package io.powermigrate.testkit.contract;

import static io.powermigrate.testkit.contract.Promise.require;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.report.Undo;
import java.util.HashMap;
import java.util.Map;

/** What a migrator promises of the undo of a run. */
final class UndoPromise {

    private static final String OR_SAY =
            " Let update write whatever fetch tells, or say in takenBackByHand what a person does\n";

    private final MigrationRun runs;
    private final TwoEnvironments environments;

    UndoPromise(MigrationRun runs, TwoEnvironments environments) {
        this.runs = runs;
        this.environments = environments;
    }

    void updateTakenBack() {
        String id = environments.make();
        runs.run().orThrow();
        environments.change(id);
        Map<ResourceKey, String> before = held(runs.plan());
        Report report = runs.run();
        report.orThrow();
        if (report.undo().isEmpty()) {
            return; // it has seen no change; another promise says so
        }
        Report undone = runs.undo(report);
        Map<ResourceKey, String> after = held(runs.plan());
        report.undo().stream()
                .filter(undo -> undo.way() == Undo.Way.PUT_BACK && isPutBack(undo, undone))
                .map(Undo::key)
                .forEach(key -> assertEquals(
                        before.get(key),
                        after.get(key),
                        () -> "the fingerprint of what the destination holds of " + key + " after the undo." + OR_SAY
                                + undone.toLongText()));
    }

    /** False where the plan of the undo says what a person does. */
    private static boolean isPutBack(Undo undo, Report undone) {
        Step step = undone.plan().steps().stream()
                .filter(each -> each.originId().equals(undo.destinationId()))
                .findFirst()
                .orElseThrow();
        if (step.action() == Action.BLOCKED) {
            return false;
        }
        require(
                undone.outcome(step.key()).filter(Outcome::isDone).isPresent(),
                () -> undo.key() + " was not put back." + OR_SAY + undone.toLongText());
        return true;
    }

    private static Map<ResourceKey, String> held(Plan plan) {
        Map<ResourceKey, String> held = new HashMap<>();
        plan.steps().forEach(step -> step.counterpart().ifPresent(one -> held.put(step.key(), one.fingerprint())));
        return held;
    }
}
