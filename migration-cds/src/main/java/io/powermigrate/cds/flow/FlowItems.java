package io.powermigrate.cds.flow;

import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** States of flows out of rows and out of packages. */
final class FlowItems {

    private static final String ON = "1";

    private FlowItems() {}

    static FlowState of(Document row) {
        return of(
                row.text("workflowid").orElse(""),
                row.text("name").orElse(""),
                row.text("statecode").filter(ON::equals).isPresent(),
                Set.of());
    }

    /** Whether a flow of a package was switched on when it was exported. */
    static FlowState of(Workflow flow) {
        return of(
                flow.id(),
                flow.name(),
                ON.equals(flow.state()),
                references(flow.id(), flow.connections().stream().map(each -> each.reference()), flow.children()));
    }

    private static FlowState of(String id, String name, boolean on, Set<Reference> references) {
        return new FlowState(Item.of(FlowState.TYPE.key(name), id, name)
                .withContent(Document.of(Map.of("on", on)))
                .withReferences(references));
    }

    /** A flow is switched on after the flows that it calls (wire/dataverse-situations.md, S46). */
    private static Set<Reference> references(
            String id, Stream<@Nullable String> bindings, Collection<String> children) {
        return Stream.concat(
                        bindings.filter(Objects::nonNull)
                                .map(name -> Reference.needs(ReferenceBinding.TYPE.key(String.valueOf(name)))),
                        children.stream()
                                .filter(child -> !child.equalsIgnoreCase(id))
                                .map(child -> Reference.uses(ResourceKey.ofId(FlowState.TYPE.name(), child))))
                .collect(Collectors.toSet());
    }

    /**
     * With what its definition names.
     *
     * @param clientData the definition as the row holds it, JSON in a text
     */
    static FlowState detailed(FlowState listed, String clientData) {
        Document properties = properties(clientData);
        Stream<@Nullable String> names = properties.at("connectionReferences").members().values().stream()
                .flatMap(each -> each.text("connection", "connectionReferenceLogicalName").stream());
        return new FlowState(listed.item()
                .withReferences(references(listed.id(), names, Workflow.childrenIn(properties.at("definition")))));
    }

    /** A definition that is no JSON names nothing that could be waited for. */
    private static Document properties(String clientData) {
        try {
            return clientData.isBlank()
                    ? Document.missing()
                    : Document.parse(clientData).at("properties");
        } catch (MigrationException noJson) {
            return Document.missing();
        }
    }
}
