package io.powermigrate.canvas.normalform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.CanvasFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    private static final String PROPERTIES = "Properties.json";
    private final ObjectMapper service = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    @TestFactory
    List<DynamicTest> a_real_document_equals_its_copy_that_was_written_anew() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Fixtures.files("msapp", ".msapp")) {
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                byte[] original = Files.readAllBytes(file);
                byte[] copy = writtenAnew(original);
                String expected = Msapp.open(original).normalForm();
                assertThat(copy).isNotEqualTo(original);
                assertThat(Msapp.open(copy).normalForm()).isEqualTo(expected);
                assertThat(Msapp.open(withChangedFormula(copy)).normalForm()).isNotEqualTo(expected);
            }));
        }
        return tests;
    }

    @Test
    void member_order_white_space_escapes_and_numbers_make_no_difference() {
        String one =
                "{'TopParent':{'Name':'S','Index':10,'Rules':[{'Property':'Text','InvariantScript':'\\u0027a\\u0027\\r\\n'}]}}";
        String two = "{ 'TopParent' : {'Rules':[ {'InvariantScript':'\\u0027\\u0061\\u0027\\n','Property':'Text'} ],"
                + "'Index':1e1,'Name':'S','Parent':null}}";

        assertThat(with("Controls\\1.json", one)).isEqualTo(with("Controls\\1.json", two));
    }

    @Test
    void what_the_service_changes_by_itself_makes_no_difference() {
        String plain = Msapp.small().open().normalForm();
        Msapp saved = Msapp.small()
                .json(
                        "Header.json",
                        "{'DocVersion':'1.326','MinVersionToLoad':'1.326','MSAppStructureVersion':'2.0',"
                                + "'LastSavedDateTimeUTC':'09/09/2025 09:09:09'}")
                .json(
                        PROPERTIES,
                        "{'AnalysisLoadTime':0.7,'ErrorCount':4,'LastControlUniqueId':9,'Name':'Small.msapp','Id':'d-1','DocumentType':'App'}")
                .json("checksum.json", "{'ServerStampedChecksum':'C8_x'}")
                .json("AppCheckerResult.sarif", "{'runs':[]}")
                .bytes(".gitignore", new byte[] {1})
                .bytes("Src\\App.pa.yaml", new byte[] {2});

        assertThat(saved.open().normalForm()).isEqualTo(plain);
    }

    @Test
    void entry_order_and_separators_make_no_difference() {
        Msapp small = Msapp.small();
        Msapp other = new Msapp();
        List<String> names = new ArrayList<>(small.names());
        Collections.reverse(names);
        names.forEach(name -> other.bytes("/" + name.replace('\\', '/'), small.content(name)));

        assertThat(other.open().normalForm()).isEqualTo(small.open().normalForm());
    }

    @Test
    void addresses_inside_strings_that_expire_make_no_difference_but_connections_do() {
        String reference =
                "{'LocalConnectionReferences':'{\\u0022k\\u0022:{\\u0022connectionInstanceId\\u0022:\\u0022%s\\u0022,"
                        + "\\u0022connectionRef\\u0022:{\\u0022iconUri\\u0022:\\u0022%s\\u0022}}}'}";

        String one =
                with(PROPERTIES, String.format(Locale.ROOT, reference, "/apis/a/connections/1", "https://icons/1"));
        assertThat(with(PROPERTIES, String.format(Locale.ROOT, reference, "/apis/a/connections/1", "https://icons/2")))
                .isEqualTo(one);
        assertThat(with(PROPERTIES, String.format(Locale.ROOT, reference, "/apis/a/connections/2", "https://icons/1")))
                .isNotEqualTo(one);
    }

    @Test
    void json_and_xml_in_strings_are_looked_into_where_the_service_does_so_only() {
        String metadata =
                "{'DataSources':[{'%s':'{\\u0022a\\u0022:1,%s\\u0022b\\u0022:2}','WadlMetadata':{'WadlXml':'<a>%s<b/></a>'}}]}";
        String entry = "References\\DataSources.json";

        assertThat(with(entry, String.format(Locale.ROOT, metadata, "TableDefinition", " ", "\\r\\n  ")))
                .isEqualTo(with(entry, String.format(Locale.ROOT, metadata, "TableDefinition", "", "")));
        assertThat(with(entry, String.format(Locale.ROOT, metadata, "Data", " ", "")))
                .isNotEqualTo(with(entry, String.format(Locale.ROOT, metadata, "Data", "", "")));
        assertThat(with(entry, "{'DataSources':[{'TableDefinition':'no json'}]}"))
                .isNotEqualTo(with(entry, "{'DataSources':[{'TableDefinition':'other text'}]}"));
    }

    @Test
    void json_in_strings_in_strings_has_a_limit() {
        byte[] nested = Msapp.small()
                .json(
                        "Controls\\2.json",
                        "{'TopParent':{'Template':{'DynamicControlDefinitionJson':"
                                + "'{\\u0022Resources\\u0022:\\u0022[]\\u0022}'}}}")
                .toBytes();

        assertThat(Msapp.open(nested).normalForm()).hasSize(64);
        CanvasDocument strict = Msapp.open(nested, Limits.defaults().withStringNesting(1));
        assertThatThrownBy(strict::normalForm)
                .hasMessageContaining("is JSON inside 2 strings; the limit 'stringNesting' is 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'a':1}|{'a':2}",
                "{'a':1}|{'a':'1'}",
                "{'a':1}|{'b':1}",
                "{'a':[1,2]}|{'a':[2,1]}",
                "{'a':['x','y']}|{'a':['xy']}",
                "{'a':[null]}|{'a':[]}",
                "{'a':{}}|{'a':[]}",
                "{'a':true}|{'a':false}",
                "{'a':'x '}|{'a':'x'}",
                "{'a':'{}'}|{'a':{}}",
                "{'a':9007199254740993}|{'a':9007199254740992}",
                "{'RootPath':'x'}|{'RootPath':'y'}"
            })
    void what_differs_stays_different(String one, String two) {
        assertThat(with("Themes.json", one)).isNotEqualTo(with("Themes.json", two));
    }

    @Test
    void entries_count_by_name_and_bytes() {
        String plain = Msapp.small().open().normalForm();
        String picture =
                Msapp.small().bytes("Assets\\1.png", new byte[] {1}).open().normalForm();

        assertThat(picture).isNotEqualTo(plain);
        assertThat(Msapp.small().bytes("Assets\\1.png", new byte[] {2}).open().normalForm())
                .isNotEqualTo(picture);
        assertThat(Msapp.small().bytes("Assets\\2.png", new byte[] {1}).open().normalForm())
                .isNotEqualTo(picture);
    }

    @Test
    void yaml_counts_where_there_are_no_controls() {
        Msapp source = Msapp.small().without("Controls\\1.json");
        String one = source.bytes("Src\\App.pa.yaml", "App:\r\n".getBytes(StandardCharsets.UTF_8))
                .open()
                .normalForm();

        assertThat(source.bytes("Src\\App.pa.yaml", "App:\n".getBytes(StandardCharsets.UTF_8))
                        .open()
                        .normalForm())
                .isEqualTo(one);
        assertThat(source.bytes("Src\\App.pa.yaml", "App: 1\n".getBytes(StandardCharsets.UTF_8))
                        .open()
                        .normalForm())
                .isNotEqualTo(one);
    }

    @Test
    void a_name_given_twice_counts_once_and_is_told_if_its_values_differ() {
        assertThat(with("References\\DataSources.json", "{'DataSources':[{'Name':'A','Type':'T','Name':'A'}]}"))
                .isEqualTo(with("References\\DataSources.json", "{'DataSources':[{'Name':'A','Type':'T'}]}"));

        CanvasFacts facts = Msapp.small()
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'Name':'A','Name':'B'},{'Name':'C','Name':'C'}]}")
                .open()
                .facts();
        assertThat(facts.repeatedNames()).containsEntry("References/DataSources.json", 2);
        assertThat(facts.contradictions()).containsExactly("References/DataSources.json: DataSources/Name");
        assertThat(with("References\\DataSources.json", "{'DataSources':[{'Name':'A','Name':'B'}]}"))
                .isNotEqualTo(with("References\\DataSources.json", "{'DataSources':[{'Name':'B'}]}"))
                .isNotEqualTo(with("References\\DataSources.json", "{'DataSources':[{'Name':'A'}]}"));
    }

    private static String with(String entry, String json) {
        return Msapp.small().json(entry, json).open().normalForm();
    }

    /** As the service does it: other order, other escapes, indented, new date, new addresses, no checksum. */
    private byte[] writtenAnew(byte[] original) throws IOException {
        Msapp copy = new Msapp();
        Msapp source = Msapp.of(new ByteArrayInputStream(original));
        List<String> names = new ArrayList<>(source.names());
        Collections.reverse(names);
        for (String name : names) {
            byte[] content = source.content(name);
            if (name.endsWith("checksum.json")) {
                continue;
            }
            copy.bytes(name.replace('\\', '/'), name.endsWith(".json") ? written(name, content) : content);
        }
        return copy.toBytes();
    }

    private byte[] written(String name, byte[] content) throws IOException {
        JsonNode root = reversed(service.readTree(content));
        if (name.equals("Header.json")) {
            ((ObjectNode) root).put("LastSavedDateTimeUTC", "11/11/2033 11:11:11");
        }
        if (name.equals(PROPERTIES)) {
            ObjectNode properties = (ObjectNode) root;
            properties.put("ErrorCount", 77).put("AnalysisLoadTime", 1.25);
            writeAnew(properties, "LocalConnectionReferences");
            writeAnew(properties, "LocalDatabaseReferences");
        }
        root.findParents("RootPath").forEach(resource -> ((ObjectNode) resource).put("RootPath", "https://elsewhere"));
        return service.writeValueAsBytes(root);
    }

    private void writeAnew(ObjectNode properties, String member) throws JsonProcessingException {
        String text = properties.path(member).asText();
        if (!text.isEmpty()) {
            JsonNode inside = reversed(service.readTree(text));
            inside.findParents("iconUri").forEach(ref -> ((ObjectNode) ref).put("iconUri", "https://other"));
            properties.put(member, service.writeValueAsString(inside));
        }
    }

    private JsonNode reversed(JsonNode node) {
        if (node.isObject()) {
            ObjectNode reversed = service.createObjectNode();
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            names.forEach(name -> reversed.set(name, reversed(node.get(name))));
            return reversed;
        }
        if (node.isArray()) {
            var elements = service.createArrayNode();
            node.forEach(element -> elements.add(reversed(element)));
            return elements;
        }
        return node;
    }

    private byte[] withChangedFormula(byte[] copy) throws IOException {
        Msapp changed = Msapp.of(new ByteArrayInputStream(copy));
        for (String name : changed.names()) {
            if (name.startsWith("Controls/") || name.equals("Entities.json")) {
                JsonNode root = service.readTree(changed.content(name));
                ObjectNode rule = (ObjectNode) root.findParent("InvariantScript");
                if (rule != null) {
                    rule.put("InvariantScript", rule.path("InvariantScript").asText() + " ");
                    return changed.bytes(name, service.writeValueAsBytes(root)).toBytes();
                }
            }
        }
        throw new AssertionError("no formula");
    }
}
