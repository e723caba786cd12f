package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code AppCheckerResult.sarif}: one hint about the first screen, and the errors that were told (wire/msapp.md, section 4.6). */
final class AppCheckerJson {
    private static final String RULE = "acc-ReadableScreenNameNeeded";
    private static final String ERROR = "app-ErrInvalidName";

    private AppCheckerJson() {}

    static ObjectNode of(Blueprint blueprint) {
        ObjectNode run = Json.object();
        ArrayNode results = Json.array(List.of(result(blueprint.screens().get(0).name())));
        blueprint.extras().errors().forEach(error -> results.add(error(error, blueprint)));
        run.set("results", results);
        ObjectNode driver = driver(blueprint.generation());
        if (!blueprint.extras().errors().isEmpty()) {
            driver.withArray("rules").add(errorRule());
        }
        run.putObject("tool").set("driver", driver);
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
        place(result, screen, screen);
        result.putObject("properties").put("level", "Low");
        return result;
    }

    private static ObjectNode place(ObjectNode result, String name, String control) {
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode place = location.putObject("physicalLocation");
        place.putObject("address").put("relativeAddress", 0).put("fullyQualifiedName", name);
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", name);
        location.putObject("properties").put("module", control).put("type", control);
        return place;
    }

    private static ObjectNode error(Blueprint.StudioError error, Blueprint blueprint) {
        Found found = Stream.of(
                        List.of(blueprint.app()),
                        blueprint.screens(),
                        blueprint.controls().components())
                .flatMap(List::stream)
                .flatMap(part -> find(error.control(), part, part.name()).stream())
                .findFirst()
                .orElseThrow(() -> BuilderError.of(
                        "There is no control '" + error.control() + "' with an error.", "Place the control first."));
        ObjectNode result = Json.object().put("ruleId", ERROR).put("ruleIndex", 1);
        result.putObject("message").put("id", "issue");
        place(result, found.path() + "." + error.property(), error.control())
                .set("region", region(error, found.control().formulas().getOrDefault(error.property(), "")));
        result.putObject("properties").put("level", "High");
        return result;
    }

    private static ObjectNode region(Blueprint.StudioError error, String formula) {
        int offset = formula.indexOf(error.words());
        if (offset < 0) {
            throw BuilderError.of(
                    "The formula " + error.control() + "." + error.property() + " does not hold '" + error.words()
                            + "'.",
                    "Tell the formula first, with the words that Studio did not understand.");
        }
        ObjectNode region = Json.object()
                .put("charOffset", offset)
                .put("charLength", error.words().length());
        region.putObject("snippet").put("text", formula);
        return region;
    }

    private record Found(ControlPart control, String path) {}

    private static Optional<Found> find(String name, ControlPart part, String path) {
        if (part.name().equals(name)) {
            return Optional.of(new Found(part, path));
        }
        return part.children().stream()
                .flatMap(child -> find(name, child, path + "." + child.name()).stream())
                .findFirst();
    }

    private static ObjectNode errorRule() {
        ObjectNode rule = Json.object().put("id", ERROR);
        rule.putObject("messageStrings").putObject("issue").put("text", "Nothing has this name");
        ObjectNode properties = rule.putObject("properties");
        properties.putArray("howToFix").add("Correct the name, or take it out.");
        properties
                .put("whyFix", "")
                .put("level", "High")
                .put("componentType", "app")
                .put("primaryCategory", "formula");
        return rule;
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
