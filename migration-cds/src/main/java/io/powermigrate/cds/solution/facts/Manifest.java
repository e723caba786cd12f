package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a package, {@code solution.xml}.
 *
 * @param uniqueName what the solution is called everywhere
 * @param version as spelled, two to four numbers
 * @param managed whether it is managed
 * @param managedFlag as spelled: 0, 1, or 2 in source trees
 * @param parent unique name of the solution that a patch belongs to; null of a whole solution
 * @param titles by code of the language
 * @param publisher who made it
 * @param rootComponents in their order; none does not mean an empty package
 * @param missingDependencies in their order; a required component occurs once for each that needs it
 * @param parts names of the elements of the manifest, in their order
 */
public record Manifest(
        String uniqueName,
        String version,
        boolean managed,
        String managedFlag,
        @Nullable String parent,
        Map<String, String> titles,
        Publisher publisher,
        List<RootComponent> rootComponents,
        List<MissingDependency> missingDependencies,
        List<String> parts) {

    /** Copies what it is given. */
    public Manifest {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
        rootComponents = List.copyOf(rootComponents);
        missingDependencies = List.copyOf(missingDependencies);
        parts = List.copyOf(parts);
    }

    /** Whether it is a patch of another solution. */
    public boolean isPatch() {
        return parent != null;
    }

    /** The title in the language of the package; the unique name without one. */
    public String title() {
        return titles.values().stream().findFirst().orElse(uniqueName);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
