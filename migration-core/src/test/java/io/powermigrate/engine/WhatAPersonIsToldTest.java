package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.RecreateItem.State;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a plan tells a person to do can be done: the lines change something, and each thing stands once. */
class WhatAPersonIsToldTest {

    private static final String LINE = "Binding\\.(of|asNew)\\(\"[^\"]+\", \"[^\"]+\"(, \"[^\"]+\")?\\)( // \".*\")?";

    private final World world = new World();
    private final Thing wanted = link("l1", "Orders");

    private static RecreateItem item(Plan plan, Thing thing) {
        return plan.recreate().stream()
                .filter(item -> plan.step(item.key()).orElseThrow().originId().equals(thing.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_line_to_what_the_destination_does_not_show_is_not_found_and_the_nearest_are_named() {
        world.source.put(wanted, app("a1", "Expenses"));
        world.destination.put(link("link-17", "Orders of Prod"), app("x", "Expenses"));
        Plan plan = world.plan(builder -> builder.mapping(
                Mapping.of(Binding.of(Thing.LINK, "l1", "link-71"), Binding.of(Thing.APP, "a1", "gone"))));
        RecreateItem item = item(plan, wanted);
        assertThat(item.state()).isEqualTo(State.NOT_FOUND);
        assertThat(item.candidates()).containsExactly(new Candidate("link-17", "Orders of Prod"));
        assertThat(item.lines()).containsExactly(Binding.of(Thing.LINK, "l1", "link-17"));
        assertThat(item.remedy()).contains("in the place of that one");
        assertThat(rulesOf(step(plan, app("a1", "Expenses"))))
                .contains("ENG-NOT-FOUND")
                .doesNotContain("ENG-AMBIGUOUS");
        assertThat(plan.toLongText())
                .contains("NOT_FOUND link \"Orders\"", "the nearest there: \"Orders of Prod\" (id link-17)")
                .contains("Binding.of(\"app\", \"a1\", \"x\") // \"Expenses\"");
    }

    @Test
    void a_placeholder_that_nobody_filled_in_is_told_as_that() {
        world.source.put(wanted);
        Binding line = item(world.plan(), wanted).lines().get(0);
        assertThat(line.isToBeFilledIn()).isTrue();
        RecreateItem item = item(world.plan(builder -> builder.mapping(Mapping.of(line))), wanted);
        assertThat(item.state()).isEqualTo(State.NOT_FOUND);
        assertThat(item.by()).contains("still has to be put in");
    }

    @Test
    void each_suggested_line_changes_something_when_it_is_pasted() {
        Thing twin = link("l2", "Orders");
        Thing costs = app("a1", "Costs");
        Thing sales = app("a2", "Sales");
        world.source.put(wanted, twin, costs, sales, app("a3", "Sales"), link("l3", "Mail"));
        world.destination.put(
                link("x", "Orders"),
                link("y", "Orders"),
                app("c", "Costs"),
                app("d", "Costs"),
                link("z", "Post").text("text of Mail"));
        Plan plan = world.plan();
        List<Binding> lines = Stream.concat(
                        plan.recreate().stream().flatMap(item -> item.lines().stream()),
                        plan.steps().stream()
                                .flatMap(step -> step.findings().stream())
                                .flatMap(finding -> finding.suggestions().stream()))
                .distinct()
                .toList();
        assertThat(lines).hasSizeGreaterThan(7);
        for (Binding line : lines) {
            Binding pasted = line.isToBeFilledIn() ? new Binding(line.type(), line.from(), "z") : line;
            Plan then = world.plan(builder -> builder.mapping(Mapping.of(pasted)));
            assertThat(told(then, line.from())).as(line.toCode()).isNotEqualTo(told(plan, line.from()));
            assertThat(told(then, line.from())).as(line.toCode()).doesNotContain("MISSING", "AMBIGUOUS", "NOT_FOUND");
        }
    }

    /** What becomes of a resource. */
    private static String told(Plan plan, String originId) {
        String state = plan.recreate().stream()
                .filter(item -> plan.step(item.key()).orElseThrow().originId().equals(originId))
                .map(item -> item.state().toString())
                .findFirst()
                .orElse("");
        return plan.steps().stream()
                .filter(step -> step.originId().equals(originId))
                .map(step -> step.action() + " " + state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twins_that_only_a_person_makes_are_missing_until_they_are_there() {
        Thing twin = link("l2", "Orders");
        world.source.put(wanted, twin);
        Plan plan = world.plan();
        assertThat(plan.recreate()).extracting(RecreateItem::state).containsExactly(State.MISSING, State.MISSING);
        world.destination.put(link("x", "Orders"), link("y", "Orders"));
        assertThat(world.plan().recreate())
                .extracting(RecreateItem::state)
                .containsExactly(State.AMBIGUOUS, State.AMBIGUOUS);
    }

    @Test
    void twins_that_a_person_makes_for_once_are_missing_with_the_recipe_where_there_is_nothing_to_choose_from() {
        world.source.put(app("a1", "Expenses"), app("a2", "Expenses"));
        world.rules.add(World.always(Thing.APP, "APP-2")
                .mustBeRecreatedByHand()
                .because("no package can be made")
                .accordingTo(World.BASIS)
                .remedy("Import the first app"));
        assertThat(world.plan().recreate()).hasSize(2).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(State.MISSING);
            assertThat(item.remedy()).isEqualTo("Import the first app");
        });
    }

    @Test
    void candidates_have_names_beside_ids_and_a_name_cannot_leave_its_comment() {
        world.source.put(wanted);
        world.destination.put(link("x", "Orders"), link("y", "Orders"));
        assertThat(world.plan().toLongText())
                .contains("\"Orders\" (id x), \"Orders\" (id y)")
                .contains("paste: Binding.of(\"link\", \"l1\", \"x\") // \"Orders\"");
        Thing hostile = app("a1", "A\\u000a; System.exit(1); //");
        world.source.put(hostile);
        world.destination.put(app("p", hostile.displayName()), app("q", hostile.displayName()));
        assertThat(world.plan().toLongText()).contains(" // \"A\\\\u000a; System.exit(1); //\"");
    }

    @Test
    void every_line_to_paste_has_the_same_form() {
        world.source.put(
                wanted,
                link("l2", "Mail"),
                app("a1", "Costs"),
                app("a2", "Sales").slot(wanted));
        world.destination.put(link("x", "Orders"), link("y", "Orders"), app("c", "Costs"), app("d", "Costs"));
        List<String> lines = world.plan()
                .toLongText()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(or )?paste.*"))
                .map(line -> line.replaceFirst("^[^:]*: ", ""))
                .toList();
        assertThat(lines).hasSizeGreaterThan(5).allMatch(line -> line.matches(LINE));
    }

    @Test
    void one_line_that_settles_forty_is_suggested_first_and_the_forty_are_told_once() {
        FetchedLinks.in(world);
        IntStream.range(0, 40).forEach(i -> world.source.put(link("l" + i, "Mail " + i)));
        world.source.put(app("a1", "Expenses").needs(link("l7", "Mail 7")));
        world.destination.put(link("x", "Mail of Prod"), link("y", "Mail of Test"), link("z", "Other"));
        Plan plan = world.plan();
        Binding first = Binding.of(Thing.LINK, "Mail", "x");
        assertThat(plan.recreate()).hasSize(40).allSatisfy(item -> assertThat(item.lines())
                .startsWith(first, Binding.of(Thing.LINK, "Mail", "y")));
        String text = plan.toLongText();
        assertThat(text)
                .contains("AMBIGUOUS 40 of the type link", "waits: app \"Expenses\"")
                .contains("or paste: Binding.of(\"link\", \"Mail\", \"x\") // \"Mail of Prod\"")
                .doesNotContain("Binding.of(\"link\", \"l7\"");
        assertThat(text.split("are of its kind", -1)).as("told once").hasSize(2);
        Plan settled = world.plan(builder -> builder.mapping(Mapping.of(first)));
        assertThat(settled.recreate()).extracting(RecreateItem::state).doesNotContain(State.AMBIGUOUS, State.NOT_FOUND);
    }

    @Test
    void a_line_for_all_is_not_suggested_where_it_would_change_one_that_is_settled() {
        FetchedLinks.in(world);
        world.source.put(link("l1", "Mail 1"), link("l2", "Mail 2"), link("l3", "Mail 3"));
        world.destination.put(link("x", "Mail of Prod"), link("y", "Mail of Test"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(Binding.of(Thing.LINK, "l3", "y"))));
        assertThat(plan.recreate().stream().flatMap(item -> item.lines().stream()))
                .isNotEmpty()
                .allMatch(line -> line.from().startsWith("l"));
    }

    @Test
    void what_a_person_makes_and_something_forbids_is_told_once_with_one_recipe() {
        world.rules.add(World.always(Thing.LINK, "LINK-2")
                .blocks()
                .because("links work in a default environment only")
                .remedy("Go to the default environment"));
        world.source.put(wanted);
        Plan plan = world.plan();
        RecreateItem item = item(plan, wanted);
        assertThat(step(plan, wanted).action()).isEqualTo(Action.BLOCKED);
        assertThat(item.remedy()).isEqualTo("Go to the default environment");
        assertThat(item.reason()).contains("default environment only");
        assertThat(plan.toLongText())
                .doesNotContain("BLOCKED", "Make it and consent")
                .contains("1 by hand");
        assertThat(plan.toLongText().split("default environment only", -1)).hasSize(2);
    }

    @Test
    void what_no_plugin_makes_has_the_recipe_of_its_rules_and_no_second_one() {
        world.rules.removeIf(rule -> rule.id().equals("LINK-1"));
        world.rules.add(World.always(Thing.LINK, "LINK-3")
                .warns()
                .because("a package carries it")
                .remedy("Export it as a package and import that"));
        world.source.put(wanted);
        Plan plan = world.plan();
        assertThat(item(plan, wanted).remedy()).startsWith("Export it as a package and import that");
        assertThat(plan.toLongText().split("Export it as a package", -1)).hasSize(2);
        assertThat(plan.toLongText()).doesNotContain("Make it by hand in the destination", "WARNINGS AND NOTES");
    }
}
