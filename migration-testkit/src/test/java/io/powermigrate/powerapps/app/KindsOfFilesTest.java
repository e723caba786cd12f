package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.DocumentKind;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folders of real life hold much beside apps: each file is told for what it is, and stops no other. */
class KindsOfFilesTest extends FolderOfDocuments {

    @BeforeEach
    void a_sound_document_beside_them() throws IOException {
        Files.write(folder.resolve("Sound.msapp"), SampleDocuments.nothing());
        crossing.prod.app(SampleDocuments.nothingOlder());
    }

    @Test
    void another_kind_of_zip_is_blocked_with_its_name_and_the_others_go_on() throws IOException {
        zip("Solution.zip", "solution.xml", "customizations.xml", "CanvasApps/x_DocumentUri.msapp");
        zip("Flow.zip", "manifest.json", "Microsoft.Flow/flows/manifest.json");
        zip("Bundle.zip", "one.zip", "two.msapp");
        Files.write(
                folder.resolve("Page.zip"), "<html>not found</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Plan plan = plan();
        blocked(plan, "Solution", "a solution that holds CanvasApps/x_DocumentUri.msapp", "Solutions, Import solution");
        blocked(plan, "Flow", "the package of a cloud flow", "bind the flow");
        blocked(plan, "Bundle", "a zip of other packages or documents", "Unpack it and give the folder");
        blocked(plan, "Page", "it is not a zip: it begins with", "not an error page");
        assertThat(plan.toLongText()).doesNotContainIgnoringCase("export it again");
        assertThat(step(plan, "Unit converter").action()).isEqualTo(Action.CREATE);
    }

    @Test
    void what_nobody_may_read_is_told_and_stops_no_other() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.write(folder.resolve("Closed.msapp"), SampleDocuments.nothing());
        boolean may =
                !(closed.toFile().setReadable(false) && file.toFile().setReadable(false)) || Files.isReadable(closed);
        org.junit.jupiter.api.Assumptions.assumeFalse(may, "who runs this may read everything");
        try {
            Plan plan = plan();
            blocked(plan, "closed", "AccessDenied", "may be read");
            blocked(plan, "Closed", "AccessDenied", "may be read");
            assertThat(step(plan, "Unit converter").action()).isEqualTo(Action.CREATE);
        } finally {
            closed.toFile().setReadable(true);
        }
    }

    @Test
    void a_component_library_is_no_app_and_nobody_makes_what_it_names() throws IOException {
        Files.write(
                folder.resolve("Buttons.msapp"),
                AppDocument.named("Buttons")
                        .kind(DocumentKind.COMPONENT_LIBRARY)
                        .screen("Main")
                        .connection("shared_office365users", "c0ffee")
                        .toBytes());
        Inventory inventory = Documents.in(folder, workspace);
        assertThat(inventory.all(CanvasApp.TYPE))
                .filteredOn(app -> app.displayName().equals("Buttons"))
                .singleElement()
                .satisfies(app -> assertThat(app.appType()).isEqualTo("CanvasComponentLibrary"))
                .satisfies(app -> assertThat(app.references()).isEmpty());
        assertThat(inventory.all(Connection.TYPE)).isEmpty();
        Plan plan = plan();
        blocked(plan, "Buttons", "it is a component library, not an app", "rebuild it");
        assertThat(plan.recreate()).isEmpty();
    }

    private static void blocked(Plan plan, String app, String reason, String remedy) {
        assertThat(step(plan, app).action()).as(app).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, app).findings()).anySatisfy(finding -> {
            assertThat(finding.reason()).contains(reason);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    private static Step step(Plan plan, String app) {
        return plan.step(CanvasApp.TYPE.key(app))
                .orElseThrow(() -> new AssertionError(app + " in " + plan.toLongText()));
    }

    private void zip(String file, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write('x');
            }
        }
    }

    private Plan plan() {
        return Migration.from(Documents.in(folder, workspace))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .journal(crossing.journal)
                .time(crossing.fake.time())
                .build()
                .plan();
    }
}
