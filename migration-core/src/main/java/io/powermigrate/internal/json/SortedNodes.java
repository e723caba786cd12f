package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;

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
            for (String name : names(node)) {
                out.writeFieldName(name);
                serialize(node.get(name), out, provider);
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

    private static String[] names(JsonNode object) {
        String[] names = new String[object.size()];
        int count = 0;
        for (var member : object.properties()) {
            names[count++] = member.getKey();
        }
        Arrays.sort(names);
        return names;
    }
}
