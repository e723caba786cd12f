package io.powermigrate.cds.carrier;

import io.powermigrate.canvas.Limits;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.CanvasAppEntry;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.powerapps.app.PackagedApp;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The canvas apps of a package, with the documents that were copied out of it.
 *
 * @param apps by path of the document in the package, in the order of the package
 * @param unread titles of those whose document could not be read, with the reason
 */
record AppsInside(Map<String, PackagedApp> apps, Map<String, String> unread) {

    static final Limits LIMITS = Limits.defaults();

    private static final AppsInside NONE = new AppsInside(Map.of(), Map.of());

    /** Read once for each package: the workspace keeps what was read by its digest. */
    static AppsInside of(Artifact zip, SolutionFacts facts, Workspace workspace) {
        List<CanvasAppEntry> entries = facts.content().canvasApps();
        return entries.isEmpty()
                ? NONE
                : workspace.derived(
                        zip, AppsInside.class, file -> read(SolutionPackage.open(file), entries, workspace));
    }

    private static AppsInside read(SolutionPackage from, List<CanvasAppEntry> entries, Workspace workspace) {
        Map<String, PackagedApp> apps = new LinkedHashMap<>();
        Map<String, String> unread = new LinkedHashMap<>();
        for (CanvasAppEntry entry : entries) {
            String path = String.valueOf(entry.document());
            String title = entry.displayName().isBlank() ? entry.name() : entry.displayName();
            if (entry.documentBytes() == null) {
                unread.put(title, "the package does not hold it");
                continue;
            }
            Artifact document = document(from, path, workspace); // a full disk is no damaged document
            try {
                apps.put(path, PackagedApp.read(entry.name(), title, document, workspace, LIMITS));
            } catch (MigrationException damaged) {
                unread.put(title, damaged.problem());
            }
        }
        return new AppsInside(apps, unread);
    }

    private static Artifact document(SolutionPackage from, String path, Workspace workspace) {
        Path copy = null;
        try {
            copy = Files.createTempFile(workspace.folder(), "app", ".part");
            try (OutputStream out = Files.newOutputStream(copy)) {
                from.copy(path, out);
            }
            try (InputStream bytes = Files.newInputStream(copy)) {
                return workspace.put(path.substring(path.lastIndexOf('/') + 1), Solution.ZIP, bytes);
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "The app " + Shown.name(path) + " was not read out of its package because " + e,
                    "Check that there is room in the workspace, then plan again",
                    e);
        } finally {
            Cargo.delete(copy);
        }
    }

    List<PackagedApp> all() {
        return new ArrayList<>(apps.values());
    }

    @Override
    public String toString() {
        return Shown.message("AppsInside" + apps.keySet());
    }
}
