package io.powermigrate.auth;

import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Reply;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.model.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the sign-in service, and what of it MSAL4J is told. MSAL4J logs what it does not understand, and puts it
 * into its exceptions, with tokens and all; so it gets whole successes, of refusals the words that a refusal has, and
 * nothing else. Immutable; shows nothing.
 */
final class TokenAnswer {

    private static final Set<String> OF_A_REFUSAL = Set.of(
            "error",
            "error_description",
            "suberror",
            "timestamp",
            "trace_id",
            "correlation_id",
            "correlationId",
            "statusCode",
            "message");

    private static final Set<String> HEADERS = Set.of("retry-after", "client-request-id", "www-authenticate");
    private static final String HOW =
            "Check that a proxy or another program does not answer in place of the sign-in service, then run again";
    private static final long LONGEST_LIFE = 366L * 24 * 3600;

    private final int status;
    private final Map<String, List<String>> headers;
    private final Document content;

    TokenAnswer(Reply reply) {
        this(reply.status(), reply.headers().asMap(), parsed(reply.text()));
    }

    private TokenAnswer(int status, Map<String, List<String>> headers, Document content) {
        this.status = status;
        this.headers = headers;
        this.content = content;
    }

    /** What the service would say of a device code whose time is over. */
    static TokenAnswer expired() {
        return new TokenAnswer(
                400,
                Map.of(),
                Document.of(
                        Map.of("error", "expired_token", "error_description", "The code was not entered in time.")));
    }

    /** What it says; an empty object where it is no JSON object. */
    Document content() {
        return content;
    }

    /** The error of OAuth; empty without one. */
    String error() {
        return content.text("error").orElse("");
    }

    /**
     * For MSAL4J.
     *
     * @param forToken whether a success must hold a token
     * @throws MigrationException when it is neither a whole success nor a refusal
     */
    IHttpResponse forMsal(boolean forToken) {
        if (status >= 300) {
            return response(refusal());
        }
        if (status != 200) {
            throw unusable("its status " + status + " is none that it has for this");
        }
        if (content.members().isEmpty()) {
            throw unusable("its body is no JSON object");
        }
        if (forToken) {
            requireToken();
        }
        return response(content);
    }

    private void requireToken() {
        if (content.text("access_token").filter(text -> !text.isBlank()).isEmpty()) {
            throw unusable("it holds no access_token");
        }
        String life = content.text("expires_in").orElse("0");
        boolean sane = life.matches("[0-9]{1,9}") && Long.parseLong(life) <= LONGEST_LIFE;
        if (!sane) {
            throw unusable("its expires_in is " + Redaction.of(life));
        }
    }

    private static MigrationException unusable(String because) {
        return new MigrationException("The answer of the sign-in service was not used because " + because, HOW);
    }

    private Document refusal() {
        Document words = Document.empty();
        for (String name : OF_A_REFUSAL) {
            words = safe(content, name, words);
        }
        boolean silent = !error().isEmpty() && content.text("error_description").isEmpty();
        return silent ? words.with("error_description", "no description") : words; // else MSAL4J shows the whole body
    }

    /** The words with one member more; an object, as Azure's own services write an error, has words too. */
    private static Document safe(Document from, String name, Document words) {
        Document value = from.at(name);
        if (!value.isObject()) {
            return value.text()
                    .map(text -> words.with(name, Redaction.of(text)))
                    .orElse(words);
        }
        Document inner = Document.empty();
        for (String each : List.of("code", "message")) {
            inner = value.text(each).isPresent() ? safe(value, each, inner) : inner;
        }
        return words.with(name, inner);
    }

    private IHttpResponse response(Document body) {
        HttpResponse response = new HttpResponse().statusCode(status).body(body.toJson());
        Map<String, List<String>> told = new LinkedHashMap<>();
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        HEADERS.forEach(name -> {
            @Nullable List<String> values = all.get(name);
            if (values != null) {
                told.put(name, values);
            }
        });
        told.put("Content-Type", List.of("application/json"));
        response.addHeaders(told);
        return response;
    }

    private static Document parsed(String body) {
        try {
            Document content = Document.parse(body);
            return content.isObject() ? content : Document.empty();
        } catch (MigrationException notJson) {
            return Document.empty();
        }
    }
}
