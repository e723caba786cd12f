package io.powermigrate.powerapps.flow;

import io.powermigrate.model.Document;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an app calls a flow, from the flow's definition: the inputs of its trigger and the outputs of its response. Studio
 * makes the WADL that it embeds in the app of the same two schemas.
 */
final class CallSignature {

    private CallSignature() {}

    /**
     * {@code Run()}, {@code input NAME} and {@code output NAME} with their types; empty if no app can call it, or the trigger does
     * not tell what it takes.
     */
    static Map<String, String> of(Document definition) {
        Map<String, String> members = new TreeMap<>();
        definition.at("triggers").members().values().stream()
                .filter(CallSignature::isCalledByApps)
                .filter(trigger -> !trigger.at("inputs", "schema").isMissing())
                .forEach(trigger -> {
                    members.put("Run()", "");
                    add("input ", trigger, members);
                });
        if (!members.isEmpty()) {
            responses(definition, members);
        }
        return members;
    }

    private static boolean isCalledByApps(Document trigger) {
        return trigger.text("kind").orElse("").toLowerCase(Locale.ROOT).startsWith("powerapp");
    }

    /** A response may stand inside a condition, a loop or a scope. */
    private static void responses(Document within, Map<String, String> members) {
        within.at("actions").members().values().forEach(action -> {
            if (action.text("type").orElse("").equalsIgnoreCase("Response")) {
                add("output ", action, members);
            }
            responses(action, members);
            responses(action.at("else"), members);
            action.at("cases").members().values().forEach(each -> responses(each, members));
            responses(action.at("default"), members);
        });
    }

    private static void add(String before, Document called, Map<String, String> members) {
        called.at("inputs", "schema", "properties")
                .members()
                .forEach((name, property) ->
                        members.put(before + name, type(property.text("type").orElse(""))));
    }

    /** The kinds that formulas tell apart; empty for any other. */
    private static String type(String type) {
        return switch (type) {
            case "string", "boolean" -> type;
            case "integer", "number" -> "number";
            default -> "";
        };
    }
}
