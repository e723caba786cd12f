package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What is answered. Immutable by agreement.
 *
 * @param status the HTTP status
 * @param headers headers beside Content-Type
 * @param body the JSON, empty for none
 */
public record Answer(int status, Map<String, String> headers, ObjectNode body) {
    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(ObjectNode body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Json.object());
    }

    static Answer of(Refusal refusal) {
        ObjectNode body = Json.object();
        body.set("error", error(refusal));
        return new Answer(refusal.status(), Map.of(), body);
    }

    static ObjectNode error(Refusal refusal) {
        return Json.object().put("code", refusal.code()).put("message", refusal.words());
    }
}
