package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page of a plan says, before it has a format. */
class PlanPageTest {

    private static final Plan PLAN = ManyApps.plan(300);
    private static final Page PAGE = PLAN.page();

    private static List<Group> groups(Page page, Section.Key key) {
        return page.section(key).map(Section::groups).orElse(List.of());
    }

    private static List<Group> decisions() {
        return groups(PAGE, Section.Key.DECISIONS);
    }

    @Test
    void the_verdict_counts_every_app_once() {
        assertThat(PAGE.verdict()).isEqualTo("300 apps: 85 ready, 207 waiting, 8 by hand.");
        assertThat(PAGE.figure("ready") + PAGE.figure("waiting") + PAGE.figure("by-hand") + PAGE.figure("there"))
                .isEqualTo(PAGE.figure("total"));
    }

    @Test
    void forty_ambiguous_connections_are_five_decisions_because_five_lines_settle_them() {
        assertThat(decisions())
                .filteredOn(group -> !group.choices().isEmpty())
                .hasSize(5)
                .allSatisfy(group -> {
                    assertThat(group.items()).hasSize(8);
                    assertThat(group.choices()).hasSize(4);
                });
    }

    @Test
    void what_decisions_free_adds_up_to_all_that_waits() {
        long ready = PAGE.figure("ready");
        for (Group decision : decisions()) {
            Gain gain = gainOf(decision);
            ready += gain.now();
            assertThat(gain.after()).isEqualTo(ready);
        }
        assertThat(ready).isEqualTo(300);
    }

    private static Gain gainOf(Group decision) {
        Gain gain = decision.gain();
        assertThat(gain).as(decision.key()).isNotNull();
        return gain == null ? new Gain(0, 0, 0) : gain;
    }

    @Test
    void no_later_decision_frees_more_at_its_place_than_the_one_that_stands_there() {
        Set<String> taken = new HashSet<>();
        for (Group decision : decisions()) {
            long best = decisions().stream()
                    .filter(other -> !taken.contains(other.key()))
                    .mapToLong(other -> freed(taken, other.key()))
                    .max()
                    .orElse(0);
            assertThat(gainOf(decision).now()).as(decision.title()).isEqualTo(best);
            taken.add(decision.key());
        }
    }

    /** Counted once more from what waits, and from the items of jobs. */
    private static long freed(Set<String> taken, String next) {
        Set<String> made = new HashSet<>(taken);
        made.add(next);
        long waiting = groups(PAGE, Section.Key.WAITS).stream()
                .filter(row -> made.containsAll(row.causes()) && row.causes().contains(next))
                .mapToLong(row -> row.items().size())
                .sum();
        long jobs = decisions().stream()
                .filter(group -> group.key().equals(next) && next.startsWith("canvas-app"))
                .mapToLong(group -> group.items().size())
                .sum();
        return waiting + jobs;
    }

    @Test
    void making_the_first_decision_frees_exactly_what_it_promises() {
        Group first = decisions().get(0);
        Choice choice = first.choices().get(0);

        Page next = ManyApps.plan(
                        300,
                        Binding.of(
                                "connection",
                                choice.line().from(),
                                choice.line().to()))
                .page();

        assertThat(next.figure("ready")).isEqualTo(gainOf(first).after());
    }

    @Test
    void names_stand_as_people_count_and_ids_beside_them() {
        List<String> names = groups(PAGE, Section.Key.HAPPENS).get(0).items().stream()
                .map(Item::name)
                .toList();

        List<String> counted = new ArrayList<>(names);
        counted.sort(Comparator.comparingInt(name -> Integer.parseInt(name.substring("App ".length()))));
        assertThat(names).isEqualTo(counted);
        assertThat(decisions().get(0).choices())
                .allSatisfy(choice -> assertThat(choice.id()).isNotEmpty().isNotEqualTo(choice.name()));
    }

    @Test
    void decisions_name_connectors_as_people_do_and_lead_to_the_page_where_they_are_made() {
        assertThat(decisions())
                .extracting(Group::name)
                .contains("SQL Server", "Microsoft Teams", "SharePoint", "Office 365 Users", "Office 365 Outlook");
        assertThat(decisions().get(0).links())
                .extracting(Link::address)
                .containsExactly(
                        "https://make.powerapps.com/environments/d0f54311-9f32-375b-844f-3319272b6ae3/connections");
    }

    @Test
    void every_app_stands_in_one_place_only() {
        Set<String> seen = new HashSet<>();
        for (Section.Key key : List.of(Section.Key.HAPPENS, Section.Key.WAITS)) {
            groups(PAGE, key).forEach(group -> group.items()
                    .forEach(item ->
                            assertThat(seen.add(item.id())).as(item.name()).isTrue()));
        }
        decisions().stream()
                .filter(group -> group.key().startsWith("canvas-app"))
                .flatMap(group -> group.items().stream())
                .forEach(item -> assertThat(seen.add(item.id())).as(item.name()).isTrue());
        assertThat(seen).hasSize(300);
    }

    @Test
    void the_keys_of_groups_are_the_same_at_every_run() {
        Page again = Plan.fromJson(PLAN.toJson()).page();

        assertThat(again).isEqualTo(PAGE);
        assertThat(PAGE.sections().stream()
                        .flatMap(section -> section.groups().stream())
                        .map(Group::key))
                .doesNotHaveDuplicates();
    }
}
