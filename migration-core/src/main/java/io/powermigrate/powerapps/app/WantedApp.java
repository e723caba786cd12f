package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The app as the destination should hold it: document and connection references with the destination's connectors,
 * connections, flows, sites and addresses, without the source's secrets. What is not bound yet keeps the source's value:
 * such an app is held by its slots and references anyway.
 */
final class WantedApp {

    private final CanvasApp source;
    private final Bindings bindings;
    private final Workspace workspace;
    private final Limits limits;

    WantedApp(CanvasApp source, Bindings bindings, Workspace workspace, Limits limits) {
        this.source = source;
        this.bindings = bindings;
        this.workspace = workspace;
        this.limits = limits;
    }

    CanvasApp adapted() {
        Map<String, Object> references = new LinkedHashMap<>();
        source.content()
                .at("connectionReferences")
                .members()
                .forEach((key, reference) -> references.put(key, bound(key, reference)));
        for (ConnectionUse use : source.documentReferences()) {
            if (references.keySet().stream().noneMatch(use.key()::equalsIgnoreCase)) {
                references.put(use.key(), bound(use.key(), ofDocument(use)));
            }
        }
        Document content = source.content()
                .with("connectionReferences", Document.of(references))
                .with("unpublishedDraft", false);
        return rebound(new CanvasApp(source.item().withContent(content)));
    }

    /** A snapshot has no bytes: then the document counts as it is. */
    private CanvasApp rebound(CanvasApp app) {
        Optional<Artifact> document = app.document().filter(workspace::holds);
        if (document.isEmpty()) {
            return app;
        }
        Artifact rebound = new AppRebinding(source, bindings).applied(document.get(), workspace, limits);
        if (rebound.equals(document.get())) {
            return app;
        }
        Document facts = DocumentFacts.read(app.displayName(), rebound, workspace, limits);
        List<Artifact> artifacts = app.artifacts().stream()
                .map(each -> each.equals(document.get()) ? rebound : each)
                .toList();
        return new CanvasApp(app.item()
                .withContent(app.content().with(CanvasApp.DOCUMENT, facts))
                .withArtifacts(artifacts));
    }

    /** A definition may lack references that its document has (wire/power-platform.md, section 2.2). */
    private static Document ofDocument(ConnectionUse use) {
        Document reference = Document.empty()
                .with("id", ConnectionUse.apiId(use.connector()))
                .with("displayName", use.displayName())
                .with("dataSources", use.dataSources());
        return use.workflowName().isEmpty()
                ? reference
                : reference.with("parameterHints", Map.of("workflowName", Map.of("value", use.workflowName())));
    }

    private Document bound(String key, Document reference) {
        String connector = ConnectionUse.last(reference.text("id").orElse(""));
        String there = bindings.destinationId(ResourceKey.ofId(AppNeeds.CONNECTOR, connector))
                .map(ConnectionUse::last)
                .orElse(connector);
        Document changed = there.equals(connector) ? reference : reference.with("id", ConnectionUse.apiId(there));
        for (String hints : List.of("parameterHints", "parameterHintsV2")) {
            changed = withFlow(changed, hints);
        }
        return withConnection(changed, key, there);
    }

    private Document withFlow(Document reference, String hints) {
        return reference
                .text(hints, "workflowName", "value")
                .flatMap(flow -> bindings.destinationId(ResourceKey.ofId(AppNeeds.FLOW, flow)))
                .map(flow -> ConnectionUse.withWorkflow(reference, hints, flow))
                .orElse(reference);
    }

    /** Only implicitly shared connections stand in a definition; all others are chosen by each user. */
    private Document withConnection(Document reference, String key, String connector) {
        if (reference.at("sharedConnectionId").isMissing()) {
            return reference;
        }
        String origin = ConnectionUse.last(reference.text("sharedConnectionId").orElse(""));
        String held = source.documentReferences().stream()
                .filter(use ->
                        use.key().equalsIgnoreCase(key) && !use.connection().isEmpty())
                .map(ConnectionUse::connection)
                .findFirst()
                .orElse(origin);
        return bindings.of(AppNeeds.slot(held, source.key()))
                .map(Bound::value)
                .map(name -> reference.with(
                        "sharedConnectionId",
                        ConnectionUse.apiId(connector) + "/connections/" + ConnectionUse.last(name)))
                .orElse(reference);
    }

    /**
     * Where the destination does not hold what is wanted. Names are not compared: an app that is bound to one of another
     * name is updated, never renamed.
     */
    static List<Difference> differences(CanvasApp desired, CanvasApp actual) {
        if (desired.isListForm()) {
            return ofListForm(actual);
        }
        List<Difference> differences = new ArrayList<>();
        if (desired.normalForm().isEmpty() || !desired.normalForm().equals(actual.normalForm())) {
            differences.add(new Difference("document", shown(desired), shown(actual)));
        }
        differences.addAll(ReferenceShape.between(
                desired.content().at("connectionReferences"), actual.content().at("connectionReferences")));
        if (actual.hasUnpublishedDraft()) {
            differences.add(new Difference("draft", "published", "not published"));
        }
        return List.copyOf(differences);
    }

    /** A person makes it for another list, so only what it is can be compared. */
    private static List<Difference> ofListForm(CanvasApp actual) {
        return actual.isListForm()
                ? List.of()
                : List.of(new Difference("kind", "the form of a SharePoint list", "an app of its own"));
    }

    private static String shown(CanvasApp app) {
        return app.normalForm().isEmpty()
                ? "not known"
                : app.normalForm().substring(0, Math.min(12, app.normalForm().length()));
    }
}
