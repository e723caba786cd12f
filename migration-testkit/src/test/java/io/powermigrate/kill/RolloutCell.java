package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.journal.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A rollout that is killed at a moment, and run again in another process: what came of it.
 *
 * @param lost whether the next run has not the journal of the middle customer
 */
record RolloutCell(boolean lost, Moment.Request moment) implements Killing {

    private static final int RUNS_AFTER_A_PERSON = 3;

    @Override
    public String result(Path folder, OtherRun next) throws Exception {
        try (RolloutWorld world = new RolloutWorld(folder)) {
            assertThat(moment.kills(world)).as("%s: was reached", this).isTrue();
            Map<String, Long> before = world.changes();
            if (lost) {
                world.forgets();
            }
            List<Told> told = next.does(world.order());
            String result = told.isEmpty() ? Cell.RIGHT : Cell.TOLD;
            for (int i = 0; !told.isEmpty() && i < RUNS_AFTER_A_PERSON; i++) {
                does(told, world);
                told = next.does(world.order());
            }
            assertThat(told).as("%s", this).isEmpty();
            world.assertRight(toString());
            Map<String, Long> after = world.changes();
            assertThat(done()).allSatisfy(customer -> assertThat(after.get(customer))
                    .as("%s: requests above READ to %s", this, customer)
                    .isEqualTo(before.get(customer)));
            try (RolloutRun last = new RolloutRun(world.order())) {
                assertThat(last.open())
                        .as("%s: changes of a plan afterwards", this)
                        .isZero();
            }
            return result;
        }
    }

    /** The customers that were done when the run was killed. */
    private List<String> done() {
        String customer = ((At) moment.operation()).customer();
        return RolloutWorld.CUSTOMERS.subList(0, RolloutWorld.CUSTOMERS.indexOf(customer));
    }

    /** A person looks, finds nothing, and says so. */
    private void does(List<Told> told, RolloutWorld world) {
        for (Told each : told) {
            assertThat(each.remedy()).as("%s: %s", this, each).contains("notStarted");
            assertThat(world.environment(RolloutWorld.MIDDLE).apps())
                    .noneMatch(app -> app.displayName().equals(each.key().name()));
            try (Journal journal = Journal.in(world.journal(RolloutWorld.MIDDLE))) {
                journal.notStarted(each.key(), "looked there", world.clock().now());
            }
        }
    }

    @Override
    public String toString() {
        return moment + ", journal " + (lost ? "lost" : "kept");
    }
}
