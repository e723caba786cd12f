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
 * Where another operation with solutions runs, it waits for its end and starts again: nothing was exported then. Three requests, one more for each look at the job, and one that deletes what the service keeps of it.
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
        return new OtherOperations(source, source.time(), progress)
                .whenFree(() -> exported(uniqueName, managed, progress));
    }

    private Artifact exported(String uniqueName, boolean managed, Consumer<String> progress) {
        Document wanted = Document.of(Map.of("SolutionName", uniqueName, "Managed", managed));
        Document started = source.action(Effect.EXPORT, "ExportSolutionAsync", wanted);
        String job = AnswerMember.of(started, "ExportJobId", "ExportSolutionAsync");
        try {
            requireSuccess(
                    uniqueName,
                    source.ended(
                            AnswerMember.of(started, "AsyncOperationId", "ExportSolutionAsync"), WITHIN, progress));
            return source.download(
                    Effect.EXPORT,
                    "DownloadSolutionExportData",
                    Document.of(Map.of("ExportJobId", job)),
                    "ExportSolutionFile",
                    bytes -> workspace.put(uniqueName + ".zip", ZIP, bytes));
        } finally {
            deleteUpload(job, progress);
        }
    }

    private static void requireSuccess(String uniqueName, Document operation) {
        JobEnd end = JobEnd.of(operation);
        if (end.succeeded()) {
            return;
        }
        String problem = "The solution " + uniqueName + " was not exported because " + end.reason();
        throw Locks.isLock(end.error())
                ? new LockedException(problem, end.remedy())
                : new MigrationException(problem, end.remedy());
    }

    /** What stays there takes space and does no harm: the package is here, or why it is not is said already. */
    private void deleteUpload(String job, Consumer<String> progress) {
        try {
            Afterwards.always(() -> source.delete(Effect.EXPORT, "exportsolutionuploads", job));
        } catch (MigrationException e) {
            progress.accept("the exported file of the job " + job + " was not deleted in the source: " + e.problem());
        }
    }

    @Override
    public String toString() {
        return Shown.message("SolutionExport from " + source);
    }
}
