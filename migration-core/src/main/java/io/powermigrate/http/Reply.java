package io.powermigrate.http;

import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service answered. Immutable; the body shows in no text.
 *
 * @param uri where the answer came from
 * @param status the HTTP status
 * @param headers the header fields
 * @param json the body; missing where it is empty or no JSON
 * @param text the body as text; empty where it was streamed, and where {@code json} holds a megabyte or more
 */
public record Reply(URI uri, int status, Headers headers, Document json, String text) {

    private static final String[] REQUEST_IDS = {
        "x-ms-request-id", "x-ms-correlation-id", "x-ms-correlation-request-id", "request-id", "x-ms-service-request-id"
    };

    static Reply head(URI uri, int status, Headers headers) {
        return new Reply(uri, status, headers, Document.missing(), "");
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the answer announces JSON. */
    public boolean isJson() {
        return headers.first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
    }

    /**
     * The body as the object that was asked for. Everything that is read by its members comes through here: a page of a
     * front door, an empty answer, or an error in a 200 is no object without members, and nothing is concluded from it.
     *
     * @param asked what this is the answer to
     * @param members what the object has to hold: paths of names joined by {@code /}, alternatives by {@code |}, such as
     *     {@code properties/displayName}
     * @throws ServiceException when it announces no JSON, is no object, tells of an error, or holds null, a blank text or
     *     nothing in place of a member
     */
    public Document object(Call asked, String... members) {
        if (!isJson() || !json.isObject()) {
            throw ServiceException.unexpected(asked, this, "a JSON object");
        }
        if (json.at("error").isObject() || json.text("error").isPresent()) {
            throw ServiceException.unexpected(asked, this, "what was asked for");
        }
        firstLacking(json, members).ifPresent(member -> {
            throw ServiceException.unexpected(asked, this, "an object with " + member);
        });
        return json;
    }

    /**
     * Where the operation that was started can be asked for.
     *
     * @param asked what this is the answer to
     * @throws ServiceException when the answer does not say it
     */
    public URI location(Call asked) {
        return location()
                .orElseThrow(() ->
                        ServiceException.unexpected(asked, this, "an address where the operation can be asked for"));
    }

    /**
     * Where a started operation can be asked for: {@code Location}, else {@code Operation-Location}
     * (wire/power-platform.md, section 0.6); relative ones are resolved.
     */
    public Optional<URI> location() {
        return headers.first("Location")
                .or(() -> headers.first("Operation-Location"))
                .map(text -> uri.resolve(UriText.parse(text)));
    }

    /** What the support of the service asks for. */
    public Optional<String> requestId() {
        return Stream.of(REQUEST_IDS)
                .flatMap(name -> headers.first(name).stream())
                .findFirst();
    }

    /** Status and address only. */
    @Override
    public String toString() {
        return Shown.message("Reply[" + status + " from " + Redaction.address(uri) + "]");
    }

    /** The first demanded member that is not there, or is null or blank; see {@link #object}. */
    static Optional<String> firstLacking(Document object, String... members) {
        return Arrays.stream(members)
                .filter(member -> Arrays.stream(member.split("\\|")).noneMatch(path -> holds(object, path)))
                .findFirst();
    }

    private static boolean holds(Document object, String path) {
        Document member = object.at(path.split("/"));
        return !member.isMissing() && member.text().map(text -> !text.isBlank()).orElse(true);
    }
}
