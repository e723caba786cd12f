package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Plan;
import org.junit.jupiter.api.Test;

/** A plan says why for a resource that people call by its name. */
class WhyByNameTest {

    private final World world = new World();
    private final Thing link = link("l1", "SQL");
    private final Thing app = app("a1", "Expenses");

    @Test
    void a_unique_name_is_enough_whatever_its_case() {
        world.source.put(link, app.needs(link));
        Plan plan = world.plan();

        assertThat(plan.why("expenses")).isEqualTo(plan.why(app.key()));
        assertThat(plan.why("expenses").toString()).contains("app \"Expenses\"", "because of 1 other step");
    }

    @Test
    void an_id_of_the_source_is_enough() {
        world.source.put(link, app);
        Plan plan = world.plan();

        assertThat(plan.why("A1").step().key()).isEqualTo(app.key());
    }

    @Test
    void a_name_that_nothing_has_is_answered_with_the_nearest() {
        world.source.put(link, app);
        Plan plan = world.plan();

        assertThatThrownBy(() -> plan.why("Expences"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("says nothing about \"Expences\"")
                .hasMessageContaining("the nearest are app \"Expenses\"")
                .hasMessageNotContaining("SQL");
        assertThatThrownBy(() -> plan.why(new ResourceKey("app", "Expences")))
                .hasMessageContaining("the nearest are app \"Expenses\"");
        assertThatThrownBy(() -> plan.why("Something else"))
                .hasMessageContaining("it is about app \"Expenses\", link \"SQL\"");
    }

    @Test
    void a_name_that_several_have_is_answered_with_all_of_them_and_their_ids() {
        world.source.put(app, flow("f1", "Expenses"), app("a2", "Expenses"));
        Plan plan = world.plan();

        assertThatThrownBy(() -> plan.why("Expenses"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("3 resources have this name")
                .hasMessageContaining("with the id a1")
                .hasMessageContaining("with the id a2")
                .hasMessageContaining("flow \"Expenses\" with the id f1")
                .hasMessageContaining("Ask with the id");
        assertThat(plan.why("a2").step().originId()).isEqualTo("a2");
    }
}
