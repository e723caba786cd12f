package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.step;
import static io.powermigrate.engine.Zips.ZIP;
import static io.powermigrate.engine.Zips.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Item;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Rule;
import org.junit.jupiter.api.Test;

/** What travels inside another one, from the plan to the second plan. */
class CarriersTest {

    private final World world = Zips.installedIn(new World());
    private final Thing wheel = part("p1", "Wheel");
    private final Thing seat = part("p2", "Seat");

    @Test
    void parts_are_carried_and_only_the_zip_is_a_change() {
        world.source.put(wheel, seat);
        Plan plan = world.plan();
        assertThat(plan.changes()).isEqualTo(1);
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, wheel).action()).isEqualTo(Action.CARRIED);
        assertThat(plan.toLongText()).contains("INCLUDED IN ANOTHER RESOURCE (2)");
    }

    @Test
    void they_arrive_with_it_and_the_second_plan_is_empty() {
        world.source.put(wheel, seat);
        Report report = world.run();
        report.orThrow();
        assertThat(report.outcomes()).hasSize(3).allMatch(Outcome::isDone);
        assertThat(world.destination.items("part"))
                .extracting(Item::displayName)
                .contains("Wheel", "Seat");
        assertThat(world.plan().steps()).hasSize(3).extracting(Step::action).containsOnly(Action.SKIP);
    }

    @Test
    void a_changed_part_brings_the_zip_up_to_date() {
        world.source.put(wheel, seat);
        world.run().orThrow();
        world.source.put(wheel.text("rounder"));
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.UPDATE);
        assertThat(step(plan, wheel).action()).isEqualTo(Action.CARRIED);
        assertThat(step(plan, seat).action()).isEqualTo(Action.SKIP);
        world.run().orThrow();
        assertThat(world.plan().changes()).isZero();
        assertThat(world.destination.items("zip")).hasSize(1);
    }

    @Test
    void what_a_part_waits_for_holds_the_zip_and_all_that_is_in_it() {
        Thing link = link("l1", "SQL");
        world.source.put(link, wheel.needs(link), seat);
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, ZIP).waitsFor()).containsExactly(link.key());
        assertThat(step(plan, seat).action()).isEqualTo(Action.HELD);
        assertThat(plan.changes()).isZero();
    }

    @Test
    void who_needs_a_part_comes_after_the_zip() {
        Thing app = app("a1", "Bicycle").needs(wheel);
        world.source.put(wheel, seat, app);
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, ZIP).wave()).isLessThan(step(plan, app).wave());
        world.run().orThrow();
    }

    @Test
    void a_zip_comes_after_what_its_parts_need() {
        Thing flow = flow("f1", "Forge");
        world.source.put(flow, wheel.needs(flow));
        Plan plan = world.plan(builder -> builder.recreate(Thing.FLOW));
        assertThat(step(plan, flow).wave()).isLessThan(step(plan, ZIP).wave());
    }

    @Test
    void a_part_that_must_not_travel_keeps_the_zip_back_and_is_named() {
        world.source.put(wheel, seat);
        world.rules.add(Rule.withId("SEAT")
                .forEach(Thing.PART)
                .when("is a seat", (part, context) -> part.displayName().equals("Seat"))
                .blocks()
                .because("seats stay")
                .remedy("Leave it out"));
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.BLOCKED);
        assertThat(plan.toLongText()).contains("it carries part \"Seat\", which must not travel");
        assertThat(plan.changes()).isZero();
    }

    @Test
    void parts_fare_as_their_zip_does_and_so_does_who_needs_them() {
        Thing app = app("a1", "Bicycle").needs(wheel);
        world.source.put(wheel, app);
        world.destination.refuse("create zip", "there is no room");
        Report report = world.run();
        assertThat(report.outcome(ZIP).orElseThrow().state()).isEqualTo(Outcome.State.FAILED);
        Outcome carried = report.outcome(wheel.key()).orElseThrow();
        assertThat(carried.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(carried.reason()).contains("there is no room");
        assertThat(report.outcome(app.key()).orElseThrow().state()).isEqualTo(Outcome.State.NOT_RUN);
        world.destination.heal();
        world.run().orThrow();
        assertThat(world.plan().changes()).isZero();
    }

    @Test
    void without_parts_there_is_no_zip() {
        world.source.put(app("a1", "Bicycle"));
        assertThat(world.plan().steps()).extracting(step -> step.key().type()).containsExactly("app");
    }
}
