package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.journal.JournalHeldException;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Two executions of plans that were made before either began, the second one some time after the first.
 *
 * @param who what they share
 * @param offset in real time
 * @param shared whether they have the same journal
 */
record TwoAtOnce(Who who, Duration offset, boolean shared) {

    /** As slow as a service is, so that the second one begins while the first one runs. */
    private static final Duration LATENCY = Duration.ofMillis(40);

    /** What the two share. */
    enum Who {
        SAME_OBJECT("the same migration"),
        TWO_OBJECTS("two migrations of one process"),
        TWO_PROCESSES("two processes");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What came of them: how many were refused, and how many apps there are too many. */
    record Result(List<String> refused, int doubled) {

        String words() {
            String second = refused.isEmpty() ? "both ran" : "one refused";
            return second + ", " + doubled + " doubled";
        }
    }

    Result result(Path folder) throws Exception {
        try (KillWorld world = new KillWorld(folder, new KillWorld.Kind(false, true))) {
            world.fake.latency(LATENCY);
            Order first = world.order();
            Order second = shared ? first : first.in(folder.resolve("another journal"));
            List<String> refused = who == Who.TWO_PROCESSES ? processes(first, second) : objects(first, second);
            world.fake.latency(Duration.ZERO);
            return new Result(refused, world.doubled());
        }
    }

    private List<String> processes(Order first, Order second) throws Exception {
        try (OtherRun one = OtherRun.start(first.waiting());
                OtherRun other = OtherRun.start(second.waiting())) {
            one.planned();
            other.planned();
            one.go();
            Time.system().sleep(offset);
            other.go();
            List<String> refused = new ArrayList<>(one.refused());
            refused.addAll(other.refused());
            return refused;
        }
    }

    private List<String> objects(Order first, Order second) throws Exception {
        try (Run one = new Run(first);
                Run other = shared ? one : new Run(second)) {
            Migration migration = one.migration();
            Migration rival = who == Who.SAME_OBJECT ? migration : other.migration();
            ApprovedPlan approved = approved(migration, first);
            ApprovedPlan again = who == Who.SAME_OBJECT ? approved : approved(rival, first);
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> migration.execute(approved));
            Time.system().sleep(offset);
            List<String> refused = new ArrayList<>();
            try {
                rival.execute(again);
            } catch (JournalHeldException held) {
                refused.add(held.getMessage());
            }
            try {
                running.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(JournalHeldException.class);
                refused.add(String.valueOf(e.getCause()));
            }
            return refused;
        }
    }

    private static ApprovedPlan approved(Migration migration, Order order) {
        return migration
                .plan()
                .approve(Approval.by("ada@contoso.com", order.time().time().now()));
    }

    /** Every way, at three offsets. */
    static List<TwoAtOnce> all() {
        List<TwoAtOnce> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (int millis : List.of(0, 500, 2000)) {
                all.add(new TwoAtOnce(who, Duration.ofMillis(millis), true));
                if (who != Who.SAME_OBJECT) {
                    all.add(new TwoAtOnce(who, Duration.ofMillis(millis), false));
                }
            }
        }
        return all;
    }
}
