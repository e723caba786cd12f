package io.powermigrate.http;

import io.powermigrate.model.Document;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service answered. Immutable; the body shows in no text.
 *
 * @param uri where the answer came from
 * @param status the HTTP status
 * @param headers the header fields
 * @param json the body; missing where it is empty or no JSON
 * @param text the body as text; empty where it was streamed
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
        return "Reply[" + status + " from " + Redaction.address(uri) + "]";
    }
}
