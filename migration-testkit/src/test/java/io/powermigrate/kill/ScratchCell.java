package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.journal.Journal;
import java.nio.file.Path;
import java.util.List;

/**
 * A run through a scratch solution that is killed at a moment, and run again in another process: what came of it.
 *
 * @param lost whether the next run has not the journal of the first
 */
record ScratchCell(boolean lost, Moment moment) implements Killing {

    private static final int RUNS_AFTER_A_PERSON = 3;

    @Override
    public String result(Path folder, OtherRun next) throws Exception {
        try (ScratchWorld world = new ScratchWorld(folder)) {
            assertThat(moment.kills(world)).as("%s: was reached", this).isTrue();
            Order order = lost ? world.order().in(folder.resolve("another journal")) : world.order();
            List<Told> told = next.does(order);
            String result = isOpen(told, world) ? Cell.TOLD : Cell.RIGHT;
            for (int i = 0; isOpen(told, world) && i < RUNS_AFTER_A_PERSON; i++) {
                does(told, world, order);
                told = next.does(order);
            }
            assertThat(told).as("%s", this).allMatch(Told::isNote);
            world.settled();
            world.assertRight(this + ", " + result + " " + told);
            return result;
        }
    }

    /** What only may be open is open where it is; then it was told. */
    private boolean isOpen(List<Told> told, ScratchWorld world) {
        boolean published = world.to().isPublished();
        assertThat(published || !told.isEmpty())
                .as("%s: what is not published is told", this)
                .isTrue();
        return !published || !told.stream().allMatch(Told::isNote);
    }

    /** Does what a person is told. */
    private void does(List<Told> told, ScratchWorld world, Order order) {
        world.settled();
        for (Told each : told) {
            assertThat(each.reason()).as("%s", this).isNotBlank();
            assertThat(each.remedy()).as("%s", this).isNotBlank();
            if (each.remedy().contains("removeLeftovers")) {
                assertThat(world.removeLeftovers()).as("%s", this).isNotEmpty();
            } else if (each.key().type().equals(Solution.TYPE.name())
                    && each.remedy().contains("notStarted")) {
                assertThat(world.to().solutions().imports()).as("%s", each).isZero();
                try (Journal journal = Journal.in(order.journal())) {
                    journal.notStarted(
                            each.key(), "looked in Fabrikam Prod", world.clock().now());
                }
            } else if (each.isNote()) {
                world.to().publish();
            }
        }
    }

    @Override
    public String toString() {
        return moment + ", journal " + (lost ? "lost" : "kept");
    }
}
