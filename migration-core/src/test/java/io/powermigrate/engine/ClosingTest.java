package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration ends what it made itself, and nothing else. */
class ClosingTest {

    private final World world = new World();
    private final Set<Path> seen = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void an_app_whose_reader_tells_the_workspace_that_it_is_given() {
        world.source.put(Thing.app("a", "Expenses"));
        world.readers.set(0, new ThingMigrator(Thing.APP, world) {
            @Override
            public Thing fetch(Thing listed, Endpoint endpoint, Workspace workspace) {
                seen.add(workspace.folder());
                return super.fetch(listed, endpoint, workspace);
            }
        });
    }

    @Test
    void the_temporary_workspace_of_a_migration_ends_with_it() {
        try (Migration migration = world.migration()) {
            migration.execute(migration.plan().approve(World.approval())).orThrow();
            assertThat(seen).hasSize(1).allSatisfy(folder -> assertThat(folder).exists());
        }
        assertThat(seen).allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    @Test
    void a_workspace_and_endpoints_of_the_caller_stay_open(@TempDir Path folder) {
        Workspace workspace = Workspace.at(folder);
        try (Workspace temporary = Workspace.temporary()) {
            for (Workspace each : List.of(workspace, temporary)) {
                try (Migration migration = world.builder().workspace(each).build()) {
                    migration.plan();
                }
                assertThat(each.folder()).exists();
            }
            assertThat(seen).containsExactlyInAnyOrder(folder, temporary.folder());
        }
        assertThat(world.plan().changes()).isEqualTo(1);
    }

    @Test
    void a_closed_migration_refuses_to_be_used_and_says_why() {
        Migration migration = world.migration();
        Plan plan = migration.plan();
        ApprovedPlan approved = plan.approve(World.approval());
        migration.close();
        migration.close();
        List<ThrowingCallable> uses = List.of(
                migration::inventory,
                migration::read,
                migration::assess,
                migration::plan,
                () -> migration.rehearse(plan),
                () -> migration.execute(approved));
        assertThat(uses).allSatisfy(use -> assertThatThrownBy(use)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The migration from the source to the destination was not ")
                .hasMessageContaining("because it is closed. Build another one."));
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }
}
