package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.step;
import static io.powermigrate.engine.Zips.ZIP;
import static io.powermigrate.engine.Zips.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Packed;
import io.powermigrate.spi.WriteContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packages are staged before anything is written, and what they carry is read back. */
class PackageRunsTest {

    private final Zips zips = new Zips();
    private final World world = zips.in(new World());
    private final Thing wheel = part("p1", "Wheel");
    private final Thing seat = part("p2", "Seat");

    private static Finding finding(ResourceKey key, Verdict verdict, String reason) {
        return Finding.of("TEST-1", key, verdict, new Explanation(reason, "Ask the smith", World.BASIS));
    }

    @Test
    void a_content_that_did_not_arrive_is_not_done_although_its_package_is() {
        zips.forgotten.add("Seat");
        Thing bench = app("a1", "Bench").needs(seat);
        Thing bicycle = app("a2", "Bicycle").needs(wheel);
        world.source.put(wheel, seat, bench, bicycle);
        Report report = world.run();
        assertThat(report.outcome(ZIP).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        Outcome absent = report.outcome(seat.key()).orElseThrow();
        assertThat(absent.state()).isEqualTo(Outcome.State.UNVERIFIED);
        assertThat(absent.reason()).contains("not visible");
        assertThat(report.outcome(wheel.key()).orElseThrow().destinationId()).isEqualTo("there-Wheel");
        assertThat(report.outcome(bench.key()).orElseThrow().state()).isEqualTo(Outcome.State.NOT_RUN);
        assertThat(report.outcome(bicycle.key()).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        assertThatThrownBy(report::orThrow).hasMessageContaining("Seat");
    }

    @Test
    void what_the_service_said_of_a_content_explains_why_it_did_not_arrive() {
        zips.forgotten.add("Seat");
        zips.told.add(finding(seat.key(), Verdict.BLOCK, "its leather is not allowed"));
        zips.told.add(finding(wheel.key(), Verdict.BLOCK, "its rubber is not allowed"));
        zips.told.add(finding(ZIP, Verdict.WARN, "it was slow"));
        world.source.put(wheel, seat);
        Report report = world.run();
        assertThat(report.outcome(seat.key()).orElseThrow())
                .matches(outcome -> outcome.state() == Outcome.State.FAILED)
                .extracting(Outcome::reason, Outcome::remedy)
                .containsExactly("its leather is not allowed", "Ask the smith");
        assertThat(report.outcome(wheel.key()).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        assertThat(report.outcome(wheel.key()).orElseThrow().findings()).hasSize(1);
        assertThat(report.outcome(ZIP).orElseThrow().findings())
                .extracting(Finding::reason)
                .containsExactly("it was slow");
    }

    @Test
    void an_app_gets_the_id_of_a_content_that_arrives_in_the_same_run() {
        world.source.put(wheel, app("a1", "Bicycle").needs(wheel).slot(wheel));
        world.run().orThrow();
        assertThat(world.destination.items("app").get(0).content().at("places").text("p1"))
                .hasValue("there-Wheel");
    }

    @Test
    void a_content_that_a_colleague_changed_since_makes_the_plan_stale() {
        zips.answer = packed ->
                Packed.of(List.of(Zips.zip("parts.zip", Map.of("Wheel", Document.empty(), "Seat", Document.empty()))));
        world.source.put(wheel, seat);
        Migration migration = world.migration();
        Plan plan = migration.plan();
        world.source.put(seat.text("softer"));
        assertThatThrownBy(() -> migration.execute(plan.approve(World.approval())))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("Seat");
    }

    @Test
    void a_warning_about_what_is_there_already_is_told() {
        world.rules.add(Rule.withId("OLD")
                .forEach(Thing.APP)
                .always()
                .warns()
                .because("it is old")
                .accordingTo(World.BASIS)
                .remedy("Look at it"));
        world.source.put(app("a1", "Bicycle"));
        world.run().orThrow();
        Report again = world.run();
        assertThat(again.plan().steps()).extracting(each -> each.action()).containsOnly(Action.SKIP);
        assertThat(again.plan().toLongText()).contains("OLD WARN: it is old");
        assertThat(again.toLongText()).contains("OLD WARN: it is old");
    }

    @Test
    void a_carrier_that_is_only_the_way_does_not_come_back_while_its_contents_are_there() {
        world.source.put(wheel);
        world.run().orThrow();
        world.destination.remove(new Thing(world.destination.items("zip").get(0)));
        world.clock.advance(Duration.ofHours(1));
        assertThat(step(world.plan(), ZIP).action()).isEqualTo(Action.CREATE);
        zips.onlyTheWay = true;
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.SKIP);
        assertThat(step(plan, ZIP).reason()).isEqualTo("the destination holds all that it carries");
    }

    @Test
    void the_source_is_changed_only_as_far_as_the_caller_allows_and_the_plan_says_so() {
        world.source.put(app("a1", "Bicycle"));
        Plan plan = world.plan(builder -> builder.allowInSource(Effect.WRITE));
        assertThat(plan.toLongText()).contains("The source may be changed, too: WRITE is allowed there.");
        assertThat(Plan.fromJson(plan.toJson()).inSource()).isEqualTo(Effect.WRITE);
        Migration careful = world.migration();
        assertThatThrownBy(() -> careful.execute(plan.approve(World.approval())))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("EXPORT, not WRITE");
    }

    @Test
    void a_package_that_changes_the_source_is_blocked_with_the_line_that_allows_it() {
        zips.inSource = Effect.WRITE;
        world.source.put(wheel);
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, ZIP).findings())
                .filteredOn(finding -> finding.rule().equals("ENG-SOURCE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.reason()).contains("changes the source (WRITE)", "no more than EXPORT");
                    assertThat(finding.remedy()).contains(".allowInSource(Effect.WRITE)");
                });
        assertThat(step(world.plan(builder -> builder.allowInSource(Effect.WRITE)), ZIP)
                        .action())
                .isEqualTo(Action.CREATE);
    }

    @Test
    void nobody_can_waive_that_the_source_is_not_to_be_changed() {
        zips.inSource = Effect.WRITE;
        world.source.put(wheel);
        Plan plan = world.plan(builder -> builder.waive("ENG-SOURCE", ZIP, "it is late"));
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.BLOCKED);
    }

    @Test
    void packages_are_staged_before_anything_is_written() {
        world.source.put(wheel, app("a1", "Bicycle"));
        world.run().orThrow();
        List<String> changes = world.destination.requests("").stream()
                .filter(request -> !request.startsWith("READ"))
                .toList();
        assertThat(changes.get(0)).isEqualTo("STAGE stage parts.zip");
        assertThat(changes).containsOnlyOnce("STAGE stage parts.zip");
    }

    @Test
    void a_package_that_the_destination_refuses_when_it_is_staged_stops_the_run_before_the_first_write() {
        zips.answer = packed -> Packed.of(List.of(
                Zips.zip("a.zip", Map.of("Wheel", Document.empty())),
                Zips.zip("b.zip", Map.of("Seat", Document.empty()))));
        world.staged.put("b.zip", List.of(finding(seat.key(), Verdict.BLOCK, "there is no room")));
        world.source.put(wheel, seat, app("a1", "Bicycle"));
        Report report = world.run();
        assertThat(world.destination.requests("WRITE")).isEmpty();
        assertThat(report.outcome(Thing.ZIP.key("b.zip")).orElseThrow().state()).isEqualTo(Outcome.State.FAILED);
        assertThat(report.outcome(Thing.ZIP.key("a.zip")).orElseThrow().reason())
                .contains("nothing was written", "b.zip", "there is no room");
        assertThat(report.outcome(Thing.APP.key("Bicycle")).orElseThrow().state())
                .isEqualTo(Outcome.State.NOT_RUN);
        assertThat(world.destination.requests("STAGE unstage")).containsExactly("STAGE unstage a.zip");
    }

    private void baseAndAddOn() {
        Thing base = Zips.zip("base.zip", Map.of("Wheel", wheel.content()));
        zips.answer = packed -> Packed.of(List.of(
                base, Zips.zip("add-on.zip", Map.of("Seat", seat.content())).uses(base)));
        world.source.put(wheel, seat);
    }

    @Test
    void a_package_that_builds_on_another_one_of_the_plan_is_staged_when_that_one_is_there() {
        baseAndAddOn();
        world.run().orThrow();
        assertThat(world.destination.requests("STAGE stage"))
                .containsExactly("STAGE stage base.zip", "STAGE stage add-on.zip");
        List<String> changes = world.destination.requests("").stream()
                .filter(request -> !request.startsWith("READ"))
                .toList();
        assertThat(changes.get(1)).startsWith("WRITE");
        assertThat(changes.indexOf("STAGE stage add-on.zip")).isGreaterThan(1);
    }

    @Test
    void what_a_package_builds_on_stays_where_the_package_itself_is_refused() {
        baseAndAddOn();
        world.staged.put("add-on.zip", List.of(finding(seat.key(), Verdict.BLOCK, "there is no room")));
        Report report = world.run();
        assertThat(report.outcome(Thing.ZIP.key("base.zip")).orElseThrow().state())
                .isEqualTo(Outcome.State.DONE);
        Outcome refused = report.outcome(Thing.ZIP.key("add-on.zip")).orElseThrow();
        assertThat(refused.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(refused.reason()).isEqualTo("there is no room");
    }

    @Test
    void a_rehearsal_says_that_a_package_waits_for_the_one_that_it_builds_on() {
        baseAndAddOn();
        Migration migration = world.migration();
        Plan rehearsed = migration.rehearse(migration.plan());
        assertThat(step(rehearsed, Thing.ZIP.key("add-on.zip")).findings())
                .extracting(Finding::reason)
                .contains("it was not rehearsed because " + Thing.ZIP.key("base.zip") + " is made by the same plan");
        assertThat(world.destination.requests("STAGE stage")).containsExactly("STAGE stage base.zip");
    }

    @Test
    void a_rehearsal_brings_back_what_the_service_said_of_any_resource_and_leaves_nothing_staged() {
        world.staged.put("parts.zip", List.of(finding(seat.key(), Verdict.WARN, "it will be stiff")));
        world.source.put(wheel, seat);
        Migration migration = world.migration();
        Plan rehearsed = migration.rehearse(migration.plan());
        assertThat(step(rehearsed, seat).findings()).extracting(Finding::reason).contains("it will be stiff");
        assertThat(rehearsed.rehearsed()).hasSize(1);
        assertThat(world.destination.requests("STAGE")).endsWith("STAGE unstage parts.zip");
        migration
                .execute(Plan.fromJson(rehearsed.toJson()).approve(World.approval()))
                .orThrow();
    }

    @Test
    void a_migrator_is_told_what_the_plan_brings() {
        List<Boolean> told = new ArrayList<>();
        world.readers.removeIf(reader -> reader.type().equals(Thing.APP));
        world.readers.add(new ThingMigrator(Thing.APP, world) {
            @Override
            public String create(Thing desired, WriteContext context) {
                told.addAll(List.of(
                        context.arrives(wheel.key()),
                        context.arrives(Thing.LINK.key("Tool")),
                        context.arrives(Thing.LINK.key("There"))));
                return super.create(desired, context);
            }
        });
        world.source.put(wheel, link("l1", "Tool"), link("l2", "There"), app("a1", "Bicycle"));
        world.destination.put(link("l3", "There"));
        world.run();
        assertThat(told).containsExactly(true, false, true);
    }
}
