package io.powermigrate.testkit.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code AppCheckerResult.sarif}: one hint about the first screen, no error (wire/msapp.md, section 4.6). */
final class AppCheckerJson {
    private static final String RULE = "acc-ReadableScreenNameNeeded";

    private AppCheckerJson() {}

    static ObjectNode of(Blueprint blueprint) {
        ObjectNode run = Json.object();
        run.set("results", Json.array(List.of(result(blueprint.screens().get(0).name()))));
        run.putObject("tool").set("driver", driver(blueprint.generation()));
        run.putArray("invocations").addObject().put("executionSuccessful", true);
        run.put("columnKind", "utf16CodeUnits");
        ObjectNode sarif = Json.object()
                .put("$schema", "https://schemastore.azurewebsites.net/schemas/json/sarif-2.1.0-rtm.4.json")
                .put("version", "2.1.0");
        sarif.putArray("runs").add(run);
        return sarif;
    }

    private static ObjectNode result(String screen) {
        ObjectNode result = Json.object().put("ruleId", RULE).put("ruleIndex", 0);
        result.putObject("message").put("id", "issue");
        ObjectNode location = result.putArray("locations").addObject();
        location.putObject("physicalLocation")
                .putObject("address")
                .put("relativeAddress", 0)
                .put("fullyQualifiedName", screen);
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", screen);
        location.putObject("properties").put("module", screen).put("type", screen);
        result.putObject("properties").put("level", "Low");
        return result;
    }

    private static ObjectNode driver(Generation generation) {
        ObjectNode driver = Json.object()
                .put("name", "PowerApps app checker")
                .put("fullName", "PowerApps app checker")
                .put("version", generation.documentVersion());
        ObjectNode rule = driver.putArray("rules").addObject().put("id", RULE);
        rule.putObject("messageStrings").putObject("issue").put("text", "The screen has no telling name");
        ObjectNode properties = rule.putObject("properties");
        ArrayNode fixes = properties.putArray("howToFix");
        fixes.add("Name the screen after what it is for.");
        properties
                .put("whyFix", "A screen reader reads the name aloud.")
                .put("level", "Low")
                .put("componentType", "app")
                .put("primaryCategory", "accessibility");
        return driver;
    }
}
