package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Exports an unmanaged solution as a package (wire/dataverse.md, section 2.4): started, followed, downloaded, and taken away again.
 * Three requests, one more for each look at the job, and one that deletes what the service keeps of it.
 */
public final class SolutionExport {

    private static final Duration WITHIN = Duration.ofHours(2);
    private static final String ZIP = "application/zip";

    private final Dataverse source;
    private final Workspace workspace;

    /** An export. */
    public SolutionExport(Dataverse source, Workspace workspace) {
        this.source = source;
        this.workspace = workspace;
    }

    /**
     * The package, in the workspace.
     *
     * @param progress hears how far the job is
     * @throws MigrationException when the service refuses it, the job fails, or its end is not seen
     */
    public Artifact export(String uniqueName, boolean managed, Consumer<String> progress) {
        Document started = source.action(
                Effect.EXPORT,
                "ExportSolutionAsync",
                Document.of(Map.of("SolutionName", uniqueName, "Managed", managed)));
        String job = AnswerMember.of(started, "ExportJobId", "ExportSolutionAsync");
        Document ended =
                source.ended(AnswerMember.of(started, "AsyncOperationId", "ExportSolutionAsync"), WITHIN, progress);
        JobEnd end = JobEnd.of(ended);
        if (!end.succeeded()) {
            throw new MigrationException(
                    "The solution " + uniqueName + " was not exported because " + end.reason(), end.remedy());
        }
        Artifact zip = source.download(
                Effect.EXPORT,
                "DownloadSolutionExportData",
                Document.of(Map.of("ExportJobId", job)),
                "ExportSolutionFile",
                bytes -> workspace.put(uniqueName + ".zip", ZIP, bytes));
        source.delete(Effect.EXPORT, "exportsolutionuploads", job);
        return zip;
    }

    @Override
    public String toString() {
        return Shown.message("SolutionExport from " + source);
    }
}
