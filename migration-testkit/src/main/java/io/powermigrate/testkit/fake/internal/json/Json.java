package io.powermigrate.testkit.fake.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** The fake's own words for JSON trees. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    public static ArrayNode list(Collection<? extends JsonNode> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    "The fake did not read a text as JSON: " + broken.getOriginalMessage() + ". Pass valid JSON.",
                    broken);
        }
    }

    /** An object of texts, numbers, booleans and nothing. */
    public static ObjectNode ofMap(Map<String, ?> values) {
        return MAPPER.valueToTree(values);
    }

    /** A copy of the node if it is an object, else an empty object. */
    public static ObjectNode copy(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : object();
    }

    /** The object in these bytes; JSON that is no object is an empty one. */
    public static ObjectNode read(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes) instanceof ObjectNode object ? object : object();
    }

    /** The object in these bytes; anything else (also no bytes at all) is an empty object. */
    public static ObjectNode objectOrEmpty(byte[] bytes) {
        try {
            return read(bytes);
        } catch (IOException notJson) {
            return object();
        }
    }

    public static ObjectNode parseObject(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("The fake got JSON that is no object. Pass a JSON object.");
    }

    public static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
