package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a person from the wrong environment, from too much, and from losing what was there. */
class GuardRailsTest {

    private final World world = new World();
    private final Thing first = app("a1", "Expenses");
    private final Thing second = app("a2", "Costs");

    @Test
    void one_environment_cannot_be_both_sides() {
        assertThatThrownBy(() -> Migration.from(world.source.endpoint())
                        .to(new Store("source").endpoint())
                        .install(world)
                        .build())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the same environment, the source (source)")
                .hasMessageContaining("Give two different environments");
    }

    @Test
    void planning_and_assessing_write_nowhere() {
        world.source.put(first, second);
        world.destination.put(app("x", "Costs").text("other"));
        world.plan();
        world.migration().assess();
        for (Store store : List.of(world.source, world.destination)) {
            assertThat(store.requests("")).isNotEmpty().allMatch(request -> request.startsWith("READ "));
        }
    }

    @Test
    void executing_writes_to_the_destination_only() {
        world.source.put(first);
        world.run().orThrow();
        assertThat(world.source.requests("WRITE")).isEmpty();
        assertThat(world.source.requests("STAGE")).isEmpty();
        assertThat(world.destination.requests("WRITE")).hasSize(1);
    }

    @Test
    void more_changes_than_allowed_are_not_approved() {
        world.source.put(first, second);
        Plan plan = world.plan(builder -> builder.maxChanges(1));
        assertThatThrownBy(() -> plan.approve(World.approval()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it changes 2 resources and the limit is 1");
        assertThat(world.plan(builder -> builder.maxChanges(2))
                        .approve(World.approval())
                        .plan()
                        .changes())
                .isEqualTo(2);
    }

    @Test
    void a_limit_travels_with_the_plan() {
        world.source.put(first, second);
        String stored = world.plan(builder -> builder.maxChanges(1)).toJson();
        assertThatThrownBy(() -> Plan.fromJson(stored).approve(World.approval()))
                .hasMessageContaining("the limit is 1");
    }

    @Test
    void an_approved_plan_is_for_the_destination_that_it_was_made_for() {
        world.source.put(first);
        ApprovedPlan approved = world.plan().approve(World.approval());
        Store other = new Store("elsewhere");
        Migration elsewhere = Migration.from(world.source.endpoint())
                .to(other.endpoint())
                .install(world)
                .time(world.clock.time())
                .build();
        assertThatThrownBy(() -> elsewhere.execute(approved))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it was made for destination, not for elsewhere");
        assertThat(other.requests("")).isEmpty();
    }

    @Test
    void an_approval_ends() {
        world.source.put(first);
        Migration migration = world.migration();
        ApprovedPlan approved = migration.plan().approve(World.approval().until(TestClock.START.plusSeconds(60)));
        world.clock.advance(Duration.ofSeconds(60));
        assertThatThrownBy(() -> migration.execute(approved))
                .hasMessageContaining("the approval of ada@contoso.com ended at 2026-11-24T08:01:00Z");
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }

    @Test
    void what_has_changed_on_either_side_makes_a_plan_stale_before_the_first_write() {
        world.source.put(first, second);
        world.destination.put(app("x", "Costs").text("other"));
        Migration migration = world.migration();
        ApprovedPlan approved = migration.plan().approve(World.approval());
        world.source.put(first.text("newer"));
        assertThatThrownBy(() -> migration.execute(approved))
                .isInstanceOfSatisfying(StalePlanException.class, stale -> assertThat(stale.changes())
                        .containsExactly("app \"Expenses\" has changed in the source"));
        world.source.put(first);
        world.destination.put(app("x", "Costs").text("another one"));
        assertThatThrownBy(() -> migration.execute(approved))
                .hasMessageContaining("app \"Costs\" has changed in the destination");
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }

    @Test
    void what_nobody_writes_may_change_meanwhile() {
        world.source.put(first, second);
        world.destination.put(app("x", "Costs"));
        Migration migration = world.migration();
        ApprovedPlan approved = migration.plan().approve(World.approval());
        world.source.put(Thing.link("l1", "SQL"));
        migration.execute(approved).orThrow();
    }

    @Test
    void an_update_keeps_what_the_destination_held(@TempDir Path folder) throws IOException {
        world.source.put(first);
        world.destination.put(app("x", "Expenses").text("what was there"));
        world.run(builder -> builder.workspace(Workspace.at(folder))).orThrow();
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept.filter(Files::isRegularFile))
                    .map(file -> Document.parse(read(file)).at("content").text("text"))
                    .anyMatch(text -> text.filter("what was there"::equals).isPresent());
        }
    }

    @Test
    void limits_below_one_are_refused() {
        assertThatThrownBy(() -> world.builder().maxChanges(0).build()).hasMessageContaining("its maxChanges is 0");
        assertThatThrownBy(() -> world.builder().parallelism(0).build()).hasMessageContaining("its parallelism is 0");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
