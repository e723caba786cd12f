package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.model.Item;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.report.Report;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An execution that was cut off goes on with the same approval, as long as its journal explains all that has changed. */
class CutOffRunsTest {

    private final World world = new World();

    CutOffRunsTest() {
        world.source.put(app("a1", "Expenses"), app("a2", "Costs"), app("a3", "Travel"));
    }

    private Migration migration() {
        return world.builder().parallelism(1).recreate(Thing.FLOW).build();
    }

    private ApprovedPlan approved() {
        return migration().plan().approve(World.approval());
    }

    /** Ends at the first request that begins so: what is begun ends, nothing else begins. */
    private Report cutOff(ApprovedPlan approved, String request) {
        AtomicReference<Migration> migration = new AtomicReference<>(migration());
        world.destination.onRequest(seen -> {
            if (seen.startsWith(request)) {
                migration.get().cancel();
            }
        });
        Report report = migration.get().execute(approved);
        world.destination.onRequest(seen -> {});
        assertThat(report.outcomes()).anyMatch(outcome -> !outcome.isDone());
        return report;
    }

    private String made(String name) {
        return world.destination.items("app").stream()
                .filter(item -> item.displayName().equals(name))
                .map(Item::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_left_is_done_with_the_same_approval_and_nothing_twice() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create");
        assertThat(world.destination.items("app")).hasSize(1);

        Report rest = migration().execute(approved);

        rest.orThrow();
        assertThat(rest.outcomes()).as("what this execution did").hasSize(2);
        assertThat(world.destination.items("app"))
                .extracting(Item::displayName)
                .containsExactlyInAnyOrder("Expenses", "Costs", "Travel");
    }

    @Test
    void once_it_came_to_its_end_the_approval_is_used() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create");
        migration().execute(approved);
        assertThatThrownBy(() -> migration().execute(approved))
                .hasMessageContaining("this approval of it was used before");
    }

    @Test
    void where_another_plan_was_executed_since_the_approval_is_used() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create");
        cutOff(approved(), "create");
        assertThatThrownBy(() -> migration().execute(approved))
                .hasMessageContaining("this approval of it was used before");
    }

    @Test
    void what_a_person_changed_of_what_it_had_made_is_not_overwritten() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        world.destination.put(app(made("Costs"), "Costs").text("of a person"));
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Costs\" would now be UPDATE, not CREATE");
        assertThat(world.destination.items("app")).hasSize(1);
    }

    @Test
    void what_a_person_deleted_of_what_it_had_made_is_not_made_again() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        world.destination.remove(app(made("Costs"), "Costs"));
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Costs\" is gone");
        assertThat(world.destination.items("app")).isEmpty();
    }

    @Test
    void what_a_person_made_of_what_was_still_to_be_made_is_not_overwritten() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        world.destination.put(app("p1", "Travel").text("of a person"));
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Travel\" would now be UPDATE, not CREATE");
    }

    @Test
    void what_a_person_made_just_as_it_was_to_be_made_is_not_taken_for_the_work_of_the_run() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        world.destination.put(app("p1", "Travel"));
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Travel\" would now be SKIP, not CREATE");
    }

    @Test
    void what_changed_in_the_source_makes_the_plan_stale() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        world.source.put(app("a1", "Expenses").text("of today"));
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Expenses\" has changed in the source");
    }

    @Test
    void what_needs_the_id_of_something_made_before_gets_it() {
        Thing flow = flow("f1", "Approve");
        world.source.put(flow, app("a1", "Expenses").slot(flow));
        ApprovedPlan approved = approved();
        cutOff(approved, "create flow");

        migration().execute(approved).orThrow();

        Item flowThere = world.destination.items("flow").get(0);
        assertThat(world.destination.items("app"))
                .filteredOn(item -> item.displayName().equals("Expenses"))
                .allSatisfy(item ->
                        assertThat(item.content().at("places").text("f1")).contains(flowThere.id()));
    }

    @Test
    void an_update_that_was_not_begun_is_done_and_one_that_was_done_is_left() {
        world.destination.put(
                app("x1", "Expenses").text("old"), app("x2", "Costs").text("old"));
        ApprovedPlan approved = approved();
        cutOff(approved, "update app");
        migration().execute(approved).orThrow();
        assertThat(world.destination.requests("WRITE update")).hasSize(2);
        assertThat(world.destination.requests("WRITE create")).hasSize(1);
    }

    @Test
    void what_a_person_put_back_of_what_it_had_updated_is_not_overwritten() {
        Thing old = app("x2", "Costs").text("old");
        world.destination.put(old);
        ApprovedPlan approved = approved();
        cutOff(approved, "update app Costs");
        world.destination.put(old);
        assertThatThrownBy(() -> migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("app \"Costs\" has changed in the destination");
    }

    @Test
    void what_the_destination_lists_late_is_waited_for() {
        ApprovedPlan approved = approved();
        cutOff(approved, "create app Costs");
        Thing late = new Thing(world.destination.items("app").get(0));
        world.destination.remove(late);
        AtomicInteger lists = new AtomicInteger();
        world.destination.onRequest(seen -> {
            if (seen.equals("list app") && lists.incrementAndGet() == 3) {
                world.destination.put(late);
            }
        });
        migration().execute(approved).orThrow();
        assertThat(world.destination.items("app")).hasSize(3);
        assertThat(List.of(lists.get())).allMatch(times -> times >= 3);
    }
}
