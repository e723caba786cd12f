package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A canvas app that travels in a package. Its document is a file of the package.
 *
 * @param name logical name, the same everywhere
 * @param displayName its title
 * @param appVersion when it was saved
 * @param kind 0 an app, 1 a component library, 2 a custom page; null in old packages
 * @param document path of its document, as spelled
 * @param documentBytes size of the document; null where the package lacks it
 * @param connectors paths of the connectors of its connections, in their order
 * @param tables logical names of its Dataverse tables, sorted
 * @param databases how many databases it uses
 */
public record CanvasAppEntry(
        String name,
        String displayName,
        @Nullable String appVersion,
        @Nullable String kind,
        @Nullable String document,
        @Nullable Long documentBytes,
        List<String> connectors,
        List<String> tables,
        int databases) {

    /** Copies what it is given. */
    public CanvasAppEntry {
        connectors = List.copyOf(connectors);
        tables = List.copyOf(tables);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
