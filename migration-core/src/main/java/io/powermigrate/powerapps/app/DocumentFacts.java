package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules and comparisons need to know of a document, as JSON. */
record DocumentFacts(Document json) {

    /** Member of a data source: the row of its flow in Dataverse, where a solution holds the flow (wire/power-platform.md, section 4.2). */
    static final String FLOW_ROW = "flowRow";

    /**
     * The facts of a document in the workspace, which keeps them by its digest.
     *
     * @param app what messages call the app
     * @throws MigrationException when the document is damaged, hostile or beyond the limits
     */
    static Document read(String app, Artifact artifact, Workspace workspace, Limits limits) {
        try {
            return workspace
                    .derived(
                            artifact,
                            DocumentFacts.class,
                            file -> new DocumentFacts(of(CanvasDocument.open(file, limits))))
                    .json();
        } catch (MigrationException e) {
            throw new MigrationException(
                    "The document of the app \"" + app + "\" could not be used: " + e.problem(), e.remedy(), e);
        }
    }

    /** Puts a document into the workspace, which takes none that is larger than what will be read. */
    static Artifact kept(String name, InputStream bytes, Workspace workspace, Limits limits) {
        return workspace.put(
                name,
                CanvasApp.ZIP,
                bytes,
                limits.archive(),
                "Check where the document comes from, and raise the limit if it is right: give"
                        + " Limits.defaults().withArchive(…) to PowerApps.plugin and Documents.in");
    }

    private static Document of(CanvasDocument document) {
        CanvasFacts facts = document.facts();
        Map<String, String> flows = facts.flowBySource();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("normalForm", document.normalForm());
        all.put("documentType", facts.documentType());
        all.put(CanvasApp.LIST_FORM, isListForm(facts));
        all.put("appName", facts.appName());
        all.put("generation", facts.generation().name());
        all.put(
                "connectionReferences",
                facts.connectionReferences().stream()
                        .map(DocumentFacts::reference)
                        .toList());
        all.put(
                "dataSources",
                facts.dataSources().stream()
                        .map(source -> source(source, flows))
                        .toList());
        all.put("databaseReferences", facts.databaseReferences());
        all.put("libraryDependencies", facts.libraryDependencies());
        all.put("flows", facts.flows());
        all.put("tables", facts.tables());
        all.put("bound", facts.bound());
        all.put("partsOfOneName", partsOfOneName(facts));
        all.put("studioErrors", facts.studioErrors().size());
        all.put("ties", document.tiedValues());
        all.put("compile", document.compileFacts());
        return Document.of(all);
    }

    /** Made from the page of a list, or tied to one by a host control (wire/power-platform.md, section 14). */
    private static boolean isListForm(CanvasFacts facts) {
        return "FormFromSharepoint".equalsIgnoreCase(facts.properties().appCreationSource())
                || facts.controls().sharePointForm();
    }

    /** Entries of the file and members of its JSON: another reader may take another one of them. */
    private static List<String> partsOfOneName(CanvasFacts facts) {
        return Stream.concat(facts.archive().repeated().stream(), facts.contradictions().stream())
                .toList();
    }

    private static Map<String, Object> reference(ConnectionReference reference) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("key", reference.key());
        put(fact, "connector", reference.connector());
        put(fact, "displayName", reference.displayName());
        put(fact, "connection", reference.connection());
        put(fact, "workflowName", reference.workflowName());
        fact.put("custom", reference.customConnector());
        fact.put("onPremise", Boolean.TRUE.equals(reference.onPremise()));
        fact.put("shared", reference.sharedConnectionId() != null);
        fact.put("dataSources", reference.dataSources());
        fact.put("datasets", reference.datasets());
        fact.put("dependents", reference.dependents());
        fact.put("overrides", reference.overrides());
        return fact;
    }

    private static Map<String, Object> source(DataSource source, Map<String, String> flows) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("name", source.name());
        fact.put("type", source.type());
        put(fact, "connector", source.connector());
        put(fact, "flow", flows.get(source.name()));
        put(fact, FLOW_ROW, source.workflowEntityId());
        put(fact, "dataset", source.dataset());
        put(fact, "logicalName", source.logicalName());
        return fact;
    }

    private static void put(Map<String, Object> fact, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fact.put(name, value);
        }
    }
}
