package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.step;
import static io.powermigrate.engine.Zips.ZIP;
import static io.powermigrate.engine.Zips.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Packed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A package and what it carries are judged and bound together, and who packs is asked and answers. */
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
    void an_unbound_slot_of_a_content_holds_its_package() {
        world.source.put(wheel.slot(new SlotType("colour"), "red", true), seat);
        Plan plan = world.plan();
        assertThat(step(plan, ZIP).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, ZIP).reason()).contains("no destination value: part \"Wheel\"");
        assertThat(plan.toLongText()).contains("Binding.of(\"colour\", \"red\", \"<value in the destination>\")");
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
        assertThat(plan.toLongText()).contains("zip \"parts.zip\" brings it");
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
    void a_carrier_that_a_packager_made_is_fetched_where_the_packager_marks_it_as_listed_only() {
        world.source.put(wheel);
        zips.answer = packed -> Packed.of(packed.carriers().stream()
                .map(made -> new Thing(Depth.listed(made.item())))
                .toList());
        world.plan();
        assertThat(world.source.requests("READ fetch zip")).containsExactly("READ fetch zip parts.zip");
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
    void what_differs_and_serves_holds_nobody_and_asks_nothing_of_a_person() {
        zips.answer = packed -> new Packed<>(List.of(), List.of(), List.of());
        zips.serving = true;
        Thing bicycle = app("a1", "Bicycle").needs(wheel);
        world.source.put(wheel, bicycle);
        world.destination.put(part("there", "Wheel").text("with spokes"));
        Plan plan = world.plan();
        assertThat(step(plan, wheel).action()).isEqualTo(Action.SKIP);
        assertThat(step(plan, bicycle).action()).isEqualTo(Action.CREATE);
        assertThat(plan.toLongText()).contains("ENG-SERVES WARN: the destination's \"Wheel\" (id there) serves");
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
    void the_list_of_what_a_person_makes_says_nothing_of_what_a_package_brings() {
        world.source.put(wheel, link("l1", "Tool"));
        assertThat(world.plan().recreate())
                .extracting(RecreateItem::key)
                .containsExactlyElementsOf(Set.of(Thing.LINK.key("Tool")));
    }

    @Test
    void what_goes_beside_a_package_is_in_the_plan_with_a_step_of_its_own() {
        Thing wheel = part("p1", "Wheel");
        Thing setting = app("a1", "Setting");
        world.source.put(wheel, setting);
        assertThat(onlyParts().step(setting.key())).isEmpty();
        zips.companions.add(setting.key());
        Plan plan = onlyParts();
        assertThat(step(plan, setting.key()).action()).isEqualTo(Action.CREATE);
        assertThat(step(plan, setting.key()).wave())
                .isGreaterThan(step(plan, ZIP).wave());
    }

    @Test
    void who_needs_a_content_waits_for_the_companion_that_finishes_it() {
        Thing wheel = part("p1", "Wheel");
        Thing setting = app("a1", "Setting");
        Thing bicycle = app("a2", "Bicycle").needs(wheel);
        world.source.put(wheel, setting, bicycle);
        assertThat(step(world.plan(), bicycle.key()).wave())
                .isEqualTo(step(world.plan(), setting.key()).wave() + 1);
        zips.companions.add(setting.key());
        zips.finishing.put(wheel.key(), setting.key());
        Plan plan = world.plan();
        assertThat(step(plan, setting.key()).wave()).isEqualTo(step(plan, ZIP).wave() + 1);
        assertThat(step(plan, bicycle.key()).wave()).isEqualTo(step(plan, ZIP).wave() + 2);
    }

    private Plan onlyParts() {
        return world.plan(builder -> builder.scope(Scope.of(Thing.PART).withDependencies()));
    }
}
