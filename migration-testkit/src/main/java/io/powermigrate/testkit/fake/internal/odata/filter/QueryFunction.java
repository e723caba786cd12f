package io.powermigrate.testkit.fake.internal.odata.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.function.Predicate;

/** The query functions {@code Microsoft.Dynamics.CRM.…} of a filter that the fake plays. */
final class QueryFunction {

    private QueryFunction() {}

    static Predicate<JsonNode> of(String name, Map<String, JsonNode> arguments, Subject subject) {
        String property = argument(arguments, "PropertyName").asText();
        subject.check(property);
        return switch (name) {
            case "In" -> node -> anyOf(arguments, subject.value(node, property));
            case "NotIn" -> node -> !anyOf(arguments, subject.value(node, property));
            case "NotNull" -> node -> !Values.compares("eq", subject.value(node, property), MissingNode.getInstance());
            case "EqualUserId" -> throw Malformed.notPlayed("query function " + name);
            default ->
                throw Malformed.query("An unknown function with name 'Microsoft.Dynamics.CRM." + name + "' was found.");
        };
    }

    private static JsonNode argument(Map<String, JsonNode> arguments, String name) {
        return arguments.getOrDefault(name, MissingNode.getInstance());
    }

    private static boolean anyOf(Map<String, JsonNode> arguments, JsonNode value) {
        for (JsonNode each : argument(arguments, "PropertyValues")) {
            boolean same = value.isTextual() || value.isMissingNode() || value.isNull()
                    ? Values.compares("eq", value, each)
                    : value.asText().equals(each.asText());
            if (same) {
                return true;
            }
        }
        return false;
    }
}
