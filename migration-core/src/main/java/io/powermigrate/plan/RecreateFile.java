package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import java.nio.file.Path;

/**
 * A file that a person needs to make something again, under a name that people read.
 *
 * @param name of the file
 * @param folder that it is in, an absolute path; the folder {@code by-hand} of the workspace
 * @param temporary whether the folder goes when the migration is closed
 * @param sha256 digest of what it holds, 64 lower-case hex digits
 * @param problem why it is not there and what to do, in words; empty where it is
 */
public record RecreateFile(String name, String folder, boolean temporary, String sha256, String problem) {

    public static RecreateFile written(Artifact artifact, Path folder, boolean temporary) {
        return new RecreateFile(artifact.fileName(), folder.toString(), temporary, artifact.sha256(), "");
    }

    public RecreateFile missing(String why) {
        return new RecreateFile(name, folder, temporary, sha256, why);
    }

    /** Where it is. */
    public Path path() {
        return Path.of(folder, name);
    }

    /** Whether it was written. */
    public boolean isThere() {
        return problem.isEmpty();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
