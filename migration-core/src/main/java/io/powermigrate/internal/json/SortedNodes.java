package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a tree with the members of every object sorted by name, without a sorted copy of it. */
final class SortedNodes extends StdSerializer<JsonNode> {

    private static final long serialVersionUID = 1L;

    SortedNodes() {
        super(JsonNode.class);
    }

    @Override
    public void serialize(JsonNode node, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (node.isObject()) {
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> member : sorted(node)) {
                out.writeFieldName(member.getKey());
                serialize(member.getValue(), out, provider);
            }
            out.writeEndObject();
        } else if (node.isArray()) {
            out.writeStartArray();
            for (JsonNode element : node) {
                serialize(element, out, provider);
            }
            out.writeEndArray();
        } else {
            node.serialize(out, provider);
        }
    }

    private static List<Map.Entry<String, JsonNode>> sorted(JsonNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        return members;
    }
}
