package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service says went wrong, whichever of its envelopes it used (wire/power-platform.md, section 0.4): {@code error},
 * {@code odata.error}, {@code details}, {@code errors[]}, JSON text inside a message, XML of a blob store, HTML of a
 * front door, or nothing. Immutable.
 *
 * @param code the outer code; empty when none was given
 * @param message in the service's words, without secrets; empty when none was given
 * @param inner what it wraps: details, and errors of services behind it
 */
public record ServiceError(String code, String message, List<ServiceError> inner) {

    /** Possessive, and over the beginning of a page only: a page that is made to be slow is not. */
    private static final Pattern XML_CODE = Pattern.compile("<(?:\\w{1,20}+:)?[Cc]ode>([^<]*+)</");

    private static final Pattern XML_MESSAGE = Pattern.compile("<(?:\\w{1,20}+:)?[Mm]essage(?:\\s[^<>]*+)?>([^<]*+)</");
    private static final Pattern HTML_TITLE = Pattern.compile("(?i)<title>([^<]*+)</title>");
    private static final int READ = 32_000;

    /** Copies the list and takes secrets out of the message. */
    public ServiceError {
        message = Redaction.of(message);
        inner = List.copyOf(inner);
    }

    /** The error in a JSON body, also of a 200 (an {@code errors} list); none where the body tells of none. */
    public static Optional<ServiceError> in(Document body) {
        Document error = body.at("error");
        if (error.isObject()) {
            return Optional.of(ofObject(error));
        }
        if (error.text().isPresent()) {
            return Optional.of(
                    of(error.text().orElse(""), body.text("error_description").orElse("")));
        }
        if (body.at("odata.error").isObject()) {
            return Optional.of(ofObject(body.at("odata.error")));
        }
        List<ServiceError> several = ofList(body.at("errors"));
        return several.isEmpty() ? Optional.empty() : Optional.of(joined(several));
    }

    /** The error in the answer to a call; never none, as the answer itself is one. */
    static ServiceError in(Reply reply) {
        Document body = reply.json();
        return in(body).or(() ->
                        body.text("message").map(text -> of(body.text("code").orElse(""), text)))
                .orElseGet(() -> fromText(reply));
    }

    /** Whether this or anything it wraps has the code. */
    public boolean is(String wanted) {
        return code.equalsIgnoreCase(wanted) || inner.stream().anyMatch(error -> error.is(wanted));
    }

    /** Whether this or anything it wraps says these words. */
    public boolean says(String words) {
        return message.contains(words) || inner.stream().anyMatch(error -> error.says(words));
    }

    /** One line: codes and messages, outermost first. */
    public String toLine() {
        String own = Stream.of(code, message)
                .filter(text -> !text.isBlank())
                .reduce((a, b) -> a + ": " + b)
                .orElse("");
        return Stream.concat(Stream.of(own), inner.stream().map(ServiceError::toLine))
                .filter(text -> !text.isBlank())
                .reduce((a, b) -> a + " / " + b)
                .orElse("no explanation");
    }

    private static ServiceError of(String code, String message) {
        return new ServiceError(code, message, List.of());
    }

    private static ServiceError ofObject(Document error) {
        if (error.at("odata.error").isObject()) {
            return ofObject(error.at("odata.error"));
        }
        String message =
                error.text("message").or(() -> error.text("message", "value")).orElse("");
        List<ServiceError> inner = new ArrayList<>(ofList(error.at("details")));
        Optional<ServiceError> wrapped = wrapped(message);
        wrapped.ifPresent(inner::add);
        String words = wrapped.isPresent() ? message.substring(0, message.indexOf('{')) : message;
        return new ServiceError(error.text("code").orElse(""), withoutEnd(words), inner);
    }

    private static String withoutEnd(String words) {
        int end = words.length();
        while (end > 0
                && (Character.isWhitespace(words.charAt(end - 1)) || ":'\"".indexOf(words.charAt(end - 1)) >= 0)) {
            end--;
        }
        return words.substring(0, end);
    }

    private static List<ServiceError> ofList(Document list) {
        return list.items().stream()
                .filter(Document::isObject)
                .map(ServiceError::ofObject)
                .toList();
    }

    private static ServiceError joined(List<ServiceError> errors) {
        ServiceError first = errors.get(0);
        List<ServiceError> inner = new ArrayList<>(first.inner);
        inner.addAll(errors.subList(1, errors.size()));
        return new ServiceError(first.code, first.message, inner);
    }

    private static Optional<ServiceError> wrapped(String message) {
        int from = message.indexOf('{');
        int to = message.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return in(Document.parse(message.substring(from, to + 1)));
        } catch (MigrationException words) {
            return Optional.empty();
        }
    }

    private static ServiceError fromText(Reply reply) {
        String text = reply.text().substring(0, Math.min(READ, reply.text().length()));
        String code = found(XML_CODE, text)
                .or(() -> reply.headers().first("x-ms-error-code"))
                .orElse("");
        return of(
                code, found(XML_MESSAGE, text).or(() -> found(HTML_TITLE, text)).orElseGet(() -> plain(reply)));
    }

    /** Short words only: JSON without an error is content, and content belongs into no message. */
    private static String plain(Reply reply) {
        String text = reply.text().strip();
        return text.startsWith("<") || text.length() > 300 || !reply.json().isMissing() ? "" : text;
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
