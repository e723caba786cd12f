package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migrator says which places would not work in the destination: in the plan, and again before its step writes. */
class CheckTest {

    private final World world = new World();
    private final Thing app = app("a1", "Expenses");

    @ParameterizedTest
    @CsvSource({"WARN, CREATE", "RECREATE, HELD", "RECREATE_BY_HAND, HELD", "BLOCK, BLOCKED"})
    void what_would_not_work_decides_what_happens(Verdict verdict, Action action) {
        world.source.put(app);
        checking(context -> List.of(finding(verdict)));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(action);
        assertThat(rulesOf(step(plan, app))).contains("CHECK-1");
        assertThat(plan.toLongText()).contains("the column Amount is not there");
    }

    @Test
    void what_is_there_already_is_not_asked_about() {
        world.source.put(app);
        world.destination.put(app("x", "Expenses"));
        checking(context -> List.of(finding(Verdict.BLOCK)));
        assertThat(step(world.plan(), app).action()).isEqualTo(Action.SKIP);
    }

    @Test
    void what_else_is_to_be_settled_is_told_before_it_is_settled_which_one_of_the_destination_it_is() {
        world.source.put(app);
        world.destination.put(app("x", "Expenses"), app("y", "Expenses"));
        checking(context -> List.of(finding(Verdict.WARN)));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(step(plan, app))).contains("ENG-AMBIGUOUS", "CHECK-1");
        assertThat(plan.toLongText()).contains("do: Add the column");
    }

    @Test
    void a_finding_that_the_caller_accepted_only_warns() {
        world.source.put(app);
        checking(context -> List.of(finding(Verdict.BLOCK)));
        Plan plan = world.plan(builder -> builder.waive("CHECK-1", app.key(), "nobody uses it"));
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(plan.toLongText()).contains("accepted because nobody uses it");
    }

    @Test
    void what_an_earlier_step_makes_counts_and_is_looked_for_again_before_the_step() {
        Thing flow = flow("f1", "Approve");
        world.source.put(app.needs(flow), flow);
        List<Boolean> arrives = new ArrayList<>();
        List<Boolean> known = new ArrayList<>();
        checking(context -> {
            arrives.add(context.arrives().test(flow.key()));
            known.add(context.bindings().destinationId(flow.key()).isPresent());
            return List.of();
        });
        Report report = world.run(builder -> builder.recreate(Thing.FLOW));
        report.orThrow();
        assertThat(arrives).containsOnly(true);
        assertThat(known.get(0)).as("while the plan is made").isFalse();
        assertThat(known.get(known.size() - 1)).as("before the step writes").isTrue();
    }

    @Test
    void what_has_stopped_working_since_the_plan_fails_the_step_before_it_writes() {
        world.source.put(app);
        List<Finding> found = new ArrayList<>();
        checking(context -> List.copyOf(found));
        Report report = world.run(builder -> builder.listener(event -> {
            if (event.message().startsWith("Wave")) {
                found.add(finding(Verdict.BLOCK));
            }
        }));
        Outcome outcome = report.outcome(app.key()).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(outcome.reason()).isEqualTo("the column Amount is not there");
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }

    @Test
    void warnings_stand_in_the_outcome_too() {
        world.source.put(app);
        checking(context -> List.of(finding(Verdict.WARN)));
        assertThat(world.run().outcome(app.key()).orElseThrow().findings())
                .extracting(Finding::rule)
                .containsExactly("CHECK-1");
    }

    @Test
    void a_check_that_throws_blocks_what_it_could_not_check() {
        world.source.put(app);
        checking(context -> {
            throw new IllegalStateException("oops");
        });
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, app).reason()).contains("oops");
    }

    @ParameterizedTest
    @CsvSource({"BLOCK, 3, 3, 0", "BLOCK, 11, 11, 0", "BLOCK, 300, 10, 290", "WARN, 300, 10, 290"})
    void a_plan_tells_many_places_of_one_finding_by_the_first_ones(Verdict verdict, int places, int shown, int more) {
        world.source.put(app);
        checking(context -> IntStream.range(0, places)
                .mapToObj(i -> finding(verdict).at(List.of(Location.of("Home / Label" + i + " / Text", ""))))
                .toList());
        Plan plan = world.plan();
        String text = plan.toLongText();
        assertThat(text.lines().filter(line -> line.contains("at Home / "))).hasSize(shown);
        assertThat(text.lines().filter(line -> line.contains("do: Add the column")))
                .hasSize(1);
        assertThat(text.contains("… and " + more + " more")).isEqualTo(more > 0);
        assertThat(plan.why(app.key()).toText().lines().filter(line -> line.contains("at Home / ")))
                .hasSize(shown);
        assertThat(rulesOf(step(plan, app)).stream().filter("CHECK-1"::equals)).hasSize(places);
        assertThat(plan.toJson()).contains("Home / Label" + (places - 1) + " / Text");
    }

    private void checking(Function<CheckContext, List<Finding>> check) {
        world.readers.set(0, new ThingMigrator(Thing.APP, world) {
            @Override
            public List<Finding> check(Thing source, CheckContext context) {
                return check.apply(context);
            }
        });
    }

    private Finding finding(Verdict verdict) {
        return Finding.of(
                "CHECK-1",
                app.key(),
                verdict,
                new Explanation("the column Amount is not there", "Add the column", World.BASIS));
    }
}
