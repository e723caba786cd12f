package io.powermigrate.canvas.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.OracleFormulas;
import io.powermigrate.canvas.formula.Role;
import io.powermigrate.canvas.usage.FormulaFacts;
import io.powermigrate.canvas.usage.FormulaSource;
import io.powermigrate.canvas.usage.PlacedUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every real document, where all that it needs is there, and with each stand-in dropped in turn; places come from the oracle. */
class CompileCheckRealDocumentsTest {

    @TestFactory
    List<DynamicTest> findings_stand_exactly_where_the_oracle_sees_references() throws Exception {
        Path folder = Fixtures.folder("msapp");
        JsonNode files = new ObjectMapper()
                .readTree(folder.resolve("facts.json").toFile())
                .path("files");
        List<DynamicTest> tests = new ArrayList<>();
        files.properties()
                .forEach(file -> tests.add(DynamicTest.dynamicTest(
                        file.getKey(), () -> new OneDocument(folder.resolve(file.getKey()), file.getValue()).check())));
        return tests;
    }

    /** A document and what the oracle says of it. */
    private static final class OneDocument {
        private final CompileFacts facts;
        private final FormulaFacts formulas;
        private final Map<String, Integer> references;
        private final Map<String, Integer> ambiguous;

        OneDocument(Path file, JsonNode oracle) {
            CanvasDocument document = CanvasDocument.open(file);
            String name = file.getFileName().toString();
            this.facts = document.compileFacts();
            this.formulas = document.formulaFacts();
            this.references = OracleFormulas.expected(name, oracle, "references");
            this.ambiguous = OracleFormulas.expected(name, oracle, "ambiguousReferences");
        }

        void check() {
            assertThat(new RequirementsCheck(facts, need -> Availability.present(need.members()), Origin.unknown())
                            .issues())
                    .as("where everything is there")
                    .isEmpty();
            facts.needs().forEach(this::dropping);
        }

        private void dropping(Requirement dropped) {
            List<Issue> issues = new RequirementsCheck(
                            facts,
                            need -> need == dropped ? Availability.absent() : Availability.present(need.members()),
                            Origin.unknown())
                    .issues();
            Map<String, Integer> sure = new TreeMap<>();
            Map<String, Integer> unsure = new TreeMap<>();
            int unnamed = dropped.dataSources().isEmpty() ? 1 : 0;
            for (String source : dropped.dataSources()) {
                Map<String, Integer> all = of(references, source);
                Map<String, Integer> undecided = of(ambiguous, source);
                undecided.forEach((place, count) -> unsure.merge(place, count, Integer::sum));
                all.forEach((place, count) -> add(sure, place, count - undecided.getOrDefault(place, 0)));
                unnamed += all.isEmpty() && isFoundAtItself(source, dropped) ? 1 : 0;
                elsewhere(source, Role.REFERENCE::equals).forEach((place, count) -> add(sure, place, count));
                elsewhere(source, role -> role != Role.REFERENCE).forEach((place, count) -> add(unsure, place, count));
            }
            assertThat(places(issues, false)).as("sure, without %s", dropped).isEqualTo(sure);
            assertThat(places(issues, true))
                    .as("not decided, without %s", dropped)
                    .isEqualTo(unsure);
            assertUnnamed(issues, dropped, unnamed);
        }

        private static void assertUnnamed(List<Issue> issues, Requirement dropped, int count) {
            assertThat(issues.stream().filter(OneDocument::isUnnamed))
                    .as("no formula names %s", dropped)
                    .hasSize(count)
                    .allMatch(Issue::sure);
            assertThat(issues)
                    .allMatch(issue -> issue.kind().name().equals(dropped.kind().name()))
                    .allMatch(issue -> dropped.equals(issue.need()));
        }

        /** An option set or a view that no formula names is not told beside its table. */
        private boolean isFoundAtItself(String source, Requirement dropped) {
            return elsewhere(source, role -> true).isEmpty()
                    && (dropped.kind() != Requirement.Kind.DATAVERSE_TABLE || source.equals(dropped.title()));
        }

        private static Map<String, Integer> of(Map<String, Integer> oracle, String source) {
            Map<String, Integer> places = new TreeMap<>();
            oracle.forEach((place, count) -> {
                if (place.startsWith(source + ": ")) {
                    add(places, place.substring(source.length() + 2), count);
                }
            });
            return places;
        }

        /** The oracle looks at the rules of controls only. */
        private Map<String, Integer> elsewhere(String source, Predicate<Role> roles) {
            Map<String, Integer> places = new TreeMap<>();
            formulas.references(source)
                    .filter(use -> use.place().source() == FormulaSource.DYNAMIC_PROPERTY
                            || use.place().source() == FormulaSource.TAGGED_RULE)
                    .filter(use -> roles.test(use.use().role()))
                    .map(PlacedUse::place)
                    .forEach(at -> add(places, at.entry() + " | " + at.control() + " | " + at.property(), 1));
            return places;
        }

        private static Map<String, Integer> places(List<Issue> issues, boolean undecided) {
            Map<String, Integer> places = new TreeMap<>();
            issues.stream()
                    .filter(issue -> !isUnnamed(issue))
                    .filter(issue -> issue.reason().contains("could refer to a column") == undecided)
                    .peek(issue -> assertThat(issue.sure())
                            .isEqualTo(!undecided && !issue.reason().contains("in the source environment already")))
                    .map(Issue::place)
                    .forEach(place -> {
                        String[] words = place.words().split(" / ");
                        String control = words[Math.max(0, words.length - 2)];
                        add(places, place.path() + " | " + control + " | " + words[words.length - 1], 1);
                    });
            return places;
        }

        private static boolean isUnnamed(Issue issue) {
            return issue.place().path().isEmpty();
        }

        private static void add(Map<String, Integer> places, String place, int count) {
            if (count > 0) {
                places.merge(place, count, Integer::sum);
            }
        }
    }
}
