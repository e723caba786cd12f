package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.model.Scope;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.demo.DemoWorld;
import io.powermigrate.testkit.msapp.AppDocument;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README undoes a run that has overwritten an app, from the files that the run left. */
class ReadmeUndoTest {

    @Test
    void undo(@TempDir Path folder) {
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(
                        Page.of("README.md").block("undo"),
                        "public static Report run(io.powermigrate.endpoint.Endpoint target, java.nio.file.Path folder) {",
                        "return undone; }")) {
            world.prod().app(AppDocument.named("Unit converter").screen("Old").toBytes());
            overwritten(world, folder).writeTo(folder.resolve("report.json"));
            Report undone = (Report) snippet.run(world.target(), folder);
            assertThat(undone.outcomes()).singleElement().satisfies(outcome -> assertThat(outcome.state())
                    .isEqualTo(Outcome.State.DONE));
        }
    }

    private static Report overwritten(DemoWorld world, Path folder) {
        try (Workspace workspace = Workspace.at(folder.resolve("workspace"));
                Migration migration = Migration.from(world.source())
                        .to(world.target())
                        .install(PowerApps.plugin())
                        .scope(Scope.of(CanvasApp.TYPE).named("Unit converter"))
                        .workspace(workspace)
                        .build()) {
            return migration.execute(migration.plan().approve(Approval.by("ada@contoso.com", Instant.now())));
        }
    }
}
