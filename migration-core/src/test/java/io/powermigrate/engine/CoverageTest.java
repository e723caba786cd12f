package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What could not be read is never taken for absent. */
class CoverageTest {

    private final World world = new World();
    private final Thing app = app("a1", "Expenses");
    private final Thing link = link("l1", "SQL");

    @Test
    void nothing_of_a_type_is_made_where_its_list_could_not_be_read() {
        world.source.put(app, link);
        world.destination.refuse("list app", "the user may not see apps");
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, app).reason()).contains("the user may not see apps");
        assertThat(plan.toLongText())
                .contains("not read: app of the destination")
                .contains("Ask an admin");
        assertThat(plan.notLookedAt()).anyMatch(words -> words.startsWith("app of the destination"));
    }

    @Test
    void what_was_not_looked_at_says_why_and_what_to_do_on_both_sides() {
        world.source.refuse("list app", "the user may not see apps");
        world.destination.refuse("list link", "the user may not see links");
        assertThat(world.plan().notLookedAt())
                .containsExactly(
                        "app of the source: \"list app\" was refused because the user may not see apps. Ask an admin",
                        "link of the destination: \"list link\" was refused because the user may not see links. Ask an"
                                + " admin");
    }

    @Test
    void an_unread_list_stands_in_the_first_line_of_plan_and_report_and_never_ends_as_done() {
        world.source.put(link);
        world.source.refuse("list app", "the user may not see apps");
        Migration migration = world.migration();
        Plan plan = migration.plan();
        assertThat(firstLine(plan.toLongText())).endsWith(", NOT READ: app of the source");
        assertThat(plan.notRead()).singleElement().satisfies(list -> {
            assertThat(list.environment()).isEqualTo("the source");
            assertThat(list.type()).isEqualTo("app");
            assertThat(list.allowed()).isFalse();
        });
        Report report = migration.execute(plan.approve(World.approval()));
        assertThat(firstLine(report.toLongText())).endsWith(", NOT READ: app of the source");
        assertThat(report.toJson()).contains("the user may not see apps");
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("1 list was not read: app of the source, because")
                .hasMessageContaining("the user may not see apps")
                .hasMessageContaining("Ask an admin")
                .hasMessageContaining("allowUnread");
        assertThat(Plan.fromJson(plan.toJson()).notRead()).isEqualTo(plan.notRead());
    }

    @Test
    void a_failed_step_does_not_hide_an_unread_list() {
        world.source.put(app);
        world.destination.refuse("list link", "the user may not see links");
        world.destination.refuse("create app", "the disk is full");
        Report report = world.run();
        assertThatThrownBy(report::orThrow)
                .hasMessageContaining("1 of 1 step did not succeed")
                .hasMessageContaining("1 list was not read: link of the destination");
    }

    @Test
    void a_list_may_stay_unread_where_the_caller_said_so_and_is_named_all_the_same() {
        world.source.put(link);
        world.source.refuse("list app", "the user may not see apps");
        Migration migration = world.builder().allowUnread(Thing.APP).build();
        Plan plan = migration.plan();
        assertThat(firstLine(plan.toLongText())).endsWith(", NOT READ: app of the source (allowed)");
        migration.execute(plan.approve(World.approval())).orThrow();
    }

    @Test
    void another_list_than_the_allowed_one_is_not_allowed() {
        world.destination.refuse("list link", "the user may not see links");
        Migration migration = world.builder().allowUnread(Thing.APP).build();
        Report report = migration.execute(migration.plan().approve(World.approval()));
        assertThatThrownBy(report::orThrow).hasMessageContaining("link of the destination");
    }

    @Test
    void a_plan_that_changes_nothing_says_why_at_once() {
        assertThat(secondLine(world.plan()))
                .isEqualTo("Nothing will be changed because the source shows nothing that the scope selects");
        world.source.put(link);
        assertThat(secondLine(world.plan()))
                .startsWith("Nothing will be changed because nothing can be done yet: 1 by hand");
        world.source.refuse("list app", "the user may not see apps");
        world.source.refuse("list link", "the user may not see links");
        assertThat(world.plan().toLongText())
                .contains(
                        "Nothing will be changed because this could not be read: app of the source, link of the source");
    }

    private static String firstLine(String page) {
        return page.lines().findFirst().orElseThrow();
    }

    private static String secondLine(Plan plan) {
        return plan.toLongText().lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void a_waiver_does_not_make_absent_of_unreadable() {
        world.source.put(app);
        world.destination.refuse("list app", "the user may not see apps");
        ResourceKey key = app.key();
        Plan plan = world.plan(builder -> builder.waive("ENG-DESTINATION-UNREADABLE", key, "I looked"));
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
    }

    @Test
    void one_unreadable_list_leaves_the_others_alone() {
        world.source.put(app, link);
        world.destination.refuse("list link", "the user may not see links");
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(plan.recreate()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(RecreateItem.State.AMBIGUOUS);
            assertThat(item.by()).contains("the user may not see links");
            assertThat(item.remedy()).as("not to make another one").isEqualTo("Ask an admin");
        });
    }

    @Test
    void a_reader_that_throws_anything_is_an_unreadable_list_that_names_the_class() {
        world.source.fault("list flow", new IllegalStateException("oops"));
        Inventory inventory = world.migration().inventory();
        assertThat(inventory.coverage("flow").orElseThrow().isReadable()).isFalse();
        assertThat(inventory.coverage("flow").orElseThrow().reason())
                .contains("ThingMigrator")
                .contains("oops");
        assertThat(inventory.coverage("app").orElseThrow().isReadable()).isTrue();
    }

    @Test
    void what_is_made_where_only_a_part_is_visible_carries_a_warning() {
        world.source.put(app);
        world.coverage.put("destination app", Coverage.visibleOnly("makers see their own", "Sign in as an admin"));
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.CREATE);
        assertThat(rulesOf(step(plan, app))).contains("ENG-VISIBLE-ONLY");
    }

    @Test
    void what_is_updated_where_only_a_part_is_visible_carries_none() {
        world.source.put(app);
        world.destination.put(app("x", "Expenses").text("other"));
        world.coverage.put("destination app", Coverage.visibleOnly("makers see their own", "Sign in as an admin"));
        assertThat(rulesOf(step(world.plan(), app))).doesNotContain("ENG-VISIBLE-ONLY");
    }

    @Test
    void a_resource_that_could_not_be_fetched_is_blocked_and_the_rest_goes_on() {
        world.source.put(app, app("a2", "Costs"));
        world.source.refuse("fetch app a1", "it is locked");
        Plan plan = world.plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, app).reason()).contains("it is locked");
        assertThat(plan.changes()).isEqualTo(1);
    }

    @Test
    void a_resource_that_could_not_be_fetched_on_both_sides_is_not_taken_for_the_same() {
        world.source.put(app);
        world.destination.put(app("x", "Expenses").text("other"));
        world.source.refuse("fetch app", "it is locked");
        world.destination.refuse("fetch app", "it is locked");
        assertThat(step(world.plan(), app).action()).isEqualTo(Action.BLOCKED);
    }

    @Test
    void a_counterpart_that_could_not_be_fetched_blocks() {
        world.source.put(app);
        world.destination.put(app("x", "Expenses").text("other"));
        world.destination.fault("fetch app", new IllegalStateException("oops"));
        assertThat(step(world.plan(), app).reason()).contains("its counterpart").contains("oops");
    }

    @Test
    void a_snapshot_knows_what_could_not_be_fetched() {
        world.source.put(app);
        world.source.refuse("fetch app a1", "it is locked");
        String saved = world.migration().read().source().toJson();
        Plan plan = io.powermigrate.Migration.from(Inventory.fromJson(saved, Thing.ALL))
                .to(world.destination.endpoint())
                .install(world)
                .build()
                .plan();
        assertThat(step(plan, app).action()).isEqualTo(Action.BLOCKED);
    }

    @Test
    void what_no_list_shows_but_something_mentions_is_part_of_the_plan_with_a_warning() {
        world.source.put(app.needs(link));
        world.mentions.put("a1", List.of(link.item()));
        Plan plan = world.plan();
        assertThat(rulesOf(step(plan, link))).contains("ENG-MENTIONED");
        assertThat(step(plan, app).action()).isEqualTo(Action.HELD);
        assertThat(plan.recreate()).singleElement().satisfies(item -> assertThat(item.waiting())
                .containsExactly(app.key()));
        assertThat(world.source.requests("READ fetch link")).isEmpty();
    }

    @Test
    void what_is_mentioned_and_listed_is_what_the_list_shows() {
        world.source.put(app.needs(link), link);
        world.mentions.put("a1", List.of(link("l1", "another name").item()));
        assertThat(rulesOf(step(world.plan(), link))).doesNotContain("ENG-MENTIONED");
        assertThat(step(world.plan(), app).waitsFor()).containsExactly(link.key());
    }
}
