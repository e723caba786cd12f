package io.powermigrate.canvas.rebind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Renaming;
import io.powermigrate.canvas.formula.Symbols;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formulas of real documents after one data source got another name, as an independent script renamed it (rename-vectors.json). */
class RenameVectorsTest {

    private final Map<String, Symbols> symbols = new HashMap<>();

    @Test
    void real_formulas_are_renamed_as_expected() throws Exception {
        Path folder = Fixtures.folder("msapp");
        int count = 0;
        for (JsonNode vector : new ObjectMapper()
                .readTree(folder.resolve("rename-vectors.json").toFile())
                .path("vectors")) {
            Symbols names = symbols.computeIfAbsent(
                    vector.path("file").asText(), file -> CanvasDocument.open(folder.resolve(file))
                            .formulaFacts()
                            .symbols());
            Map<String, String> rename = Map.of(
                    vector.at("/rename/from").asText(), vector.at("/rename/to").asText());

            Formula formula = Formula.of(vector.path("script").asText());
            assertThat(new Renaming(names, rename).of(formula).text())
                    .isEqualTo(vector.path("expected").asText());
            count++;
        }
        assertThat(count).isGreaterThan(50);
    }
}
