package io.powermigrate.powerapps.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** An answer that was recorded from the service, and the paths of its values; indices and names that are data are {@code *}. */
record Recording(String name, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MAPS = Set.of(
            "connectionReferences",
            "installedConnectionReferences",
            "dataSets",
            "dataSources",
            "resources",
            "parameterHints",
            "parameterHintsV2");

    static Path folder() {
        return Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures/power-platform");
    }

    static List<Recording> all() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        }
    }

    static Recording read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
            return new Recording(file.getFileName().toString(), JSON.readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The paths of all values. */
    Set<String> leaves() {
        Set<String> found = new TreeSet<>();
        changed(json, "", (path, value) -> {
            found.add(path);
            return value;
        });
        return found;
    }

    /** The same with other values wherever that path leads: one that nobody knows, and each that means something. */
    Stream<Recording> with(String path) {
        return Stream.of("changed-%-changed", "Solution", "Standard", "Succeeded")
                .map(pattern -> new Recording(
                        name, changed(json, "", (at, value) -> at.equals(path) ? other(value, pattern) : value)));
    }

    String text() {
        return json.toString();
    }

    private static JsonNode other(JsonNode value, String pattern) {
        if (value.isBoolean()) {
            return JSON.getNodeFactory().booleanNode(!value.asBoolean());
        }
        if (value.isNumber()) {
            return JSON.getNodeFactory().numberNode(value.asLong() + 987_654);
        }
        return JSON.getNodeFactory().textNode(pattern.replace("%", value.asText()));
    }

    private static JsonNode changed(JsonNode node, String path, BiFunction<String, JsonNode, JsonNode> leaf) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            boolean map = MAPS.contains(path.substring(path.lastIndexOf('/') + 1));
            object.properties()
                    .forEach(each -> copy.set(
                            each.getKey(), changed(each.getValue(), path + "/" + (map ? "*" : each.getKey()), leaf)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(changed(each, path + "/*", leaf)));
            return copy;
        }
        return leaf.apply(path, node);
    }

    @Override
    public String toString() {
        return name;
    }
}
