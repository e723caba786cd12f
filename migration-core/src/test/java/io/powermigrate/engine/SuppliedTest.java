package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import org.junit.jupiter.api.Test;

/** What the service or an installed product supplied is nobody's wish, unless somebody names it or needs it. */
class SuppliedTest {

    private final World world = new World();
    private final Thing own = app("a1", "Expenses");
    private final Thing supplied = link("l1", "System").supplied();

    @Test
    void everything_passes_over_it_and_the_plan_says_so_once() {
        world.source.put(own, supplied, link("l2", "Office").supplied());
        Plan plan = world.plan();
        assertThat(plan.step(supplied.key())).isEmpty();
        assertThat(plan.recreate()).isEmpty();
        assertThat(plan.toLongText())
                .contains("2 of the type link: supplied by the service or by an installed product, and planned only "
                        + "where something needs them");
    }

    @Test
    void a_type_passes_over_it_too() {
        world.source.put(own, supplied);
        Plan plan = world.plan(builder -> builder.scope(Scope.of(Thing.LINK)));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.toLongText()).contains("1 of the type link");
    }

    @Test
    void its_name_selects_it() {
        world.source.put(own, supplied);
        Plan plan = world.plan(builder -> builder.scope(Scope.of(Thing.LINK).named("Sys*")));
        assertThat(plan.step(supplied.key())).isPresent();
        assertThat(plan.toLongText()).doesNotContain("supplied by");
    }

    @Test
    void who_needs_it_brings_it_into_the_plan() {
        world.source.put(own.needs(supplied), supplied);
        Plan plan = world.plan();
        assertThat(plan.step(supplied.key())).isPresent();
        assertThat(plan.toLongText()).doesNotContain("supplied by");
    }

    @Test
    void what_people_made_says_nothing_of_it() {
        world.source.put(own);
        assertThat(world.plan().toLongText()).doesNotContain("supplied by");
    }
}
