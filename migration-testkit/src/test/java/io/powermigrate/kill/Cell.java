package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.journal.Journal;
import io.powermigrate.model.Binding;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.testkit.fake.FakeApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** A run that is killed at a moment, and run again in another process: what came of it. */
record Cell(KillWorld.Kind kind, Moment moment) implements Killing {

    static final String RIGHT = "right";
    static final String TOLD = "told";

    private static final int RUNS_AFTER_A_PERSON = 3;

    /** Whether the next run finished the rest, or one more after a person did what it had said. */
    @Override
    public String result(Path folder, OtherRun next) throws Exception {
        try (KillWorld world = new KillWorld(folder, kind)) {
            assertThat(moment.kills(world))
                    .as("%s, %s: was reached", kind, moment)
                    .isTrue();
            Order order = world.order();
            List<Told> told = next.does(order);
            String result = told.isEmpty() ? RIGHT : TOLD;
            for (int i = 0; !told.isEmpty() && i < RUNS_AFTER_A_PERSON; i++) {
                assertHelps(told);
                order = order.pasting(does(told, world, order));
                told = next.does(order);
            }
            String as = kind + ", " + moment + ", " + result;
            assertThat(told).as(as).isEmpty();
            world.assertRight(as);
            try (Run last = new Run(order)) {
                assertThat(last.open())
                        .as("%s: changes of a plan afterwards", as)
                        .isZero();
            }
            return result;
        }
    }

    private void assertHelps(List<Told> told) {
        SoftAssertions softly = new SoftAssertions();
        told.forEach(each -> {
            softly.assertThat(each.reason())
                    .as("%s, %s: %s", kind, moment, each)
                    .isNotBlank();
            softly.assertThat(each.remedy())
                    .as("%s, %s: %s", kind, moment, each)
                    .isNotBlank();
        });
        softly.assertAll();
    }

    /** Does what a person is told: looks in the destination, and says what is there. */
    private static List<Binding> does(List<Told> told, KillWorld world, Order order) {
        List<Binding> pasted = new ArrayList<>();
        for (Told each : told) {
            if (each.remedy().contains("notStarted")) {
                List<FakeApp> found = world.looksFor(each.key(), each.originId());
                if (found.isEmpty()) {
                    try (Journal journal = Journal.in(order.journal())) {
                        journal.notStarted(
                                each.key(),
                                "looked in Fabrikam Prod",
                                world.time().time().now());
                    }
                } else {
                    pasted.add(Binding.of(
                            CanvasApp.TYPE, each.originId(), found.get(0).id()));
                }
            } else {
                pasted.addAll(each.lines().stream().limit(1).toList());
            }
        }
        return pasted;
    }
}
