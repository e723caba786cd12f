package io.powermigrate.internal.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.RecreateFile;
import io.powermigrate.store.Workspace;
import java.util.List;

/** Writes what a person needs under names that people read; what cannot be written is told, and stops nothing. */
public final class ByHandFiles {

    private final Workspace workspace;

    /** Files of this workspace. */
    public ByHandFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    List<RecreateFile> of(Resource resource) {
        return of(resource.artifacts());
    }

    /** A file for each artifact. */
    public List<RecreateFile> of(List<Artifact> artifacts) {
        return artifacts.stream().map(this::file).toList();
    }

    private RecreateFile file(Artifact artifact) {
        RecreateFile file = RecreateFile.written(artifact, workspace.byHand(), workspace.isTemporary());
        try {
            workspace.putByHand(artifact);
            return file;
        } catch (MigrationException e) {
            return file.missing(e.problem() + ". " + e.remedy());
        } catch (RuntimeException e) { // such as bytes that somebody has changed
            return file.missing("it was not written because of " + e + ". Read the source again");
        }
    }
}
