package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.journal.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A run of packages that is killed at a moment, and run again in another process: what came of it.
 *
 * @param worlds opens the world in a folder
 * @param lost whether the next run has not the journal of the first
 */
record PackageCell(Function<Path, PackagesWorld> worlds, boolean lost, Moment moment) implements Killing {

    private static final int RUNS_AFTER_A_PERSON = 3;

    /** Whether the next run finished the rest, or one more after a person did what it had said. */
    @Override
    public String result(Path folder, OtherRun next) throws Exception {
        try (PackagesWorld world = worlds.apply(folder)) {
            assertThat(moment.kills(world)).as("%s: was reached", this).isTrue();
            Order order = lost ? world.forgetting() : world.order();
            List<Told> told = next.does(order);
            String result = isOpen(told, world) ? Cell.TOLD : Cell.RIGHT;
            for (int i = 0; isOpen(told, world) && i < RUNS_AFTER_A_PERSON; i++) {
                assertHelps(told);
                does(told, world, order);
                told = next.does(order);
            }
            String as = this + ", " + result;
            assertThat(told).as(as).allMatch(Told::isNote);
            world.settled();
            world.assertRight(as + " " + told);
            return result;
        }
    }

    /** What only may be open is open where it is; then it was told. */
    private static boolean isOpen(List<Told> told, PackagesWorld world) {
        boolean published = world.to().isPublished();
        assertThat(published || !told.isEmpty())
                .as("what is not published is told")
                .isTrue();
        return !published || !told.stream().allMatch(Told::isNote);
    }

    private static void assertHelps(List<Told> told) {
        assertThat(told).allSatisfy(each -> {
            assertThat(each.reason()).isNotBlank();
            assertThat(each.remedy()).isNotBlank();
        });
    }

    /** Does what a person is told: looks in the destination, says what is there, publishes. */
    private static void does(List<Told> told, PackagesWorld world, Order order) {
        world.settled();
        for (Told each : told) {
            if (world.does(each)) {
                continue;
            }
            if (each.key().type().equals(Solution.TYPE.name()) && each.remedy().contains("notStarted")) {
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
