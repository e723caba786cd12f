package io.powermigrate.testkit.fake.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a route sees it.
 *
 * @param path the decoded segments behind host or prefix
 * @param rawPath the same undecoded, as the client wrote it
 * @param rawQuery the query as the client wrote it, empty without one
 * @param headers names in lower case
 * @param variables values of the template's variables
 * @param caller who calls; {@link Caller#NOBODY} where no token is looked at
 */
public record Call(
        Service service,
        String method,
        List<String> path,
        String rawPath,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        Origin origin,
        Map<String, String> variables,
        Caller caller) {

    public Call with(Map<String, String> newVariables) {
        return new Call(service, method, path, rawPath, rawQuery, headers, body, origin, newVariables, caller);
    }

    public Call by(Caller newCaller) {
        return new Call(service, method, path, rawPath, rawQuery, headers, body, origin, variables, newCaller);
    }

    /** The value of a variable of the template; asking for one that the template lacks is a mistake in the fake. */
    public String variable(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "A route of the fake asked for the path variable '" + name + "'. Put it into the template."));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A query option, decoded; names are compared without case. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(form(rawQuery).get(name.toLowerCase(Locale.ROOT)));
    }

    public String apiVersion() {
        return query("api-version").orElse("");
    }

    /** The body as a JSON object, empty where there is none; what is no JSON is refused. */
    public ObjectNode json() {
        try {
            return body.length == 0 ? Json.object() : Json.read(body);
        } catch (IOException notJson) {
            throw Refusal.of(400, "InvalidRequestContent", "The request's content is no JSON.");
        }
    }

    /** The body as form fields, names in lower case. */
    public Map<String, String> form() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    public String link(Service target, String pathAndQuery) {
        return origin.link(target, pathAndQuery);
    }

    /** The address of this call without its query. */
    public String self() {
        if (service == Service.ENVHOST) {
            return origin.environmentLink(path.get(0), "/" + String.join("/", path.subList(1, path.size())));
        }
        return link(service, rawPath);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.put(decode(name).toLowerCase(Locale.ROOT), decode(value));
            }
        }
        return fields;
    }

    /** Text that is no valid encoding is taken as it stands. */
    public static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
