package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.Migration;
import io.powermigrate.plan.PlanContent;
import io.powermigrate.testkit.demo.DemoWorld;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/plan.schema.json} describes every member of a plan as it is saved. */
class PlanSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode schema =
            RecordSchema.of(PlanContent.class, "A plan of io.powermigrate, version 1", PlanContent.VERSION);

    @Test
    void the_page_is_what_plans_are_made_of() throws IOException {
        GeneratedPage.is("plan.schema.json", JSON.writeValueAsString(schema) + "\n");
    }

    @Test
    void the_plan_of_the_demo_satisfies_it_and_an_altered_one_does_not() throws IOException {
        try (DemoWorld world = DemoWorld.builtIn();
                Migration migration = world.migration().build()) {
            String plan = migration.plan().toJson();
            assertThat(problems(plan)).isEmpty();
            assertThat(plan).contains("\"files\"", "\"waiting\"", "\"locations\"");
            assertThat(problems(plan.replaceFirst("\"fingerprint\"", "\"fingerprints\"")))
                    .anyMatch(each -> each.contains("fingerprints is not described"))
                    .anyMatch(each -> each.contains("fingerprint is missing"));
            assertThat(problems(plan.replaceFirst("\"action\": \"[A-Z_]+\"", "\"action\": \"DO\"")))
                    .anyMatch(each -> each.contains("DO is none of"));
            assertThat(problems(plan.replace("\"version\": 1", "\"version\": 2")))
                    .hasSize(1);
        }
    }

    private List<String> problems(String json) throws IOException {
        List<String> problems = new ArrayList<>();
        check(JSON.readTree(json), schema, "plan", problems);
        return problems;
    }

    /** As much of JSON Schema as this one uses. */
    private void check(JsonNode value, JsonNode rule, String place, List<String> problems) {
        if (rule.has("$ref")) {
            check(value, schema.at(rule.get("$ref").textValue().substring(1)), place, problems);
            return;
        }
        if (rule.has("const") && !value.equals(rule.get("const"))) {
            problems.add(place + ": " + value + " is not " + rule.get("const"));
        }
        if (rule.has("enum") && !texts(rule.get("enum")).contains(value.asText())) {
            problems.add(place + ": " + value.asText() + " is none of " + rule.get("enum"));
        }
        String type = rule.path("type").asText(value.getNodeType().name()).toLowerCase(Locale.ROOT);
        String found = value.isIntegralNumber()
                ? "integer"
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
        if (!type.equals(found) && !type.equals("number")) {
            problems.add(place + ": " + found + " is not " + type);
        }
        members(value, rule, place, problems);
        value.forEach(item -> {
            if (value.isArray()) {
                check(item, rule.get("items"), place + "[]", problems);
            }
        });
    }

    private void members(JsonNode value, JsonNode rule, String place, List<String> problems) {
        texts(rule.path("required")).stream()
                .filter(name -> !value.has(name))
                .forEach(name -> problems.add(place + ": " + name + " is missing"));
        value.properties().forEach(member -> {
            JsonNode described = rule.path("properties").path(member.getKey());
            JsonNode others = rule.path("additionalProperties");
            if (!described.isMissingNode()) {
                check(member.getValue(), described, place + "." + member.getKey(), problems);
            } else if (others.isObject()) {
                check(member.getValue(), others, place + "." + member.getKey(), problems);
            } else {
                problems.add(place + ": " + member.getKey() + " is not described");
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
