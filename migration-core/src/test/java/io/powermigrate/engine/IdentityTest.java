package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which resource of the destination one of the source is. */
class IdentityTest {

    private final World world = new World();
    private final Thing first = app("a1", "Expenses");
    private final Thing second = app("a2", "Expenses");

    private static List<Binding> lines(Plan plan, Thing blocked) {
        return step(plan, blocked).findings().stream()
                .flatMap(found -> found.suggestions().stream())
                .toList();
    }

    @Test
    void a_unique_name_is_the_same_resource_in_both_environments() {
        world.source.put(first);
        world.destination.put(app("x", "Expenses").text("other"));
        Step step = step(world.plan(), first);
        assertThat(step.action()).isEqualTo(Action.UPDATE);
        assertThat(step.counterpart().orElseThrow().id()).isEqualTo("x");
        assertThat(step.counterpart().orElseThrow().how()).isEqualTo("has the same name");
    }

    @Test
    void of_twins_in_an_empty_destination_the_first_is_made_and_the_others_are_blocked_with_the_line_to_paste() {
        world.source.put(second, first);
        Plan plan = world.plan();
        assertThat(step(plan, first).action()).isEqualTo(Action.CREATE);
        Step blocked = step(plan, second);
        assertThat(blocked.action()).isEqualTo(Action.BLOCKED);
        assertThat(blocked.key()).isEqualTo(new ResourceKey("app", "Expenses", "a2"));
        assertThat(plan.toLongText()).contains("paste: Binding.asNew(\"app\", \"a2\")");
    }

    @Test
    void after_the_first_twin_arrived_the_other_is_still_blocked_and_what_the_first_became_is_no_candidate() {
        world.source.put(first, second);
        world.run();
        Plan plan = world.plan();
        assertThat(step(plan, first).action()).isEqualTo(Action.SKIP);
        assertThat(step(plan, first).counterpart().orElseThrow().how()).isEqualTo("bound by an earlier run");
        assertThat(step(plan, second).action()).isEqualTo(Action.BLOCKED);
        assertThat(lines(plan, second)).containsExactly(Binding.asNew(Thing.APP, "a2"));
    }

    @Test
    void where_all_of_a_name_are_bound_to_other_twins_the_first_that_is_left_is_made() {
        world.source.put(first, second, app("a3", "Expenses"));
        Mapping mapping = Mapping.of(Binding.asNew(Thing.APP, "a2"), Binding.of(Thing.APP, "a3", "x"));
        world.destination.put(app("x", "Expenses"));
        assertThat(step(world.plan(builder -> builder.mapping(mapping)), first).action())
                .isEqualTo(Action.CREATE);
    }

    @Test
    void what_a_line_binds_to_one_twin_is_no_candidate_for_another_one_but_the_rest_are() {
        world.source.put(first, second);
        world.destination.put(app("x", "Expenses"), app("y", "Expenses"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.APP, "a1", "X"))));
        assertThat(step(plan, second).reason())
                .isEqualTo(
                        "several of the source have this name, and 1 there with it is bound to others of the source");
        assertThat(lines(plan, second))
                .containsExactly(Binding.of(Thing.APP, "a2", "y"), Binding.asNew(Thing.APP, "a2"));
    }

    @Test
    void a_twin_bound_as_new_is_made_once() {
        world.source.put(first, second);
        Mapping mapping = Mapping.of(Binding.asNew(Thing.APP, "a2"));
        assertThat(world.run(builder -> builder.mapping(mapping)).outcomes()).hasSize(2);
        Plan again = world.plan();
        assertThat(step(again, first).action()).isEqualTo(Action.SKIP);
        assertThat(step(again, second).action()).isEqualTo(Action.SKIP);
        assertThat(world.destination.items("app")).hasSize(2);
    }

    @Test
    void a_line_that_says_new_makes_no_second_one_when_it_stays_in_the_mapping() {
        world.source.put(first, second);
        Mapping mapping = Mapping.of(Binding.asNew(Thing.APP, "a2"));
        world.run(builder -> builder.mapping(mapping));
        Plan again = world.plan(builder -> builder.mapping(mapping));
        assertThat(step(again, second).action()).isEqualTo(Action.SKIP);
    }

    @Test
    void a_line_that_says_new_makes_a_new_one_of_what_an_earlier_run_brought_into_the_wrong_one() {
        world.source.put(first);
        world.destination.put(app("x", "Expenses").text("other"));
        world.run();
        Mapping mapping = Mapping.of(Binding.asNew(Thing.APP, "a1"));
        assertThat(step(world.plan(builder -> builder.mapping(mapping)), first).action())
                .isEqualTo(Action.CREATE);
        world.run(builder -> builder.mapping(mapping));
        world.source.put(first.text("newer"));
        world.run(builder -> builder.mapping(mapping));
        assertThat(world.destination.items("app")).hasSize(2);
    }

    @Test
    void a_binding_beats_the_name() {
        world.source.put(first);
        world.destination.put(app("x", "Expenses"), app("y", "Costs"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.APP, "a1", "y"))));
        assertThat(step(plan, first).counterpart().orElseThrow().id()).isEqualTo("y");
        assertThat(step(plan, first).counterpart().orElseThrow().how()).isEqualTo("bound by mapping");
    }

    @Test
    void a_binding_to_an_id_that_the_destination_does_not_show_is_blocked_and_names_the_id() {
        world.source.put(first);
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.APP, "a1", "gone"))));
        assertThat(step(plan, first).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, first).reason()).contains("gone").contains("the destination does not show");
    }

    @Test
    void several_candidates_in_the_destination_are_all_listed() {
        world.source.put(first);
        world.destination.put(app("x", "Expenses"), app("y", "Expenses"));
        Step step = step(world.plan(), first);
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(step)).contains("ENG-AMBIGUOUS");
        assertThat(step.findings().stream().flatMap(found -> found.suggestions().stream()))
                .containsExactly(
                        Binding.of(Thing.APP, "a1", "x"),
                        Binding.of(Thing.APP, "a1", "y"),
                        Binding.asNew(Thing.APP, "a1"));
    }

    @Test
    void what_the_journal_recorded_beats_the_name_also_after_it_was_renamed_in_the_source() {
        world.source.put(first);
        world.run();
        world.source.put(app("a1", "Costs"));
        Step step = step(world.plan(), first);
        assertThat(step.action()).isEqualTo(Action.UPDATE);
        assertThat(step.counterpart().orElseThrow().id()).isEqualTo("destination-1");
    }

    @Test
    void what_the_journal_recorded_is_forgotten_when_it_is_gone_from_the_destination() {
        world.source.put(first);
        world.run();
        world.destination.remove(app("destination-1", "Expenses"));
        world.clock.advance(Duration.ofMinutes(4));
        assertThat(step(world.plan(), first).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void what_was_made_just_now_and_is_not_listed_yet_is_not_made_once_more() {
        world.source.put(first);
        world.run();
        world.destination.remove(app("destination-1", "Expenses"));
        Step step = step(world.plan(), first);
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(step)).contains("ENG-NOT-LISTED-YET");
    }

    @Test
    void two_of_the_source_are_never_written_to_one_of_the_destination() {
        world.source.put(first, app("b", "Costs"));
        world.destination.put(app("x", "Expenses"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.APP, "b", "x"))));
        assertThat(plan.changes()).isEqualTo(1);
        assertThat(rulesOf(step(plan, first))).contains("ENG-SHARED");
        assertThat(lines(plan, first)).containsExactly(Binding.asNew(Thing.APP, "a1"));
    }

    @Test
    void of_two_that_would_be_written_to_one_the_line_to_paste_is_for_the_one_that_was_not_made_there() {
        world.source.put(second);
        world.run();
        world.source.put(first);
        Binding wrong = Binding.of(Thing.APP, "a1", "destination-1");
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(wrong)));
        assertThat(step(plan, second).action()).isEqualTo(Action.SKIP);
        assertThat(lines(plan, first)).containsExactly(Binding.asNew(Thing.APP, "a1"));
        Mapping followed = Mapping.of(lines(plan, first));
        assertThat(world.run(builder -> builder.mapping(followed)).counts()).containsEntry(Outcome.State.DONE, 1L);
        assertThat(world.plan(builder -> builder.mapping(followed)).changes()).isZero();
    }

    @Test
    void ids_are_compared_without_regard_to_case() {
        world.source.put(app("A-1", "Expenses"));
        world.destination.put(app("X", "Costs"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.APP, "a-1", "x"))));
        assertThat(plan.steps().get(0).counterpart().orElseThrow().id()).isEqualTo("X");
    }

    @Test
    void a_resource_without_a_name_goes_by_its_id() {
        world.source.put(app("a1", ""), app("a2", ""));
        assertThat(world.plan().changes()).isEqualTo(2);
        assertThat(world.run().counts()).containsValue(2L);
        assertThat(world.plan().changes()).isZero();
    }
}
