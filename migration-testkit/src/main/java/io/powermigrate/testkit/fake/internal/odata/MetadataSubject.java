package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Subject;
import java.util.ArrayList;
import java.util.List;

/** Metadata: its members by name, managed properties by {@code Name/Value}. */
record MetadataSubject() implements Subject {

    @Override
    public JsonNode value(JsonNode node, String path) {
        JsonNode value = node;
        for (String part : path.split("/")) {
            value = value.path(part);
        }
        return value;
    }

    @Override
    public List<JsonNode> collection(JsonNode node, String path) {
        List<JsonNode> all = new ArrayList<>();
        value(node, path).forEach(all::add);
        return all;
    }

    @Override
    public Subject of(String collectionPath) {
        return this;
    }

    @Override
    public void check(String path) {
        if (!path.matches("[A-Z][A-Za-z0-9]*(/[A-Z][A-Za-z0-9]*)*")) {
            throw Malformed.noProperty(path, "EntityMetadata");
        }
    }
}
