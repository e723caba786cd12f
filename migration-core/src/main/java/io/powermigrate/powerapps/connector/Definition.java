package io.powermigrate.powerapps.connector;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Yaml;
import io.powermigrate.model.Document;
import java.util.Locale;
import java.util.Map;

/**
 * The OpenAPI definition of a custom connector. Beside what its maker wrote, the service holds one with the addresses of
 * its own runtime, which is better than none.
 *
 * @param openApi the definition; missing where there is none
 * @param source where it comes from
 * @param because why it is not what the maker wrote; empty where it is
 */
record Definition(Document openApi, Source source, String because) {

    /** Where a definition comes from. */
    enum Source {
        MAKER,
        RUNTIME,
        NONE
    }

    /** A file came that holds no definition. */
    static final class Unread extends MigrationException {

        private static final long serialVersionUID = 1L;

        Unread(String because) {
            super(because, "Download the definition from the page of the connector in make.powerapps.com");
        }
    }

    static Definition ofMaker(Document openApi) {
        return new Definition(openApi, Source.MAKER, "");
    }

    /** What the service itself uses, if it told that. */
    static Definition ofRuntime(Document inline, String because) {
        return isDefinition(inline)
                ? new Definition(inline, Source.RUNTIME, because)
                : new Definition(Document.missing(), Source.NONE, because);
    }

    /**
     * Reads a definition: JSON or YAML.
     *
     * @param json missing where it is no JSON
     * @throws Unread when it is neither, or no OpenAPI document
     */
    static Document read(Document json, String text) {
        if (json.isMissing() && text.isBlank()) {
            throw unread("its file is empty");
        }
        Document read = json.isMissing() ? yaml(text) : json;
        if (!isDefinition(read)) {
            throw unread("its file is no OpenAPI document: it has no member swagger or openapi");
        }
        return read;
    }

    private static Document yaml(String text) {
        if (text.stripLeading().startsWith("<")) {
            throw unread("its file is a page in HTML or XML");
        }
        if (text.stripLeading().startsWith("{")) {
            throw unread("its file is JSON that is damaged or ends too early");
        }
        try {
            return Document.of(Yaml.parse(text));
        } catch (MigrationException e) {
            throw unread("its file is neither JSON nor YAML (" + e.problem() + ")");
        }
    }

    private static boolean isDefinition(Document read) {
        return read.isObject()
                && (!read.at("swagger").isMissing() || !read.at("openapi").isMissing());
    }

    private static Unread unread(String because) {
        return new Unread(because);
    }

    /** The connector with what is known of its definition. */
    CustomConnector in(CustomConnector listed) {
        Document content = listed.content()
                .with("definition", Map.of("source", source.name().toLowerCase(Locale.ROOT), "because", because));
        CustomConnector known = CustomConnector.TYPE.of(listed.item().withContent(content));
        return source == Source.MAKER ? ConnectorItems.withBackend(known, openApi) : known;
    }
}
