package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateFile;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person needs to make something again is there as files when the plan is made, and named. */
class FilesThatItTakesTest {

    private final World world = new World();
    private final Thing wanted = link("l1", "Orders");

    @TempDir
    Path folder;

    private static RecreateItem item(Plan plan, Thing thing) {
        return plan.recreate().stream()
                .filter(item -> plan.step(item.key()).orElseThrow().originId().equals(thing.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_files_that_it_takes_are_there_under_their_names_and_text_and_json_name_them() {
        FetchedLinks.in(world);
        world.source.put(wanted);
        Plan plan = world.plan(builder -> builder.workspace(Workspace.at(folder.resolve("work"))));
        RecreateFile file = item(plan, wanted).files().get(0);
        assertThat(file.path())
                .hasParent(folder.resolve("work").resolve("by-hand"))
                .hasContent("definition of l1");
        assertThat(file.name()).startsWith("Orders.").endsWith(".json");
        assertThat(plan.toLongText())
                .contains("file: " + file.path(), "files: " + file.path().getParent())
                .doesNotContain("deleted when");
        assertThat(Plan.fromJson(plan.toJson()).recreate().get(0).files()).containsExactly(file);
        Report report = world.run(builder -> builder.workspace(Workspace.at(folder.resolve("work"))));
        assertThat(report.toLongText()).contains("file: " + file.path());
        assertThat(report.toJson()).contains(file.name());
    }

    @Test
    void files_in_a_temporary_workspace_are_told_to_go_with_it() {
        FetchedLinks.in(world);
        world.source.put(wanted);
        try (Migration migration = world.migration()) {
            Plan plan = migration.plan();
            assertThat(item(plan, wanted).files().get(0).path()).exists();
            assertThat(plan.toLongText())
                    .contains("deleted when the migration is closed", "workspace(Workspace.at(folder))");
        }
    }

    @Test
    void what_is_satisfied_or_settled_by_a_line_takes_no_files() {
        FetchedLinks.in(world);
        world.source.put(wanted);
        world.destination.put(link("x", "Orders one"), link("y", "Orders two"));
        assertThat(item(world.plan(), wanted).files()).isEmpty();
    }

    @Test
    void a_plan_from_a_snapshot_says_that_the_workspace_lacks_the_bytes() {
        FetchedLinks.in(world);
        world.source.put(wanted);
        Inventory snapshot = world.migration().read().source();
        Plan plan = Migration.from(snapshot)
                .to(world.destination.endpoint())
                .install(world)
                .workspace(Workspace.at(folder.resolve("another")))
                .time(world.clock.time())
                .build()
                .plan();
        RecreateFile file = item(plan, wanted).files().get(0);
        assertThat(file.isThere()).isFalse();
        assertThat(file.path()).doesNotExist();
        assertThat(plan.toLongText()).contains("without the file " + file.name(), "does not hold it", "read it again");
    }
}
