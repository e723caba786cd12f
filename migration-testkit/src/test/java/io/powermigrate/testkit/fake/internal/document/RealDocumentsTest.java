package io.powermigrate.testkit.fake.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:06Z");
    private static final Path FOLDER = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures/msapp");

    @BeforeEach
    void only_where_the_recordings_are() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
    }

    @Test
    void every_real_document_says_its_name_kind_connections_and_flows() throws IOException {
        JsonNode facts = JSON.readTree(FOLDER.resolve("facts.json").toFile()).path("files");
        for (Path file : files()) {
            JsonNode fact = facts.path(file.getFileName().toString());
            AppDocument document = AppDocument.read(Files.readAllBytes(file));
            assertThat(document.appName())
                    .isEqualTo(fact.at("/publishInfo/AppName").asText());
            assertThat(document.documentType())
                    .isEqualTo(fact.at("/properties/DocumentType").asText("App"));
            assertThat(document.connections()).hasSameSizeAs(fact.path("connectionReferences"));
            for (ConnectionUse use : document.connections()) {
                JsonNode expected = reference(fact, use.key());
                assertThat(use.connectorId()).isEqualTo(expected.path("apiId").asText());
                assertThat(use.displayName())
                        .isEqualTo(expected.path("displayName").asText());
                assertThat(use.workflowName().orElse(null))
                        .isEqualTo(expected.path("workflowName").textValue());
            }
            assertThat(new TreeSet<>(
                            document.flows().stream().map(FlowUse::name).toList()))
                    .as(file.toString())
                    .isEqualTo(flows(fact));
        }
    }

    @Test
    void a_flow_without_a_reference_is_found_by_its_data_source() throws IOException {
        AppDocument weather = AppDocument.read(Files.readAllBytes(FOLDER.resolve("Weather.msapp")));
        assertThat(weather.flows())
                .containsExactly(new FlowUse("774414dc-4f73-4f64-8c90-75f332180ae6", "getMainForecast", false));
        assertThat(weather.connections()).singleElement().matches(ConnectionUse::custom);
    }

    @Test
    void a_rewritten_document_has_other_bytes_and_the_same_meaning() throws IOException {
        for (Path file : files()) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = new Reserialisation(NOW).of(before);
            assertThat(after).isNotEqualTo(before).isEqualTo(new Reserialisation(NOW).of(before));
            assertThat(normal(after)).as(file.toString()).isEqualTo(normal(before));
            assertThat(new String(Archive.read(after).find("Header.json").orElseThrow()))
                    .contains("01/02/2026 03:04:06");
        }
    }

    @Test
    void a_key_that_stands_twice_stands_twice_afterwards() throws IOException {
        byte[] before = Files.readAllBytes(FOLDER.resolve("GalleryTestApp.msapp"));
        byte[] after = new Reserialisation(NOW).of(before);
        assertThat(count(after, "\"Name\"")).isEqualTo(count(before, "\"Name\""));
    }

    @Test
    void the_world_of_the_folder_has_whatever_its_documents_name() throws IOException {
        DocumentFolder world = DocumentFolder.read(FOLDER);
        assertThat(world.apps()).hasSameSizeAs(files());
        List<String> connections =
                world.connections().stream().map(ConnectionSeed::id).toList();
        List<String> flows = world.flows().stream().map(FlowSeed::name).toList();
        for (DocumentFolder.App app : world.apps()) {
            for (ConnectionUse use : app.document().connections()) {
                if (use.flow()) {
                    assertThat(flows).contains(use.workflowName().orElseThrow());
                } else {
                    assertThat(connections).contains(use.connectorName() + "/connections/" + use.connectionName());
                }
            }
            assertThat(flows)
                    .containsAll(
                            app.document().flows().stream().map(FlowUse::name).toList());
        }
        assertThat(world.connections()).extracting(ConnectionSeed::displayName).doesNotHaveDuplicates();
        assertThat(world.flows())
                .allSatisfy(f -> assertThat(connections).containsAll(f.calls().values()));
        assertThat(world.apps())
                .filteredOn(a -> a.appType().equals("CustomCanvasPage"))
                .hasSize(2);
    }

    @Test
    void a_truncated_document_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("AppWithLabel.msapp"));
        assertThatThrownBy(() -> AppDocument.read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a complete zip");
    }

    private static int count(byte[] msapp, String word) throws IOException {
        String text = new String(
                Archive.read(msapp).find("References/DataSources.json").orElseThrow());
        return text.split(word, -1).length;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(p -> p.toString().endsWith(".msapp")).sorted().toList();
        }
    }

    private static JsonNode reference(JsonNode fact, String key) {
        for (JsonNode reference : fact.path("connectionReferences")) {
            if (reference.path("key").asText().equals(key)) {
                return reference;
            }
        }
        throw new AssertionError("no reference " + key);
    }

    private static TreeSet<String> flows(JsonNode fact) {
        TreeSet<String> flows = new TreeSet<>();
        fact.path("connectionReferences")
                .forEach(r -> flows.add(r.path("workflowName").asText("")));
        for (JsonNode source : fact.path("dataSources")) {
            flows.add(source.path("flowNameId")
                    .asText(source.path("addinConnectorId").asText("")));
        }
        flows.removeIf(f -> f.isEmpty() || f.equals("null"));
        return flows;
    }

    /** The normal form of wire/canvas-app-import.md, section 6, as the tests understand it. */
    private static TreeMap<String, Object> normal(byte[] msapp) throws IOException {
        TreeMap<String, Object> normal = new TreeMap<>();
        List<Archive.Entry> entries = new ArrayList<>(Archive.read(msapp).entries());
        entries.removeIf(e -> List.of("checksum.json", ".gitignore").contains(e.path())
                || e.path().startsWith("Src/"));
        for (Archive.Entry entry : entries) {
            String path = entry.path().toLowerCase(Locale.ROOT);
            if (!path.endsWith(".json") && !path.endsWith(".sarif")) {
                normal.put(entry.name(), Arrays.toString(entry.bytes()));
                continue;
            }
            JsonNode tree = JSON.readTree(entry.bytes());
            if (tree instanceof ObjectNode object) {
                dropCounters(object);
            }
            tree.findParents("RootPath").forEach(p -> ((ObjectNode) p).remove("RootPath"));
            normal.put(entry.name(), tree);
        }
        return normal;
    }

    private static void dropCounters(ObjectNode object) {
        object.remove(List.of(
                "LastSavedDateTimeUTC",
                "ControlCount",
                "ErrorCount",
                "ParserErrorCount",
                "BindingErrorCount",
                "DeserializationLoadTime",
                "AnalysisLoadTime"));
        if (object.has("LocalConnectionReferences")) {
            String text = object.path("LocalConnectionReferences").asText();
            object.put("LocalConnectionReferences", text.replaceAll("\"iconUri\":\\s*\"[^\"]*\"", ""));
        }
    }
}
