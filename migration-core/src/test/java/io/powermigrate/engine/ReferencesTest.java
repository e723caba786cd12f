package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from a reference: needs hold, uses keep the order, and what is a part travels in the whole. */
class ReferencesTest {

    private static final ResourceKey TABLE = new ResourceKey("table", "accounts");

    private final World world = new World();
    private final Thing link = link("l1", "SQL");
    private final Thing flow = flow("f1", "Approve");
    private final Thing app = app("a1", "Expenses");

    @Test
    void who_needs_what_a_person_has_to_make_is_held_and_named_as_waiting() {
        world.source.put(link, app.needs(link));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, app).waitsFor()).containsExactly(link.key());
        assertThat(step(plan, app).reason()).contains("waits for link \"SQL\"");
        assertThat(plan.recreate())
                .singleElement()
                .extracting(RecreateItem::waiting)
                .isEqualTo(List.of(app.key()));
    }

    @Test
    void once_it_is_made_who_needs_it_goes() {
        world.source.put(link, app.needs(link));
        world.destination.put(link("x", "SQL"));
        Report report = world.run();
        assertThat(report.outcome(app.key()).orElseThrow().isDone()).isTrue();
        assertThat(report.recreate()).extracting(RecreateItem::state).containsExactly(RecreateItem.State.SATISFIED);
    }

    @Test
    void holding_goes_on_to_whoever_needs_what_is_held_and_why_names_the_root() {
        world.source.put(link, flow.needs(link), app.needs(flow));
        Plan plan = world.plan(builder -> builder.recreate(Thing.FLOW));
        assertThat(step(plan, flow).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, app).action()).isEqualTo(Action.HELD);
        assertThat(plan.why(app.key()).roots()).containsExactly(link.key());
        assertThat(plan.recreate().get(0).waiting()).containsExactly(app.key(), flow.key());
    }

    @Test
    void a_waiver_lets_it_go_without_and_the_plan_keeps_the_reason() {
        world.source.put(link, app.needs(link));
        Plan plan = world.plan(builder -> builder.waive(EngineFindings.HELD, app.key(), "nobody opens that screen"));
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, app).reason()).contains("nobody opens that screen");
        assertThat(plan.toLongText()).contains("nobody opens that screen");
        assertThat(rulesOf(step(plan, app))).contains("ENG-USES-MISSING");
    }

    @Test
    void a_waiver_of_one_does_not_let_another_go() {
        Thing other = app("a2", "Costs").needs(link);
        world.source.put(link, app.needs(link), other);
        Plan plan = world.plan(builder -> builder.waive(EngineFindings.HELD, app.key(), "it may"));
        assertThat(step(plan, other).action()).isEqualTo(Action.HELD);
    }

    @Test
    void what_is_needed_and_nowhere_in_the_source_holds_unless_the_destination_has_it() {
        ResourceKey gone = Thing.LINK.key("Deleted");
        world.source.put(app.needs(gone));
        assertThat(step(world.plan(), app).action()).isEqualTo(Action.HELD);
        world.destination.put(link("x", "Deleted"));
        assertThat(step(world.plan(), app).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void what_no_plugin_reads_holds_nothing_and_is_said_not_to_have_been_looked_at() {
        world.source.put(app.needs(TABLE));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(rulesOf(step(plan, app))).contains("ENG-NOT-READ");
        assertThat(plan.notLookedAt()).singleElement().asString().contains("table \"accounts\"");
    }

    @Test
    void what_is_used_keeps_the_order_and_holds_nothing() {
        world.source.put(flow, app.uses(flow));
        Plan together = world.plan(builder -> builder.recreate(Thing.FLOW));
        assertThat(step(together, flow).wave()).isLessThan(step(together, app).wave());
        assertThat(rulesOf(step(together, app))).doesNotContain("ENG-USES-MISSING");
        Plan without = world.plan();
        assertThat(step(without, app).action()).isEqualTo(Action.CREATE);
        assertThat(rulesOf(step(without, app))).contains("ENG-USES-MISSING");
    }

    @Test
    void who_needs_what_failed_is_not_run_and_who_uses_it_is() {
        Thing user = app("a2", "Costs").uses(flow);
        world.source.put(flow, app.needs(flow), user);
        world.destination.refuse("create flow", "there is no room");
        Report report = world.run(builder -> builder.recreate(Thing.FLOW));
        Outcome notRun = report.outcome(app.key()).orElseThrow();
        assertThat(notRun.state()).isEqualTo(Outcome.State.NOT_RUN);
        assertThat(notRun.reason()).contains("flow \"Approve\"");
        assertThat(notRun.remedy()).isNotBlank();
        assertThat(report.outcome(user.key()).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        assertThat(world.destination.requests("WRITE create app Expenses")).isEmpty();
    }

    @Test
    void the_id_of_what_an_earlier_wave_made_arrives_in_who_needs_it() {
        world.source.put(flow, app.slot(flow));
        world.run(builder -> builder.recreate(Thing.FLOW)).orThrow();
        String made = world.destination.items("flow").get(0).id();
        assertThat(world.destination.items("app").get(0).content().text("places", "f1"))
                .contains(made);
        assertThat(world.plan(builder -> builder.recreate(Thing.FLOW)).changes())
                .isZero();
    }

    @Test
    void outside_the_scope_others_wait_unless_dependencies_come_along() {
        world.source.put(flow, app.needs(flow));
        Scope apps = Scope.of(Thing.APP);
        Plan alone = world.plan(builder -> builder.recreate(Thing.FLOW).scope(apps));
        assertThat(step(alone, flow).action()).isEqualTo(Action.HELD);
        assertThat(step(alone, app).action()).isEqualTo(Action.HELD);
        Plan along = world.plan(builder -> builder.recreate(Thing.FLOW).scope(apps.withDependencies()));
        assertThat(along.changes()).isEqualTo(2);
    }

    @Test
    void a_part_of_what_is_not_there_needs_it() {
        world.source.put(app.with(Reference.partOf(Thing.LINK.key("Whole"))));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, app).waitsFor()).containsExactly(Thing.LINK.key("Whole"));
    }
}
