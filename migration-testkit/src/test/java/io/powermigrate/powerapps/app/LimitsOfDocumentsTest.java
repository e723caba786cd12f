package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.canvas.Limits;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A document beyond the default limits is refused with the way to raise them, and migrates whole where they are raised. */
class LimitsOfDocumentsTest extends FolderOfDocuments {

    private static final Limits RAISED = Limits.defaults().withRatio(5_000);

    @Test
    void the_plugin_takes_limits_for_reading_rebinding_and_reading_back() throws IOException {
        crossing.dev.app(blank(SampleDocuments.nothing()));
        crossing.prod.app(SampleDocuments.nothingOlder());
        Plan refused = migration(Limits.defaults()).plan();
        assertThat(app(refused).action()).isEqualTo(Action.BLOCKED);
        assertThat(refused.toLongText())
                .contains("the limit 'ratio' is 200")
                .contains("give Limits.defaults().withRatio(…)")
                .contains("PowerApps.plugin");
        Migration raised = migration(RAISED);
        crossing.execute(raised, raised.plan()).orThrow();
        assertThat(crossing.arrived("Unit converter")).hasSize(1);
        assertThat(migration(RAISED).plan().changes()).as("a second run").isZero();
    }

    @Test
    void documents_on_this_computer_take_them_too() throws IOException {
        Files.write(folder.resolve("Blank.msapp"), blank(SampleDocuments.nothing()));
        assertThat(Documents.in(folder, workspace).all(CanvasApp.TYPE))
                .allMatch(app -> app.content().toJson().contains("Documents.in"));
        assertThat(Documents.in(folder, workspace, RAISED).all(CanvasApp.TYPE))
                .allMatch(app -> !app.normalForm().isEmpty());
    }

    @Test
    void a_document_that_is_too_large_to_keep_says_so_as_well() {
        crossing.dev.app(SampleDocuments.nothing());
        assertThat(migration(Limits.defaults().withArchive(100)).plan().toLongText())
                .contains("more than 100 bytes")
                .contains("Limits.defaults().withArchive(…) to PowerApps.plugin");
    }

    private Migration migration(Limits limits) {
        return crossing.builder(PowerApps.plugin(limits)).workspace(workspace).build();
    }

    private static Step app(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.key().equals(CanvasApp.TYPE.key("Unit converter")))
                .findFirst()
                .orElseThrow();
    }

    /** The same with a JSON file of two million blanks. */
    private static byte[] blank(byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(document));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("References\\Blank.json"));
            to.write(("{" + " ".repeat(2_000_000) + "}").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
