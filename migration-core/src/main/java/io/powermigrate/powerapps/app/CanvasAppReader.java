package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.ServiceError;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.store.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads apps: shallow from one paged list, deep with definition, document and what the service says of the package. */
final class CanvasAppReader {

    private final Optional<PackagePair> supplied;
    private final Limits limits;

    CanvasAppReader(Optional<PackagePair> supplied, Limits limits) {
        this.supplied = supplied;
        this.limits = limits;
    }

    Stream<CanvasApp> list(Endpoint endpoint) {
        return AppClient.of(endpoint)
                .list()
                .map(AppContent::item)
                .map(this::withPair)
                .map(AppNeeds::linked);
    }

    Coverage coverage(Endpoint endpoint) {
        return AppClient.of(endpoint).client().appOnly()
                ? Coverage.complete()
                : Coverage.visibleOnly(
                        "the list of apps shows only those that the signed-in user may see; whether it shows what is "
                                + "shared with a group or with everybody is not known",
                        "Ask the owners of the others to share them with that user, as a co-owner if they are to be migrated");
    }

    /** Definition, document and facts of a classic canvas app; every other kind stays as listed. */
    CanvasApp fetch(CanvasApp listed, Endpoint endpoint, Workspace workspace) {
        AppClient client = AppClient.of(endpoint);
        if (!listed.isClassic() || client.client().appOnly()) {
            return listed; // rules say why, and what to do
        }
        AppJson app = client.get(listed.id());
        CanvasApp read = withPair(AppContent.item(app));
        if (!read.isClassic()) {
            return AppNeeds.linked(read);
        }
        Artifact document = client.document(app, workspace, limits);
        Document content = read.content()
                .with(CanvasApp.DOCUMENT, DocumentFacts.read(app.displayName(), document, workspace, limits));
        if (!Effect.EXPORT.isAbove(endpoint.ceiling())) {
            content = content.with("package", exportable(listed.id(), endpoint));
        }
        return AppNeeds.linked(new CanvasApp(read.item().withContent(content).withArtifacts(List.of(document))));
    }

    /** Changes nothing, but only the source's package is ever asked for (wire/canvas-app-import.md, section 2). */
    private static Document exportable(String app, Endpoint endpoint) {
        PackageClient.Listing listing = PackageClient.of(endpoint).list(app);
        Optional<ServiceError> refusal = listing.refusal();
        return Document.of(refusal.<Object>map(
                        error -> Map.of("exportable", false, "code", error.code(), "message", error.message()))
                .orElseGet(() -> exportable(listing.resources())));
    }

    private static Map<String, Object> exportable(Document resources) {
        Map<String, List<String>> flows = PackageClient.connectionsOfFlows(resources);
        return flows.isEmpty() ? Map.of("exportable", true) : Map.of("exportable", true, CanvasApp.OF_FLOWS, flows);
    }

    private CanvasApp withPair(Item item) {
        return new CanvasApp(
                supplied.isPresent() ? item.withContent(item.content().with("pairSupplied", true)) : item);
    }
}
