package io.powermigrate.testkit.document;

import java.util.ArrayList;
import java.util.List;

/** What a flow of the app needs and takes. Not thread safe. */
public final class FlowWords {
    private final List<String> uses = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();

    FlowWords() {}

    /**
     * The flow runs with the caller's connection of this connector; the document must name such a connection too.
     *
     * @throws IllegalArgumentException if the connector is empty or told twice
     */
    public FlowWords uses(String connector) {
        BadWord.notBlank(connector, "connector that a flow uses", "Name it, for example shared_office365users.");
        if (uses.contains(connector)) {
            throw BadWord.of("The flow already uses " + connector + ".", "Say it once.");
        }
        uses.add(connector);
        return this;
    }

    /** A text parameter of {@code Run(…)}. */
    public FlowWords input(String name) {
        inputs.add(BadWord.notBlank(name, "input of a flow", "Name it, for example Comment."));
        return this;
    }

    Blueprint.Flow part(String name, String workflowId) {
        return new Blueprint.Flow(name, workflowId, uses, inputs);
    }
}
