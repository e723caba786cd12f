package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a flow of the app needs and takes. Not thread safe. */
public final class FlowSpec {
    private final List<String> uses = new ArrayList<>();
    private final List<Blueprint.Typed> inputs = new ArrayList<>();
    private final List<Blueprint.Typed> outputs = new ArrayList<>();
    private Optional<String> signature = Optional.empty();
    private Optional<String> sourceId = Optional.empty();
    private Optional<String> row = Optional.empty();
    private boolean dashed;

    FlowSpec() {}

    /**
     * The flow runs with the caller's connection of this connector; the document must name such a connection too.
     *
     * @throws IllegalArgumentException if the connector is empty or told twice
     */
    public FlowSpec uses(String connector) {
        BuilderError.notBlank(connector, "connector that a flow uses", "Name it, for example shared_office365users.");
        if (uses.contains(connector)) {
            throw BuilderError.of("The flow already uses " + connector + ".", "Say it once.");
        }
        uses.add(connector);
        return this;
    }

    /** A text parameter of {@code Run(…)}. */
    public FlowSpec input(String name) {
        return input(name, "string");
    }

    /**
     * A parameter of {@code Run(…)}.
     *
     * @param type string, number, integer or boolean
     */
    public FlowSpec input(String name, String type) {
        BuilderError.notBlank(name, "input of a flow", "Name it, for example Comment.");
        inputs.add(new Blueprint.Typed(name, ValueType.of(type, name)));
        return this;
    }

    /** What {@code Run(…)} returns under this name; a flow that is told none returns the text {@code result}. */
    public FlowSpec output(String name, String type) {
        BuilderError.notBlank(name, "output of a flow", "Name it, for example total.");
        outputs.add(new Blueprint.Typed(name, ValueType.of(type, name)));
        return this;
    }

    /**
     * The document holds the address that runs the flow without a sign-in, as older ones do.
     *
     * @param newSignature the secret in it, so that a test can look where it comes to light
     */
    public FlowSpec callback(String newSignature) {
        signature = Optional.of(BuilderError.notBlank(newSignature, "signature of a callback", "Give any secret."));
        return this;
    }

    /**
     * The data source names the flow by another id than its reference, as in documents that were moved before
     * (wire/msapp.md, additions).
     *
     * @param id a GUID
     */
    public FlowSpec sourceId(String id) {
        sourceId = Optional.of(BuilderError.notBlank(id, "id of a data source", "Give a GUID, with dashes."));
        return this;
    }

    /**
     * The flow is in a solution.
     *
     * @param workflowEntityId the id of its row in Dataverse (wire/msapp.md, section 3)
     */
    public FlowSpec inSolution(String workflowEntityId) {
        row = Optional.of(BuilderError.notBlank(workflowEntityId, "row of a flow", "Give a GUID, with dashes."));
        return this;
    }

    /** The connection of the flow spells its id with dashes (wire/msapp.md, additions). */
    public FlowSpec dashed() {
        dashed = true;
        return this;
    }

    Blueprint.Flow part(String name, String workflowId) {
        List<Blueprint.Typed> returned =
                outputs.isEmpty() ? List.of(new Blueprint.Typed("result", ValueType.STRING)) : outputs;
        Blueprint.FlowIds ids = new Blueprint.FlowIds(workflowId, sourceId.orElse(workflowId), dashed, row);
        return new Blueprint.Flow(name, ids, uses, new Blueprint.Call(inputs, returned, signature));
    }
}
