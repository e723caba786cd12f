package io.powermigrate.powerapps.app;

import io.powermigrate.http.UriText;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app, or the draft in it, as the service answers it (wire/power-platform.md, section 2.2). Holds addresses with
 * signatures: nothing of it may be kept or shown, see {@link AppContent}. Immutable.
 *
 * @param json the whole answer
 */
record AppJson(Document json) {

    String name() {
        return json.text("name").orElse("");
    }

    Document properties() {
        return json.at("properties");
    }

    String displayName() {
        return properties().text("displayName").orElseGet(this::name);
    }

    Document references() {
        return properties().at("connectionReferences");
    }

    /** The pre-signed address of the document; the admin's list has none. */
    Optional<URI> documentUri() {
        Document uri = properties().at("appUris", "documentUri");
        return uri.text("value").or(() -> uri.text("readonlyValue")).map(UriText::parse);
    }

    /** The draft, if the answer brought one that differs from what is published. */
    Optional<AppJson> draft() {
        Document sent = properties().at("unpublishedAppDefinition");
        if (!sent.isObject()) {
            return Optional.empty();
        }
        // measured in both forms: a whole definition, or only its properties
        Document properties = sent.at("properties").isObject() ? sent.at("properties") : sent;
        AppJson draft = new AppJson(json.with("properties", properties)
                .with("tags", tags(sent.at("tags").isObject() ? sent : json)));
        return draft.isSameAs(this) ? Optional.empty() : Optional.of(draft);
    }

    /** What Studio would open: the draft, else what is published. */
    AppJson latest() {
        return draft().orElse(this);
    }

    Document tags() {
        return tags(json);
    }

    private static Document tags(Document definition) {
        Document tags = definition.at("tags");
        return tags.isObject() ? tags : Document.empty();
    }

    /** An import with New makes one version, which the answer may show twice (wire/canvas-app-import.md, section 3). */
    private boolean isSameAs(AppJson other) {
        return path(documentUri().orElse(null)).equals(path(other.documentUri().orElse(null)))
                && displayName().equals(other.displayName())
                && ReferenceShape.of(references()).equals(ReferenceShape.of(other.references()));
    }

    private static String path(@Nullable URI uri) {
        return uri == null ? "" : uri.getHost() + uri.getPath();
    }

    /** The name only: everything else could hold a signature. */
    @Override
    public String toString() {
        return Shown.message("AppJson[" + name() + "]");
    }
}
