package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.drift.InventoryDiff;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.PlanDiff;
import io.powermigrate.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is otherwise in a later plan, and in a later inventory, in words that people decide by. */
class DiffTest {

    private final World world = new World();
    private final Thing link = link("l1", "SQL of Ada");

    @BeforeEach
    void fill() {
        world.source.put(app("a1", "Expenses").needs(link).slot(link), app("a2", "Costs"), app("a3", "Leave"), link);
    }

    @Test
    void the_same_plan_differs_in_nothing() {
        PlanDiff diff =
                PlanDiff.between(world.plan(), Plan.fromJson(world.plan().toJson()));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toText()).contains("Nothing differs.", "It is the same plan");
    }

    @Test
    void steps_that_are_new_gone_or_no_longer_wait_are_told() {
        Plan before = world.plan();
        world.source.put(app("a2", "Costs").text("new"), app("a4", "Orders"));
        world.source.remove(app("a3", "Leave"));
        world.destination.put(link("d1", "SQL of Ada"));
        PlanDiff diff = PlanDiff.between(before, world.plan());

        assertThat(diff.steps())
                .extracting(PlanDiff.Line::toString)
                .containsExactlyInAnyOrder(
                        "app \"Costs\" CREATE: it has changed in the source",
                        "app \"Expenses\" HELD -> CREATE: waits no longer for link \"SQL of Ada\"; gets link l1 -> d1 (has the same name)",
                        "app \"Orders\" CREATE",
                        "app \"Leave\" CREATE",
                        "link \"SQL of Ada\" BY_HAND -> SKIP: the destination has it now: d1");
        assertThat(diff.decisions())
                .singleElement()
                .asString()
                .startsWith("link \"SQL of Ada\" MISSING -> SATISFIED: ");
        assertThat(diff.toText())
                .contains(
                        "5 steps differ: 1 new, 1 gone, 3 changed; on the recreate list 1, in settings 0.",
                        "An approval of the earlier plan does",
                        "Was held, now create",
                        "On the recreate list, was missing, now satisfied");
        assertThat(diff.before()).isEqualTo(before.digest());
    }

    @Test
    void what_the_caller_decided_otherwise_is_told() {
        PlanDiff diff = PlanDiff.between(
                world.plan(), world.plan(builder -> builder.mapping(Mapping.of(Binding.asNew("app", "a2")))));
        assertThat(diff.settings()).containsExactly("the mapping has a new line mapping: app a2 -> (new)");
        assertThat(diff.toText()).contains("Settings, and what was read and checked", "mapping: app a2");
    }

    @Test
    void what_no_step_shows_is_told_too() {
        PlanDiff diff = PlanDiff.between(world.plan(), world.plan(builder -> builder.maxChanges(7)));
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.settings()).singleElement().asString().startsWith("at most 7 changes may be approved, not ");
    }

    @Test
    void an_inventory_has_drifted_by_what_is_new_gone_renamed_or_changed() {
        Inventory before = read();
        world.source.put(
                app("a1", "Expenses").needs(link).slot(link).text("new"), app("a2", "Costs 2"), app("a4", "Orders"));
        world.source.remove(app("a3", "Leave"));
        InventoryDiff drift = InventoryDiff.between(before, Inventory.fromJson(read().toJson(), Thing.ALL));

        assertThat(drift.lines())
                .extracting(InventoryDiff.Line::toString)
                .containsExactly(
                        "CHANGED app \"Costs 2\": it was called Costs; its text",
                        "CHANGED app \"Expenses\": its text",
                        "GONE app \"Leave\"",
                        "NEW app \"Orders\"");
        assertThat(drift.toText()).contains("1 new, 1 gone, 2 changed, 0 not compared", "1 app new");
        assertThat(InventoryDiff.between(before, before).isEmpty()).isTrue();
    }

    @Test
    void what_was_not_read_as_deep_is_not_called_the_same() {
        Inventory listed = world.migration().inventory();
        InventoryDiff drift = InventoryDiff.between(listed, read());
        assertThat(drift.lines()).hasSize(4).allMatch(line -> line.kind() == InventoryDiff.Kind.NOT_COMPARED);
        assertThat(InventoryDiff.between(listed, world.migration().inventory()).isEmpty())
                .isTrue();
    }

    @Test
    void a_list_that_shows_less_is_told() {
        Inventory before = read();
        world.coverage.put("source link", Coverage.visibleOnly("a maker sees his own", "Ask an admin"));
        assertThat(InventoryDiff.between(before, read()).coverage())
                .extracting(InventoryDiff.Listing::toString)
                .containsExactly("link was COMPLETE and is VISIBLE_ONLY");
    }

    private Inventory read() {
        try (Workspace workspace = Workspace.temporary()) {
            return Migration.from(world.source.endpoint()).inventory(workspace, world);
        }
    }
}
