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
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Packed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A package and what it carries are judged, bound, staged and read back together. */
class PackagesTest {

    private final Zips zips = new Zips();
    private final World world = zips.in(new World());
    private final Thing wheel = part("p1", "Wheel");
    private final Thing seat = part("p2", "Seat");

    private static Finding finding(ResourceKey key, Verdict verdict, String reason) {
        return Finding.of("TEST-1", key, verdict, new Explanation(reason, "Ask the smith", World.BASIS));
    }

    @Test
    void a_package_of_the_same_version_with_other_contents_is_an_update_that_says_what_differs() {
        zips.answer = packed -> Packed.of(List.of(Zips.zip("parts.zip", Map.of("Wheel", Document.empty()))));
        world.source.put(wheel);
        world.destination.put(
                Zips.zip("parts.zip", Map.of("Wheel", Document.empty())),
                part("there", "Wheel").text("square"));
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.UPDATE);
        assertThat(step(plan, ZIP).reason()).startsWith("part \"Wheel\": content is ");
    }

    @Test
    void a_content_that_the_destination_lacks_makes_its_package_an_update() {
        world.source.put(wheel, seat);
        world.run().orThrow();
        world.destination.remove(part("there-Seat", "Seat"));
        assertThat(step(world.plan(), ZIP).reason()).isEqualTo("part \"Seat\" is absent instead of there");
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
    void an_unbound_slot_of_a_content_holds_its_package() {
        world.source.put(wheel.slot(new SlotType("colour"), "red", true), seat);
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, ZIP).reason()).contains("no destination value: part \"Wheel\"");
        assertThat(plan.toText()).contains("Binding.of(\"colour\", \"red\", \"<value in the destination>\")");
    }

    @Test
    void what_the_rules_leave_to_a_person_and_a_package_brings_is_carried_with_a_warning() {
        world.rules.add(Rule.withId("SEAT")
                .forEach(Thing.PART)
                .when("is a seat", (part, context) -> part.displayName().equals("Seat"))
                .mustBeRecreatedByHand()
                .because("seats are sewn")
                .accordingTo(World.BASIS)
                .remedy("Sew it"));
        world.source.put(wheel, seat);
        Plan plan = world.plan();
        assertThat(step(plan, seat).action()).isEqualTo(Action.CARRIED);
        assertThat(step(plan, seat).reason()).isEqualTo("travels in zip \"parts.zip\"");
        assertThat(plan.recreate()).isEmpty();
        assertThat(plan.toText()).contains("zip \"parts.zip\" brings it");
    }

    @Test
    void several_contents_that_must_not_travel_are_told_once() {
        world.rules.add(Rule.withId("STAYS")
                .forEach(Thing.PART)
                .always()
                .blocks()
                .because("parts stay")
                .remedy("Leave them out"));
        world.source.put(wheel, seat, part("p3", "Bell"), part("p4", "Brake"), part("p5", "Chain"));
        assertThat(step(world.plan(), ZIP).findings())
                .extracting(Finding::reason)
                .filteredOn(reason -> reason.startsWith("it carries"))
                .containsExactly(
                        "it carries part \"Bell\", part \"Brake\", part \"Chain\" and 2 more, which must not travel");
    }

    @Test
    void a_carrier_that_the_source_lists_is_fetched_and_brings_its_other_contents_into_the_plan() {
        zips.answer = packed -> Packed.of(List.of(Zips.zip("parts.zip", Map.of())));
        world.source.put(
                wheel, seat, Zips.zip("parts.zip", Map.of("Wheel", Document.empty(), "Seat", Document.empty())));
        Plan plan = world.plan(builder -> builder.scope(Scope.of(Thing.PART).named("Wheel")));
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, seat).action()).isEqualTo(Action.CARRIED);
        assertThat(world.source.requests("READ fetch zip")).hasSize(1);
    }

    @Test
    void a_carrier_that_no_packager_chose_is_neither_fetched_nor_planned() {
        world.source.put(wheel, Zips.zip("old.zip", Map.of("Wheel", Document.empty())));
        assertThat(world.plan().steps())
                .extracting(each -> each.key().toString())
                .containsExactlyInAnyOrder("zip \"parts.zip\"", "part \"Wheel\"");
        assertThat(world.source.requests("READ fetch zip")).isEmpty();
    }

    @Test
    void a_snapshot_keeps_no_carrier_that_a_packager_made() {
        world.source.put(wheel);
        Inventory snapshot = world.migration().read().source();
        assertThat(snapshot.all(Thing.ZIP)).isEmpty();
        zips.answer = packed -> Packed.of(List.of(Zips.zip(
                "other.zip", packed.carriers().get(0).content().at("parts").members())));
        Migration offline = Migration.from(snapshot)
                .to(world.destination.endpoint())
                .install(world)
                .time(world.clock.time())
                .build();
        assertThat(offline.plan().steps())
                .extracting(each -> each.key().toString())
                .containsExactlyInAnyOrder("zip \"other.zip\"", "part \"Wheel\"");
    }

    @Test
    void what_a_packager_finds_and_does_not_know_stands_in_the_plan() {
        zips.answer = packed -> new Packed<>(
                List.of(),
                List.of(finding(wheel.key(), Verdict.BLOCK, "two zips hold it"), finding(ZIP, Verdict.WARN, "is old")),
                List.of("what else the zips hold"));
        world.source.put(wheel);
        Plan plan = world.plan();
        assertThat(step(plan, wheel).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, wheel).reason()).isEqualTo("two zips hold it");
        assertThat(plan.notLookedAt()).containsExactly("what else the zips hold", "zip \"parts.zip\": is old");
    }

    @Test
    void an_app_inside_a_package_does_not_wait_for_its_sibling() {
        Thing frame = part("p3", "Frame").needs(wheel).needs(seat);
        world.source.put(frame, wheel.needs(frame), seat);
        assertThat(world.plan().steps())
                .extracting(each -> each.action())
                .containsExactlyInAnyOrder(Action.CREATE, Action.CARRIED, Action.CARRIED, Action.CARRIED);
    }

    @Test
    void a_package_is_in_the_scope_if_one_of_its_contents_is() {
        zips.answer = packed ->
                Packed.of(List.of(Zips.zip("parts.zip", Map.of("Wheel", Document.empty(), "Seat", Document.empty()))));
        world.source.put(wheel, seat);
        Plan plan = world.plan(builder -> builder.scope(Scope.of(Thing.PART).named("Wheel")));
        assertThat(plan.steps()).hasSize(3).extracting(each -> each.action()).doesNotContain(Action.HELD);
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
    void what_differs_and_serves_holds_nobody_and_asks_nothing_of_a_person() {
        zips.answer = packed -> new Packed<>(List.of(), List.of(), List.of());
        zips.serving = true;
        Thing bicycle = app("a1", "Bicycle").needs(wheel);
        world.source.put(wheel, bicycle);
        world.destination.put(part("there", "Wheel").text("with spokes"));
        Plan plan = world.plan();
        assertThat(step(plan, wheel).action()).isEqualTo(Action.SKIP);
        assertThat(step(plan, bicycle).action()).isEqualTo(Action.CREATE);
        assertThat(plan.toText()).contains("ENG-SERVES WARN: the destination's \"Wheel\" (id there) serves");
        zips.serving = false;
        assertThat(step(world.plan(), bicycle).action()).isEqualTo(Action.HELD);
    }

    @Test
    void a_circle_of_contents_that_serve_blocks_nothing() {
        zips.answer = packed -> new Packed<>(List.of(), List.of(), List.of());
        zips.serving = true;
        world.source.put(wheel.needs(seat), seat.needs(wheel));
        world.destination.put(part("t1", "Wheel").text("w"), part("t2", "Seat").text("s"));
        assertThat(world.plan().steps()).extracting(each -> each.action()).containsOnly(Action.SKIP);
    }

    @Test
    void a_circle_through_a_package_names_the_way_out() {
        Thing link = link("l1", "Tool").needs(wheel);
        world.source.put(wheel, seat.needs(link), link);
        assertThat(step(world.plan(), ZIP).findings())
                .filteredOn(found -> found.rule().equals("ENG-CIRCLE"))
                .extracting(Finding::remedy)
                .containsExactly(
                        "Put part \"Wheel\" into a package of its own in the source: it then travels before the other one");
    }

    @Test
    void two_packagers_of_one_type_are_refused() {
        world.packagers.add(new Zips());
        assertThatThrownBy(world::migration)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The type \"zip\" has two packagers");
    }

    @Test
    void the_limit_of_changes_counts_what_is_in_packages() {
        world.source.put(wheel, seat, part("p3", "Bell"));
        Plan plan = world.plan(builder -> builder.maxChanges(1));
        assertThatThrownBy(() -> plan.approve(World.approval()))
                .hasMessageContaining("it changes 4 resources, 3 of them inside packages, and the limit is 1");
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
        assertThat(again.plan().toText()).contains("OLD WARN: it is old");
        assertThat(again.toText()).contains("OLD WARN: it is old");
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
        assertThat(plan.toText()).contains("The source may be changed, too: WRITE is allowed there.");
        assertThat(Plan.fromJson(plan.toJson()).inSource()).isEqualTo(Effect.WRITE);
        Migration careful = world.migration();
        assertThatThrownBy(() -> careful.execute(plan.approve(World.approval())))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("EXPORT, not WRITE");
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
    void the_list_of_what_a_person_makes_says_nothing_of_what_a_package_brings() {
        world.source.put(wheel, link("l1", "Tool"));
        assertThat(world.plan().recreate())
                .extracting(RecreateItem::key)
                .containsExactlyElementsOf(Set.of(Thing.LINK.key("Tool")));
    }
}
