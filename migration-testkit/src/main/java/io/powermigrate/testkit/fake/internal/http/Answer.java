package io.powermigrate.testkit.fake.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer of the fake: status, headers, and a body as a tree or as bytes. */
public record Answer(
        int status, Map<String, String> headers, @Nullable JsonNode json, byte[] bytes, String mediaType) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(), body, new byte[0], "application/json; charset=utf-8");
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), null, new byte[0], "");
    }

    public static Answer bytes(int status, String mediaType, byte[] body) {
        return new Answer(status, Map.of(), null, body, mediaType);
    }

    public static Answer xml(int status, String body) {
        return bytes(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The usual envelope, wire/power-platform.md, section 0.4. */
    public static Answer error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return json(status, body);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, json, bytes, mediaType);
    }

    public byte[] body() {
        return json == null ? bytes : Json.bytes(json);
    }
}
