package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A workflow, business rule, business process flow or cloud flow.
 *
 * @param id kept by packages; lower case, no braces
 * @param name its title
 * @param category 5 is a cloud flow, 2 a business rule, 4 a business process flow, 0 a workflow, 3 an action, 6 a desktop flow
 * @param type 1 is a definition
 * @param table logical name of the table that it is about, as spelled
 * @param state 0 draft, 1 activated
 * @param status 1 draft, 2 activated
 * @param file path of its definition, as spelled
 * @param filePresent whether the package holds that file
 * @param connections of a cloud flow, in their order
 * @param children ids of the cloud flows that a cloud flow calls and waits for, sorted
 */
public record Workflow(
        String id,
        String name,
        String category,
        String type,
        @Nullable String table,
        @Nullable String state,
        @Nullable String status,
        @Nullable String file,
        boolean filePresent,
        List<FlowConnection> connections,
        List<String> children) {

    /** Copies what it is given. */
    public Workflow {
        connections = List.copyOf(connections);
        children = List.copyOf(children);
    }

    /**
     * Ids of the flows that the definition of a cloud flow calls and waits for, wherever in it (wire/dataverse-situations.md, S46).
     *
     * @param definition {@code properties.definition} of the flow, or a part of it
     * @return lower case, sorted, each once
     */
    public static List<String> childrenIn(Document definition) {
        SortedSet<String> found = new TreeSet<>();
        collect(definition, found);
        return List.copyOf(found);
    }

    private static void collect(Document node, SortedSet<String> found) {
        if (node.text("type").filter("Workflow"::equals).isPresent()) {
            node.text("inputs", "host", "workflowReferenceName")
                    .map(id -> id.replaceAll("[{}]", "").toLowerCase(Locale.ROOT))
                    .ifPresent(found::add);
        }
        node.members().values().forEach(each -> collect(each, found));
        node.items().forEach(each -> collect(each, found));
    }

    /** Whether it is a cloud flow. */
    public boolean isCloudFlow() {
        return category.equals("5");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
