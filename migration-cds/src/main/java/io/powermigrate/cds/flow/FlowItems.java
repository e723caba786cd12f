package io.powermigrate.cds.flow;

import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States of flows out of rows and out of packages. */
final class FlowItems {

    private static final String ON = "1";

    private FlowItems() {}

    static FlowState of(Document row) {
        return of(
                row.text("workflowid").orElse(""),
                row.text("name").orElse(""),
                row.text("statecode").filter(ON::equals).isPresent(),
                Stream.empty());
    }

    /** Whether a flow of a package was switched on when it was exported. */
    static FlowState of(Workflow flow) {
        return of(
                flow.id(),
                flow.name(),
                ON.equals(flow.state()),
                flow.connections().stream().map(each -> each.reference()).filter(name -> name != null));
    }

    private static FlowState of(String id, String name, boolean on, Stream<String> references) {
        return new FlowState(Item.of(FlowState.TYPE.key(name), id, name)
                .withContent(Document.of(Map.of("on", on)))
                .withReferences(bindings(references)));
    }

    private static Set<Reference> bindings(Stream<String> references) {
        return references
                .map(name -> Reference.needs(ReferenceBinding.TYPE.key(name)))
                .collect(Collectors.toSet());
    }

    /**
     * With what its definition names.
     *
     * @param clientData the definition as the row holds it, JSON in a text
     */
    static FlowState detailed(FlowState listed, String clientData) {
        return new FlowState(listed.item().withReferences(bindings(names(clientData))));
    }

    /** A definition that is no JSON names nothing that could be waited for. */
    private static Stream<String> names(String clientData) {
        if (clientData.isBlank()) {
            return Stream.empty();
        }
        try {
            return Document.parse(clientData).at("properties", "connectionReferences").members().values().stream()
                    .flatMap(each -> each.text("connection", "connectionReferenceLogicalName").stream());
        } catch (MigrationException noJson) {
            return Stream.empty();
        }
    }
}
