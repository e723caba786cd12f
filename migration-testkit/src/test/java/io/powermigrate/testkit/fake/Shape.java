package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Members of an answer with their types, each once; indices and names that are data are left out. */
final class Shape {
    /** Members whose names are data, not shape. */
    private static final Set<String> MAPS = Set.of(
            "tags",
            "connectionReferences",
            "installedConnectionReferences",
            "databaseReferences",
            "connectionParameters",
            "values",
            "definition",
            "triggerSchema",
            "swagger",
            "dataSets",
            "interfaces",
            "scopes");

    private final Set<String> members = new TreeSet<>();

    private Shape(JsonNode answer) {
        add("", answer);
    }

    static Set<String> of(JsonNode answer) {
        return new Shape(answer).members;
    }

    private void add(String path, JsonNode node) {
        members.add(path + ":" + node.getNodeType().name());
        if (node.isArray()) {
            node.forEach(each -> add(path, each));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean keyed = name.equals("resources");
        if (node.isObject() && !MAPS.contains(name)) {
            node.properties().forEach(each -> add(path + "/" + (keyed ? "*" : each.getKey()), each.getValue()));
        }
    }
}
