package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.model.Artifact;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An export is started, followed, downloaded, and taken away again. */
class SolutionExportTest extends ScriptedDataverse {

    private static final String STARTED =
            "{\"ExportJobId\":\"" + JOB + "\",\"AsyncOperationId\":\"" + OPERATION + "\"}";
    private static final String ENDED = "{\"statecode\":3,\"statuscode\":30}";

    private final Workspace workspace = Workspace.temporary();

    @AfterEach
    void delete() {
        workspace.close();
    }

    private Artifact export() {
        return new SolutionExport(dataverse, workspace).export("Sales", true, heard::add);
    }

    private void thenFile() {
        String base64 = Base64.getEncoder().encodeToString("the package".getBytes(StandardCharsets.UTF_8));
        server.then(200, "{\"@odata.context\":\"x\",\"ExportSolutionFile\":\"" + base64 + "\"}");
    }

    @Test
    void the_package_lies_in_the_workspace_and_nothing_stays_in_the_source() throws IOException {
        server.then(200, STARTED)
                .then(200, "{\"statecode\":0,\"statuscode\":20}")
                .then(200, ENDED);
        thenFile();
        thenDone();

        Artifact zip = export();

        assertThat(heard).singleElement().asString().contains("runs, 0 s");
        assertThat(Files.readString(workspace.file(zip))).isEqualTo("the package");
        assertThat(asked())
                .containsExactly(
                        "POST ExportSolutionAsync",
                        "GET asyncoperations(" + OPERATION + ")",
                        "GET asyncoperations(" + OPERATION + ")",
                        "POST DownloadSolutionExportData",
                        "DELETE exportsolutionuploads(" + JOB + ")");
    }

    @Test
    void a_file_that_may_not_be_deleted_is_told_and_the_package_counts() {
        server.then(200, STARTED).then(200, ENDED);
        thenFile();
        thenError(403, "0x80040220", "prvDeleteExportSolutionUpload is missing");

        assertThat(export().size()).isEqualTo(11);
        assertThat(heard).singleElement().asString().contains("was not deleted in the source");
    }

    @Test
    void an_export_that_failed_says_why_and_leaves_nothing() {
        server.then(200, STARTED)
                .then(
                        200,
                        "{\"statecode\":3,\"statuscode\":31,\"errorcode\":-2147188672,\"message\":\"It is managed\"}");
        thenDone();

        assertThatThrownBy(this::export)
                .hasMessageContaining("The solution Sales was not exported")
                .hasMessageContaining("It is managed");
        assertThat(asked()).last().isEqualTo("DELETE exportsolutionuploads(" + JOB + ")");
    }

    @Test
    void an_export_that_ends_because_another_one_ran_is_started_again() {
        server.then(200, STARTED)
                .then(
                        200,
                        "{\"statecode\":3,\"statuscode\":31,\"message\":\"Cannot start another [Export] because there is a"
                                + " previous [Export] running at this moment.\"}");
        thenDone();
        server.then(200, STARTED).then(200, ENDED);
        thenFile();
        thenDone();

        assertThat(export().size()).isEqualTo(11);
        assertThat(heard).singleElement().asString().contains("waits for another operation");
        assertThat(asked()).filteredOn("POST ExportSolutionAsync"::equals).hasSize(2);
    }

    @Test
    void an_answer_without_the_file_is_no_package() {
        server.then(200, STARTED).then(200, ENDED).then(200, "{\"ExportSolutionFile\":null}");
        thenDone();

        assertThatThrownBy(this::export).hasMessageContaining("holds no text ExportSolutionFile");
    }
}
