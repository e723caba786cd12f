package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An app as the list of apps shows it: mostly a classic canvas app, sometimes a custom page, a component library or
 * another kind that only shares the list. The content holds facts of the app and of its document, no address with a
 * signature. Immutable.
 */
public record CanvasApp(Item item) implements Resource {

    /** The type of all apps. */
    public static final ResourceType<CanvasApp> TYPE =
            new ResourceType<>("canvas-app", CanvasApp.class, CanvasApp::new);

    static final String DOCUMENT = "document";
    static final String ZIP = "application/zip";
    static final String LIST_FORM = "listForm";
    static final String OF_FLOWS = "connectionsOfFlows";

    /** {@code ClassicCanvasApp} or another word of the service; empty where it told none. */
    public String appType() {
        return content().text("appType").orElse("");
    }

    /** Whether this is what the library can carry: a classic canvas app whose document is an app. */
    public boolean isClassic() {
        String kind = appType();
        String document = facts().text("documentType").orElse("App");
        return (kind.isEmpty() || kind.equalsIgnoreCase("ClassicCanvasApp")) && document.equalsIgnoreCase("App");
    }

    /** Whether a solution holds it; its package can then not be exported. */
    public boolean inSolution() {
        return content().text("almMode").orElse("").equalsIgnoreCase("Solution");
    }

    /** Whether it is the form of one SharePoint list, which an import cannot change (wire/power-platform.md, section 14). */
    public boolean isListForm() {
        return content().flag(LIST_FORM) || facts().flag(LIST_FORM);
    }

    /** The directory id of its owner, where the service tells it. */
    public Optional<String> ownerId() {
        return content().text("ownerId");
    }

    /** Whether Studio has saved changes that are not published. */
    public boolean hasUnpublishedDraft() {
        return content().flag("unpublishedDraft");
    }

    /** The handle to its document, once it was fetched. */
    public Optional<Artifact> document() {
        return artifacts().stream()
                .filter(artifact -> artifact.name().endsWith(".msapp"))
                .findFirst();
    }

    /** Whether it is a file on this computer, which no environment can export. */
    boolean isOnThisComputer() {
        return content().flag("onThisComputer");
    }

    /** The handle to the package that it came in; only an app that was read from this computer has one. */
    Optional<Artifact> genuinePackage() {
        return artifacts().stream()
                .filter(artifact -> artifact.name().endsWith(".zip"))
                .findFirst();
    }

    /** What its document says; missing before it was fetched. */
    public Document facts() {
        return content().at(DOCUMENT);
    }

    /** What it needs and where its formulas use that; empty before it was fetched. */
    public Optional<CompileFacts> compileFacts() {
        Document facts = facts().at("compile");
        return facts.isObject() ? Optional.of(facts.as(CompileFacts.class)) : Optional.empty();
    }

    /** The equal documents' common value (wire/canvas-app-import.md, section 6); empty before it was fetched. */
    public String normalForm() {
        return facts().text("normalForm").orElse("");
    }

    /** The connections that the definition carries, in its order. */
    public List<ConnectionUse> connectionReferences() {
        List<ConnectionUse> uses = new ArrayList<>();
        content()
                .at("connectionReferences")
                .members()
                .forEach((key, use) -> uses.add(ConnectionUse.ofService(key, use)));
        return List.copyOf(uses);
    }

    /**
     * The connections that the document needs, in its order.
     *
     * @throws io.powermigrate.model.NotFetchedException when the document was not read
     */
    public List<ConnectionUse> documentReferences() {
        detail(DOCUMENT, "The connections that the document needs");
        return knownDocumentReferences();
    }

    /** As far as they are known. */
    List<ConnectionUse> knownDocumentReferences() {
        return facts().at("connectionReferences").items().stream()
                .map(ConnectionUse::ofDocument)
                .toList();
    }

    /** The ids of the connections that a flow calls, with their connectors, as far as the package tells them. */
    List<String> connectionsOf(String flow) {
        return content().texts("package", OF_FLOWS, flow.toLowerCase(Locale.ROOT));
    }

    /** Why the service does not export its package; missing where it does or was not asked. */
    public Document refusal() {
        Document asked = content().at("package");
        return asked.isMissing() || asked.flag("exportable") ? Document.missing() : asked;
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
