package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import org.junit.jupiter.api.Test;

/** Whatever is part of a cycle would wait for ever: that is said, with the way round. */
class CirclesTest {

    private final World world = new World();
    private final Thing a = app("a1", "A");
    private final Thing b = app("b1", "B");
    private final Thing c = app("c1", "C");

    @Test
    void a_resource_that_needs_itself_is_blocked_with_the_path() {
        world.source.put(a.needs(a), b);
        Plan plan = world.plan();
        Step step = step(plan, a);
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(plan.toLongText()).contains("it is part of a dependency cycle: app \"A\" -> app \"A\"");
        assertThat(step(plan, b).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void a_longer_circle_blocks_all_of_it_and_each_names_its_own_way_round() {
        world.source.put(a.needs(b), b.needs(c), c.needs(a));
        Plan plan = world.plan();
        assertThat(plan.changes()).isZero();
        assertThat(plan.toLongText())
                .contains("app \"A\" -> app \"B\" -> app \"C\" -> app \"A\"")
                .contains("app \"B\" -> app \"C\" -> app \"A\" -> app \"B\"")
                .contains("app \"C\" -> app \"A\" -> app \"B\" -> app \"C\"");
    }

    @Test
    void who_needs_somebody_of_a_circle_is_held_and_who_is_needed_by_it_goes() {
        Thing before = app("d1", "D");
        Thing after = app("e1", "E").needs(a);
        world.source.put(a.needs(b), b.needs(a).needs(before), before, after);
        Plan plan = world.plan();
        assertThat(step(plan, before).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, after).action()).isEqualTo(Action.HELD);
        assertThat(rulesOf(step(plan, after))).doesNotContain("ENG-CIRCLE");
    }

    @Test
    void a_circle_that_is_there_already_is_none() {
        world.source.put(a.needs(b), b.needs(a));
        world.destination.put(app("x", "A"), app("y", "B"));
        Plan plan = world.plan();
        assertThat(plan.steps()).extracting(Step::action).containsOnly(Action.SKIP);
    }

    @Test
    void a_waiver_of_one_opens_the_circle() {
        world.source.put(a.needs(b), b.needs(a));
        Plan plan = world.plan(builder -> builder.waive(EngineFindings.HELD, a.key(), "it starts without"));
        assertThat(plan.changes()).isEqualTo(2);
        assertThat(step(plan, a).wave()).isLessThan(step(plan, b).wave());
    }

    @Test
    void a_waiver_opens_a_circle_of_one() {
        world.source.put(a.needs(a));
        Plan plan = world.plan(builder -> builder.waive(EngineFindings.HELD, a.key(), "it refers to itself"));
        assertThat(step(plan, a).action()).isEqualTo(Action.CREATE);
        assertThat(rulesOf(step(plan, a))).doesNotContain("ENG-USES-MISSING", "ENG-CIRCLE");
    }

    @Test
    void who_uses_itself_or_each_other_waits_for_nothing_and_misses_nothing() {
        world.source.put(a.uses(a).uses(b), b.uses(a), c.uses(c));
        Plan plan = world.plan();
        assertThat(plan.changes()).isEqualTo(3);
        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(rulesOf(step)).doesNotContain("ENG-USES-MISSING", "ENG-CIRCLE"));
    }

    @Test
    void a_use_that_closes_a_circle_gives_way_to_the_need() {
        world.source.put(a.needs(b), b.uses(a));
        Plan plan = world.plan();
        assertThat(step(plan, b).wave()).isLessThan(step(plan, a).wave());
        assertThat(rulesOf(step(plan, b))).doesNotContain("ENG-USES-MISSING");
    }
}
