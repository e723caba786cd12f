package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.FlowConnection;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code Workflow}, and what a cloud flow connects to (wire/dataverse.md, section 6.7). */
final class WorkflowReader {

    private WorkflowReader() {}

    /** Without the connections, which stand in a file of their own. */
    static Workflow read(XmlCursor xml) {
        String id = xml.attribute("WorkflowId").map(Fields::id).orElse("");
        String name = xml.attribute("Name").orElse("");
        Fields fields = Fields.read(
                xml, "JsonFileName", "XamlFileName", "Type", "Category", "StateCode", "StatusCode", "PrimaryEntity");
        String file = fields.text("JsonFileName");
        return new Workflow(
                id,
                name,
                fields.text("Category", ""),
                fields.text("Type", ""),
                fields.text("PrimaryEntity"),
                fields.text("StateCode"),
                fields.text("StatusCode"),
                file == null ? fields.text("XamlFileName") : file,
                false,
                List.of(),
                List.of());
    }

    /**
     * The same with what its file says.
     *
     * @param properties of the definition; missing where the file is none
     */
    static Workflow with(Workflow workflow, Document properties) {
        return new Workflow(
                workflow.id(),
                workflow.name(),
                workflow.category(),
                workflow.type(),
                workflow.table(),
                workflow.state(),
                workflow.status(),
                workflow.file(),
                true,
                connections(properties.at("connectionReferences")),
                Workflow.childrenIn(properties.at("definition")));
    }

    /** From {@code properties.connectionReferences} of a flow's definition. */
    private static List<FlowConnection> connections(Document references) {
        List<FlowConnection> connections = new ArrayList<>();
        references
                .members()
                .forEach((key, reference) -> connections.add(new FlowConnection(
                        key,
                        reference
                                .text("connection", "connectionReferenceLogicalName")
                                .or(() -> reference.text("connectionReferenceLogicalName"))
                                .orElse(null),
                        reference
                                .text("api", "name")
                                .or(() -> reference.text("id").map(id -> id.substring(id.lastIndexOf('/') + 1)))
                                .orElse(null),
                        reference
                                .text("runtimeSource")
                                .or(() -> reference.text("source"))
                                .orElse(null))));
        return connections;
    }
}
