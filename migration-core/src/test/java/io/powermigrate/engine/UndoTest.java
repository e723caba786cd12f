package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import io.powermigrate.plan.RecreateFile;
import io.powermigrate.report.Report;
import io.powermigrate.report.Undo;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has changed is taken back by a person, who is told how, and where nothing takes it back. */
class UndoTest {

    private final World world = new World();

    @TempDir
    private Path folder;

    private Report run() {
        try (Workspace workspace = Workspace.at(folder)) {
            return world.run(builder -> builder.workspace(workspace));
        }
    }

    @Test
    void what_was_made_is_deleted_and_what_was_overwritten_is_put_back_from_a_file() throws IOException {
        world.source.put(app("a1", "Expenses"), app("a2", "Costs"));
        world.destination.put(app("x", "Costs").text("as it was"));
        Report report = run();

        assertThat(report.undo()).extracting(Undo::way).containsExactlyInAnyOrder(Undo.Way.DELETE, Undo.Way.PUT_BACK);
        Undo made = of(report, Undo.Way.DELETE);
        String id = report.outcome(made.key()).orElseThrow().destinationId();
        assertThat(made.remedy())
                .isEqualTo(
                        "Delete app \"Expenses\" (id " + id + ") in the destination, unless somebody uses it by now");
        RecreateFile file = of(report, Undo.Way.PUT_BACK).files().get(0);
        assertThat(file.isThere()).isTrue();
        assertThat(Document.parse(Files.readAllBytes(file.path())).text("content", "text"))
                .contains("as it was");
    }

    @Test
    void the_report_says_it_in_text_and_json() {
        world.source.put(app("a1", "Expenses"));
        Report report = run();
        assertThat(report.toLongText())
                .contains("TO TAKE IT BACK (1)", "delete app \"Expenses\": Delete app \"Expenses\"");
        assertThat(Document.parse(report.toJson()).at("undo").items()).hasSize(1);
    }

    @Test
    void what_broke_off_while_it_was_made_may_be_there() {
        world.source.put(app("a1", "Expenses"));
        world.destination.refuse("create", "the disk is full");
        Report report = run();
        assertThat(report.undo()).singleElement().satisfies(undo -> {
            assertThat(undo.destinationId()).isEmpty();
            assertThat(undo.remedy())
                    .startsWith("Look in the destination for app \"Expenses\". If it is there, delete it");
        });
    }

    @Test
    void what_wrote_nothing_has_nothing_to_take_back() {
        world.source.put(app("a1", "Expenses"));
        run();
        assertThat(run().undo()).isEmpty();
    }

    @Test
    void who_was_made_last_is_taken_back_first() {
        Thing base = app("a1", "Base");
        world.source.put(base, app("a2", "Above").needs(base));
        assertThat(run().undo()).extracting(undo -> undo.key().name()).containsExactly("Above", "Base");
    }

    private static Undo of(Report report, Undo.Way way) {
        return report.undo().stream()
                .filter(undo -> undo.way() == way)
                .findFirst()
                .orElseThrow();
    }
}
