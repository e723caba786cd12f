package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.PackageChange;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.powerapps.app.PackagedApp;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The package as the destination gets it: without values of variables, which belong to the source, and with its apps bound. */
final class Cargo {

    private final Solution solution;
    private final Workspace workspace;

    Cargo(Solution solution, Workspace workspace) {
        this.solution = solution;
        this.workspace = workspace;
    }

    /** The same bytes for the same package; one in which nothing changes stays as it is, and so does one that is not here. */
    Solution adapted(Bindings bindings) {
        SolutionFacts facts = solution.facts().orElse(null);
        List<Artifact> zips = solution.artifacts();
        if (facts == null || zips.isEmpty() || !workspace.holds(zips.get(0))) {
            return solution;
        }
        boolean values = facts.content().variables().stream().anyMatch(EnvironmentVariable::hasValue);
        Map<String, Artifact> apps = bound(zips.get(0), facts, bindings);
        if (!values && apps.isEmpty()) {
            return solution;
        }
        PackageChange change = values ? PackageChange.none().withoutVariableValues() : PackageChange.none();
        for (Map.Entry<String, Artifact> app : apps.entrySet()) {
            change = change.withFile(app.getKey(), out -> Files.copy(workspace.file(app.getValue()), out));
        }
        return Exports.packed(solution, written(zips.get(0), change), workspace);
    }

    /** Documents that become others, by their path in the package. */
    private Map<String, Artifact> bound(Artifact zip, SolutionFacts facts, Bindings bindings) {
        AppsInside inside = AppsInside.of(zip, facts, workspace);
        Bindings within = new Covered(facts).over(bindings, inside.all());
        Map<String, Artifact> bound = new LinkedHashMap<>();
        inside.apps().forEach((path, app) -> app.bound(within, workspace, AppsInside.LIMITS)
                .ifPresent(document -> bound.put(path, document)));
        return bound;
    }

    /** Lines for texts that replace something in one of its apps. */
    Collection<Binding> met(Collection<Binding> lines) {
        SolutionFacts facts = solution.facts().orElse(null);
        List<Artifact> zips = solution.artifacts();
        if (facts == null || zips.isEmpty() || !workspace.holds(zips.get(0))) {
            return List.of();
        }
        Set<Binding> met = new LinkedHashSet<>();
        for (PackagedApp app : AppsInside.of(zips.get(0), facts, workspace).all()) {
            met.addAll(app.met(lines, workspace, AppsInside.LIMITS));
        }
        return met;
    }

    private Artifact written(Artifact zip, PackageChange change) {
        Path changed = null;
        try {
            changed = Files.createTempFile(workspace.folder(), "package", ".part");
            try (OutputStream out = Files.newOutputStream(changed)) {
                SolutionPackage.open(workspace.file(zip)).write(out, change);
            }
            try (var bytes = Files.newInputStream(changed)) {
                return workspace.put(zip.name(), zip.mediaType(), bytes);
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "The package " + zip.name() + " was not written for the destination because " + e,
                    "Check that there is room in the workspace, then plan again",
                    e);
        } finally {
            delete(changed);
        }
    }

    static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            // the workspace deletes what is left half written
        }
    }
}
