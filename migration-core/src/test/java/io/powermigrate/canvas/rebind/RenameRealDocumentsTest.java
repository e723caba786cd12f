package io.powermigrate.canvas.rebind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.formula.SymbolKind;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.usage.PlacedFormula;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data sources of real documents get other names: everywhere at once, and nowhere else. */
@Tag("long")
class RenameRealDocumentsTest {

    @Test
    void whole_documents_hold_the_formulas_that_an_independent_script_expects() throws Exception {
        Path folder = Fixtures.folder("msapp");
        Map<String, CanvasDocument> renamed = new HashMap<>();
        int count = 0;
        for (JsonNode vector : new ObjectMapper()
                .readTree(folder.resolve("rename-vectors.json").toFile())
                .path("vectors")) {
            String file = vector.path("file").asText();
            String from = vector.at("/rename/from").asText();
            CanvasDocument source = renamed.computeIfAbsent(file, name -> CanvasDocument.open(folder.resolve(name)));
            CanvasDocument document = renamed.computeIfAbsent(
                    file + "|" + from,
                    key -> renamed(source, Map.of(from, vector.at("/rename/to").asText())));

            assertThat(texts(document, vector))
                    .as(file + ": " + vector.path("control").asText())
                    .isNotEmpty()
                    .contains(vector.path("expected").asText());
            count++;
        }
        assertThat(count).isGreaterThan(50);
    }

    private static List<String> texts(CanvasDocument document, JsonNode vector) {
        List<String> texts = new ArrayList<>();
        document.formulas(formula -> {
            if (formula.place().control().equals(vector.path("control").asText())
                    && formula.place().property().equals(vector.path("property").asText())) {
                texts.add(formula.text());
            }
        });
        return texts;
    }

    @Test
    void after_every_data_source_got_another_name_no_old_name_is_left_and_the_way_back_leads_home() throws Exception {
        Fixtures.documents().forEach((path, bytes) -> {
            CanvasDocument source =
                    document(Msapp.open(bytes), Rebinding.builder().build());
            Map<String, String> names = names(source);

            CanvasDocument renamed = renamed(source, names);

            assertThat(facts(renamed.facts())).as(path).isEqualTo(facts(RenamedFacts.of(source.facts(), names)));
            Map<String, Long> uses = counted(renamed);
            assertThat(uses.keySet()).as(path).noneMatch(names::containsKey);
            assertThat(uses).as(path).isEqualTo(renamedKeys(counted(source), names));
            home(path, source, renamed(renamed, inverse(names)));
        });
    }

    /** One real formula spells a name in quotes that it does not need, and comes back without them. */
    private static void home(String path, CanvasDocument source, CanvasDocument back) {
        List<PlacedFormula> before = formulas(source);
        List<PlacedFormula> after = formulas(back);
        boolean quotes = false;
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).text().equals(after.get(i).text())) {
                assertThat(after.get(i).text()).as(path).isEqualTo(withoutNeedlessQuotes(before.get(i)));
                quotes = true;
            }
        }
        if (!quotes) {
            assertThat(back.normalForm()).as(path).isEqualTo(source.normalForm());
        }
    }

    private static String withoutNeedlessQuotes(PlacedFormula formula) {
        return formula.text().replaceAll("'([A-Za-z]+)'", "$1");
    }

    /** One real app calls a data source as it calls itself: nothing could get that name back. */
    private static Map<String, String> names(CanvasDocument document) {
        Symbols symbols = document.formulaFacts().symbols();
        Map<String, String> names = new LinkedHashMap<>();
        document.dataSources().forEach(source -> {
            String name = source.identifier() == null ? source.name() : source.identifier();
            if (symbols.kinds(name).stream().allMatch(SymbolKind::isDataSource) && !name.isEmpty()) {
                names.put(name, "It's: " + name + " #1");
            }
        });
        return names;
    }

    private static Map<String, String> inverse(Map<String, String> names) {
        return names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** What is the same before and after: all but the file itself. */
    private static List<Object> facts(CanvasFacts facts) {
        return List.of(
                facts.dataSources(),
                facts.connectionReferences(),
                facts.databaseReferences(),
                facts.controls(),
                facts.studioErrors(),
                facts.bound(),
                facts.properties(),
                facts.repeatedNames(),
                facts.contradictions());
    }

    private static Map<String, Long> counted(CanvasDocument document) {
        return document.formulaFacts()
                .references()
                .collect(Collectors.groupingBy(use -> use.use().name(), Collectors.counting()));
    }

    private static Map<String, Long> renamedKeys(Map<String, Long> counts, Map<String, String> names) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(one -> names.getOrDefault(one.getKey(), one.getKey()), Map.Entry::getValue));
    }

    @Test
    void yaml_follows_the_controls() throws Exception {
        int[] compared = new int[1];
        Fixtures.documents().forEach((path, bytes) -> {
            CanvasDocument source = Msapp.open(bytes);
            Map<String, String> names = names(source);
            if (source.facts().archive().paYaml().isEmpty() || names.isEmpty()) {
                return;
            }
            CanvasDocument renamed = renamed(source, names);
            List<String> before = yaml(bytes);
            List<String> after = yaml(bytes(source, names));
            List<PlacedFormula> old = formulas(source);
            List<PlacedFormula> now = formulas(renamed);
            for (int i = 0; i < old.size(); i++) {
                String from = old.get(i).text();
                String to = now.get(i).text();
                if (!from.equals(to) && from.indexOf('\n') < 0) {
                    compared[0] += before.contains("=" + from) ? 1 : 0;
                    assertThat(after.contains("=" + to)).as(path + ": " + from).isEqualTo(before.contains("=" + from));
                    assertThat(after).doesNotContain("=" + from);
                }
            }
        });
        assertThat(compared[0]).isPositive();
    }

    private static List<PlacedFormula> formulas(CanvasDocument document) {
        List<PlacedFormula> formulas = new ArrayList<>();
        document.formulas(formulas::add);
        return formulas;
    }

    /** Lines of all sources from their first equals sign on; a plain value may stand behind a key. */
    private static List<String> yaml(byte[] document) {
        Msapp archive = Msapp.of(new ByteArrayInputStream(document));
        return archive.names().stream()
                .filter(name -> name.endsWith(".pa.yaml"))
                .flatMap(name -> new String(archive.content(name), StandardCharsets.UTF_8).lines())
                .filter(line -> line.contains("="))
                .map(line -> line.substring(line.indexOf('=')))
                .toList();
    }

    private static CanvasDocument renamed(CanvasDocument source, Map<String, String> names) {
        return Msapp.open(bytes(source, names));
    }

    private static byte[] bytes(CanvasDocument source, Map<String, String> names) {
        Rebinding.Builder rebinding = Rebinding.builder();
        names.forEach(rebinding::rename);
        return Rebindings.bytes(source.rebind(rebinding.build()));
    }

    private static CanvasDocument document(CanvasDocument source, Rebinding rebinding) {
        return Msapp.open(Rebindings.bytes(source.rebind(rebinding)));
    }
}
