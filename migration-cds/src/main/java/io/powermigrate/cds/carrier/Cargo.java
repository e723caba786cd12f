package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.PackageChange;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The package as the destination gets it: without values of variables, which belong to the source. */
final class Cargo {

    private final Solution solution;
    private final Workspace workspace;

    Cargo(Solution solution, Workspace workspace) {
        this.solution = solution;
        this.workspace = workspace;
    }

    /** The same bytes for the same package; one in which nothing changes stays as it is. */
    Solution adapted() {
        SolutionFacts facts = solution.facts().orElse(null);
        if (facts == null || facts.content().variables().stream().noneMatch(variable -> variable.hasValue())) {
            return solution;
        }
        Artifact zip = solution.artifacts().get(0);
        return Exports.packed(solution, withoutValues(zip), workspace);
    }

    private Artifact withoutValues(Artifact zip) {
        Path changed = null;
        try {
            changed = Files.createTempFile(workspace.folder(), "package", ".part");
            try (OutputStream out = Files.newOutputStream(changed)) {
                SolutionPackage.open(workspace.file(zip))
                        .write(out, PackageChange.none().withoutVariableValues());
            }
            try (var bytes = Files.newInputStream(changed)) {
                return workspace.put(zip.name(), zip.mediaType(), bytes);
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "The package " + zip.name() + " was not written without the values of its variables because " + e,
                    "Check that there is room in the workspace, then plan again",
                    e);
        } finally {
            delete(changed);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            // the workspace deletes what is left half written
        }
    }
}
