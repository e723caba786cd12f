package io.powermigrate.canvas.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Relationships and lookups stand among the names that formulas may use of a Dataverse table: what real documents need of one are its
 * columns, as the definition that they hold tells them, and each has a place.
 */
class DataverseColumnsOfRealDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private int tables;
    private int lookups;
    private int relationships;

    @Test
    void what_is_needed_of_a_table_are_columns_of_it() throws IOException {
        try (Stream<Path> files = Files.walk(Fixtures.folder("msapp"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".msapp")).toList()) {
                Map<String, Set<String>> attributes = attributes(file);
                if (!attributes.isEmpty()) {
                    check(CanvasDocument.open(file).compileFacts(), attributes);
                }
            }
        }
        assertThat(tables).isGreaterThan(15);
        assertThat(lookups).as("names of navigation that stand for a column").isPositive();
        assertThat(relationships).as("names that stand for no column").isGreaterThan(100);
    }

    private void check(CompileFacts facts, Map<String, Set<String>> attributes) {
        for (Requirement need : facts.needs()) {
            if (need.kind() == Requirement.Kind.DATAVERSE_TABLE) {
                tables++;
                assertThat(attributes.get(need.title()))
                        .as(need.toString())
                        .containsAll(need.members().keySet());
                List<String> placed = facts.columns().stream()
                        .filter(each -> each.source().equals(need.title()))
                        .map(CompileFacts.Column::column)
                        .toList();
                assertThat(need.members().keySet()).as(need.toString()).containsAll(placed);
            }
        }
    }

    /** Logical names by data source, read with nothing of ours. */
    private Map<String, Set<String>> attributes(Path file) throws IOException {
        Map<String, Set<String>> attributes = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().replace('\\', '/').equals("References/DataSources.json")) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        for (JsonNode source : JSON.readTree(bytes).path("DataSources")) {
                            table(source, attributes);
                        }
                    }
                }
            }
        }
        return attributes;
    }

    private void table(JsonNode source, Map<String, Set<String>> attributes) throws IOException {
        if (source.has("TableDefinition")) {
            JsonNode definition = JSON.readTree(source.path("TableDefinition").asText());
            Set<String> names = new HashSet<>();
            JSON.readTree(definition.path("EntityMetadata").asText())
                    .path("Attributes")
                    .forEach(each -> names.add(each.path("LogicalName").asText()));
            attributes.put(source.path("Name").asText(), names);
            source.path("NativeCDSDataSourceInfoNameMapping").fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    boolean lookup = names.contains(name.toLowerCase(java.util.Locale.ROOT));
                    lookups += lookup ? 1 : 0;
                    relationships += lookup ? 0 : 1;
                }
            });
        }
    }
}
