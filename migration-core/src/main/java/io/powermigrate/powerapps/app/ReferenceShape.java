package io.powermigrate.powerapps.app;

import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What counts of a connection reference: connector, data sources, flow (wire/canvas-app-import.md, section 5). Titles,
 * icons and back-links do not.
 *
 * @param connector the connector's name, lower case: ids differ by case (wire/power-platform.md, section 2.3)
 * @param dataSources names, without order
 * @param workflow GUID of the flow, lower case; empty for others
 */
record ReferenceShape(String connector, SortedSet<String> dataSources, String workflow) {

    /** The shapes of all references of a definition, by key in lower case. */
    static Map<String, ReferenceShape> of(Document references) {
        Map<String, ReferenceShape> shapes = new TreeMap<>();
        references.members().forEach((key, reference) -> shapes.put(key.toLowerCase(Locale.ROOT), shape(reference)));
        return shapes;
    }

    private static ReferenceShape shape(Document reference) {
        return new ReferenceShape(
                ConnectionUse.last(reference.text("id").orElse("")).toLowerCase(Locale.ROOT),
                new TreeSet<>(reference.texts("dataSources")),
                ConnectionUse.workflow(reference).toLowerCase(Locale.ROOT));
    }

    /** Where a definition does not hold what is wanted; references that nobody asked for do not count. */
    static List<Difference> between(Document wanted, Document found) {
        Map<String, ReferenceShape> present = of(found);
        List<Difference> differences = new ArrayList<>();
        of(wanted).forEach((key, shape) -> {
            ReferenceShape other = present.get(key);
            if (!shape.equals(other)) {
                differences.add(new Difference(
                        "connection reference " + key, shape.words(), other == null ? "missing" : other.words()));
            }
        });
        return List.copyOf(differences);
    }

    private String words() {
        return connector
                + (workflow.isEmpty() ? "" : " flow " + workflow)
                + (dataSources.isEmpty() ? "" : " for " + String.join(", ", dataSources));
    }
}
