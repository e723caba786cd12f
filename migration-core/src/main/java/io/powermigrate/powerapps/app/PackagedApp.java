package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.powerapps.shape.ConnectorName;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A canvas app inside a package of another kind, such as a solution: what it needs, what would not work in a destination, and its
 * document bound to it, as of an app that travels alone. Its package brings it, so what it lacks holds nobody and is a warning.
 * Immutable and thread-safe.
 */
public final class PackagedApp {

    private static final String TITLE = "title";

    private final CanvasApp app;

    private PackagedApp(CanvasApp app) {
        this.app = app;
    }

    /**
     * An app of a package.
     *
     * @param name its logical name
     * @param document in the workspace, which keeps what is read of it
     * @throws io.powermigrate.error.MigrationException when the document is damaged, hostile or beyond the limits
     */
    public static PackagedApp read(String name, String title, Artifact document, Workspace workspace, Limits limits) {
        Document facts = DocumentFacts.read(title, document, workspace, limits);
        Document content = Document.of(Map.of("onThisComputer", true)).with(CanvasApp.DOCUMENT, facts);
        Item item = Item.of(CanvasApp.TYPE.key(name), name, title)
                .withContent(content)
                .withArtifacts(List.of(document));
        return new PackagedApp(AppNeeds.linked(new CanvasApp(item)));
    }

    /** What {@link #toContent} gave; its document is not with it. */
    public static PackagedApp of(Document content) {
        String name = content.text("name").orElse("");
        Item item = Item.of(CanvasApp.TYPE.key(name), name, content.text(TITLE).orElse(name))
                .withContent(Document.of(Map.of("onThisComputer", true))
                        .with(CanvasApp.DOCUMENT, content.at(CanvasApp.DOCUMENT)));
        return new PackagedApp(AppNeeds.linked(new CanvasApp(item)));
    }

    /** What it says, as content of its package. */
    public Document toContent() {
        return Document.of(Map.of("name", app.key().name(), TITLE, app.displayName()))
                .with(CanvasApp.DOCUMENT, app.facts());
    }

    /** What people call it. */
    public String title() {
        return app.displayName();
    }

    /**
     * Keys, by their ids, of the connections, custom connectors and flows that it uses.
     *
     * @param connectors which connectors, by their names on the wire
     * @param flows which flows, by the id of their row in Dataverse in lower case; empty where the document does not tell it
     */
    public List<ResourceKey> uses(Predicate<ConnectorName> connectors, Predicate<String> flows) {
        Stream<ResourceKey> connections = app.knownDocumentReferences().stream()
                .filter(use -> !use.isFlow() && connectors.test(ConnectorName.of(use.connector())))
                .flatMap(PackagedApp::keys);
        Map<String, String> rows = flowRows();
        Stream<ResourceKey> called = app.facts().texts("flows").stream()
                .filter(flow -> flows.test(rows.getOrDefault(flow.toLowerCase(Locale.ROOT), "")))
                .map(flow -> ResourceKey.ofId(AppNeeds.FLOW, flow));
        return Stream.concat(connections, called).distinct().toList();
    }

    private Map<String, String> flowRows() {
        Map<String, String> rows = new HashMap<>();
        app.facts().at("dataSources").items().forEach(source -> source.text("flow")
                .ifPresent(flow -> source.text(DocumentFacts.FLOW_ROW)
                        .ifPresent(row -> rows.put(flow.toLowerCase(Locale.ROOT), row.toLowerCase(Locale.ROOT)))));
        return rows;
    }

    private static Stream<ResourceKey> keys(ConnectionUse use) {
        Stream<ResourceKey> connection = use.connection().isEmpty()
                ? Stream.of()
                : Stream.of(ResourceKey.ofId(AppNeeds.CONNECTION, use.connection()));
        return use.kind().custom()
                ? Stream.concat(connection, Stream.of(ResourceKey.ofId(AppNeeds.CONNECTOR, use.connector())))
                : connection;
    }

    /** The slots of its connections and addresses, held by its package; none is required, because the package arrives without. */
    public List<Slot> slots(ResourceKey holder) {
        return app.slots().stream()
                .map(slot -> new Slot(slot.type(), slot.value(), holder, false))
                .toList();
    }

    /** What would not work in the destination, as findings of its package; WARN at most. */
    public List<Finding> findings(ResourceKey holder, CheckContext context) {
        return new AppCheck(app, context)
                .findings().stream().map(finding -> of(holder, finding)).toList();
    }

    private Finding of(ResourceKey holder, Finding finding) {
        Verdict verdict = finding.verdict().compareTo(Verdict.WARN) > 0 ? Verdict.WARN : finding.verdict();
        return new Finding(
                finding.rule(),
                holder,
                verdict,
                "its app \"" + app.displayName() + "\": " + finding.reason(),
                finding.remedy(),
                finding.locations(),
                finding.suggestions(),
                finding.candidates(),
                finding.basis());
    }

    /** What it knows of what it uses, for the case that no list shows that. */
    public List<Item> mentions() {
        return AppNeeds.mentions(app);
    }

    /** Lines for texts that replace something in its document. */
    public Collection<Binding> met(Collection<Binding> lines, Workspace workspace, Limits limits) {
        return new TextLines(app, workspace, limits).met(lines);
    }

    /**
     * Its document as the destination should hold it.
     *
     * @param bindings what connections, connectors, flows, addresses and texts become
     * @return empty where nothing has to be changed, or its document is not here
     */
    public Optional<Artifact> bound(Bindings bindings, Workspace workspace, Limits limits) {
        return app.document()
                .map(document -> new AppRebinding(app, bindings).applied(document, workspace, limits))
                .filter(bound -> !bound.equals(app.document().orElseThrow()));
    }

    @Override
    public String toString() {
        return Shown.message("PackagedApp[" + app.displayName() + "]");
    }
}
