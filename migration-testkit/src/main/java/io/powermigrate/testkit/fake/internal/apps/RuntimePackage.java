package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.internal.document.AppDocument;
import io.powermigrate.testkit.fake.internal.document.ConnectionUse;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import java.io.IOException;
import java.util.Optional;

/**
 * What the player finds when it builds an app's runtime package: the only place where a broken one shows
 * (wire/canvas-app-import.md, section 5). Immutable.
 *
 * @param has what the environment has
 */
record RuntimePackage(Holdings has) {
    /** Why the app cannot be played, empty if it can. */
    Optional<Refusal> problem(AppVersion app) {
        if (!DraftBody.whole(app.properties())) {
            return broken("AppPackageFailed", "The app couldn't be published: its client version has no revision.");
        }
        AppDocument document;
        try {
            document = AppDocument.read(app.document());
        } catch (IOException e) {
            return broken("AppDocumentInvalid", "The app's document cannot be read: " + e.getMessage() + ".");
        }
        JsonNode references = app.properties().path("connectionReferences");
        for (ConnectionUse use : document.connections()) {
            if (references.path(use.key()).isMissingNode()) {
                return broken(
                        "ConnectionReferenceMissing",
                        "The app has no connection reference " + use.key() + " for '" + use.displayName() + "'.");
            }
        }
        for (JsonNode reference : references) {
            Optional<Refusal> found = dangling(reference);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> dangling(JsonNode reference) {
        String connector = ResourceIds.last(reference.path("id").asText());
        if (!has.hasConnector(connector)) {
            return broken("ApiResourceNotFound", "The environment has no connector '" + connector + "'.");
        }
        String flow = reference.at("/parameterHints/workflowName/value").asText("");
        if (!flow.isEmpty() && !has.hasFlow(flow)) {
            return broken("FlowNotFound", "The environment has no flow '" + flow + "'.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> broken(String code, String words) {
        return Optional.of(Refusal.of(400, code, words));
    }
}
