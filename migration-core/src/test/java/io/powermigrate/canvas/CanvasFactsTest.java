package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Every field of the oracle for every document, except those that say where a document came from or need formulas to be read. */
class CanvasFactsTest {

    private static final Set<String> PROVENANCE = Set.of("file", "source");
    private static final Set<String> NEED_THE_FORMULA_LEXER = Set.of(
            "references",
            "ambiguousReferences",
            "shadowedNotReferences",
            "stringLiteralsEqualToADataSourceName",
            "formulaLexErrors");

    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    List<DynamicTest> all_other_fields_of_the_oracle_are_equal() throws Exception {
        Path folder = Fixtures.folder("msapp");
        JsonNode files = json.readTree(folder.resolve("facts.json").toFile()).path("files");
        List<DynamicTest> tests = new ArrayList<>();
        files.properties()
                .forEach(file -> tests.add(DynamicTest.dynamicTest(
                        file.getKey(), () -> compare(folder.resolve(file.getKey()), file.getValue()))));
        assertThat(tests).hasSizeGreaterThan(30);
        return tests;
    }

    @Test
    void the_compared_fields_are_named() {
        Set<String> names = new TreeSet<>(OracleFields.all().keySet());
        System.out.println("facts.json: " + names.size() + " fields are compared: " + names);
        assertThat(names).doesNotContainAnyElementsOf(PROVENANCE).doesNotContainAnyElementsOf(NEED_THE_FORMULA_LEXER);
    }

    private void compare(Path path, JsonNode oracle) throws Exception {
        CanvasFacts facts = CanvasDocument.open(path).facts();
        Map<String, JsonNode> expected = new TreeMap<>();
        Map<String, JsonNode> found = new TreeMap<>();
        oracle.properties().forEach(field -> {
            if (!PROVENANCE.contains(field.getKey()) && !NEED_THE_FORMULA_LEXER.contains(field.getKey())) {
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
}
