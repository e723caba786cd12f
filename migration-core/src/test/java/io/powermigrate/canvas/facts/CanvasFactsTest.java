package io.powermigrate.canvas.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.OracleFields;
import io.powermigrate.canvas.OracleFormulas;
import io.powermigrate.canvas.usage.FormulaFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every field of the oracle for every document, except those that say where a document came from. */
class CanvasFactsTest {

    private static final Set<String> PROVENANCE = Set.of("file", "source");
    private static final String UNREADABLE = "formulaLexErrors";

    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    List<DynamicTest> all_fields_of_the_oracle_are_equal() throws Exception {
        Path folder = Fixtures.folder("msapp");
        JsonNode files = json.readTree(folder.resolve("facts.json").toFile()).path("files");
        List<DynamicTest> tests = new ArrayList<>();
        files.properties()
                .forEach(file -> tests.add(DynamicTest.dynamicTest(
                        file.getKey(), () -> compare(folder.resolve(file.getKey()), file.getValue()))));
        files.properties()
                .forEach(file -> tests.add(DynamicTest.dynamicTest(
                        "formulas of " + file.getKey(),
                        () -> compareFormulas(folder.resolve(file.getKey()), file.getValue()))));
        assertThat(tests).hasSizeGreaterThan(30);
        return tests;
    }

    @Test
    void the_compared_fields_are_named() {
        Set<String> names = new TreeSet<>(OracleFields.all().keySet());
        names.addAll(OracleFormulas.PLACES.keySet());
        names.add(UNREADABLE);
        System.out.println("facts.json: " + names.size() + " fields are compared: " + names);
        assertThat(names).doesNotContainAnyElementsOf(PROVENANCE);
    }

    private void compare(Path path, JsonNode oracle) throws Exception {
        CanvasFacts facts = CanvasDocument.open(path).facts();
        Map<String, JsonNode> expected = new TreeMap<>();
        Map<String, JsonNode> found = new TreeMap<>();
        oracle.properties().forEach(field -> {
            boolean formulas = OracleFormulas.PLACES.containsKey(field.getKey())
                    || field.getKey().equals(UNREADABLE);
            if (!PROVENANCE.contains(field.getKey()) && !formulas) {
                expected.put(field.getKey(), field.getValue());
            }
        });
        OracleFields.all().forEach((name, of) -> found.put(name, json.valueToTree(of.apply(facts))));
        assertThat(found.keySet()).as("a field that the test does not know").isEqualTo(expected.keySet());
        expected.forEach((name, value) -> assertThat(found.get(name)).as(name).isEqualTo(value));
        assertThat(json.readValue(json.writeValueAsString(facts), CanvasFacts.class))
                .as("written as JSON and read back")
                .isEqualTo(facts);
    }

    private static void compareFormulas(Path path, JsonNode oracle) {
        FormulaFacts facts = CanvasDocument.open(path).formulaFacts();
        OracleFormulas.PLACES.forEach((field, roles) -> assertThat(OracleFormulas.found(facts, roles))
                .as(field)
                .isEqualTo(OracleFormulas.expected(path.getFileName().toString(), oracle, field)));
        assertThat(facts.errors()).hasSize(oracle.path(UNREADABLE).asInt());
    }
}
