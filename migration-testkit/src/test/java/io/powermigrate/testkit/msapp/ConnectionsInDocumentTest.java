package io.powermigrate.testkit.msapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of wire/msapp.md, sections 2.2.1, 2.2.2 and 2.3. */
class ConnectionsInDocumentTest {

    @ParameterizedTest
    @EnumSource
    void a_reference_has_its_key_as_id_and_names_data_sources_that_exist(Generation generation) {
        for (Msapp document : Documents.all(generation)) {
            Map<String, JsonNode> sources = sources(document);
            references(document).properties().forEach(reference -> {
                JsonNode value = reference.getValue();
                assertThat(value.path("id").asText()).isEqualTo(reference.getKey());
                assertThat(value.path("connectionInstanceId").asText())
                        .startsWith(value.path("connectionRef").path("id").asText() + "/connections/");
                value.path("dataSources").forEach(name -> assertThat(sources.getOrDefault(name.asText(), value)
                                .path("ApiId")
                                .asText())
                        .isEqualTo(value.path("connectionRef").path("id").asText()));
                value.path("datasets").properties().forEach(set -> set.getValue()
                        .path("dataSources")
                        .properties()
                        .forEach(table -> {
                            JsonNode source = sources.getOrDefault(table.getKey(), value);
                            String variable = set.getValue()
                                    .path("datasetOverride")
                                    .path("environmentVariableName")
                                    .asText();
                            assertThat(source.path("DatasetName").asText() + (variable.isEmpty() ? "" : "_" + variable))
                                    .isEqualTo(set.getKey());
                            assertThat(source.path("TableName").asText())
                                    .isEqualTo(
                                            table.getValue().path("tableName").asText());
                        }));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void dependencies_and_dependents_mirror_each_other(Generation generation) {
        JsonNode all = references(Msapp.of(Documents.everything(generation).toBytes()));
        int pairs = 0;
        for (Map.Entry<String, JsonNode> reference : all.properties()) {
            for (JsonNode other : reference.getValue().path("dependencies")) {
                assertThat(texts(all.path(other.asText()).path("dependents"))).contains(reference.getKey());
                pairs++;
            }
            for (JsonNode other : reference.getValue().path("dependents")) {
                assertThat(texts(all.path(other.asText()).path("dependencies"))).contains(reference.getKey());
            }
        }
        assertThat(pairs).isEqualTo(2);
    }

    @Test
    void the_two_kinds_of_hints_point_in_opposite_directions() {
        JsonNode all = references(Msapp.of(SampleDocuments.flow(Documents.WORKFLOW, "33cc")));
        JsonNode flow =
                find(all, node -> node.path("dataSources").path(0).asText().equals("ApproveLeave"));
        String office =
                find(all, node -> node.path("dataSources").isEmpty()).path("id").asText();
        JsonNode hints = flow.path("connectionRef").path("parameterHints");
        JsonNode hintsV2 = flow.path("connectionRef").path("parameterHintsV2");
        assertThat(hints.path(office).path("value").asText()).isEqualTo(Documents.OFFICE);
        assertThat(hintsV2.path(Documents.OFFICE).path("value").asText()).isEqualTo(office);
        assertThat(hints.path("workflowName").path("value").asText()).isEqualTo(Documents.WORKFLOW);
        assertThat(hintsV2.path("workflowName").path("value").asText()).isEqualTo(Documents.WORKFLOW);
        assertThat(flow.path("connectionInstanceId").asText())
                .matches(".*/shared_logicflows/connections/" + Documents.WORKFLOW.replace("-", "") + "-[0-9a-f]{16}");
    }

    @Test
    void no_secret_is_invented_for_a_flow() {
        String text = Msapp.of(SampleDocuments.flow(Documents.WORKFLOW, "33cc")).text("Properties.json");
        assertThat(text).doesNotContain("workFlowCallbackUri", "sig=");
    }

    @Test
    void a_custom_connector_is_marked_and_keeps_its_name_with_the_hash() {
        Msapp document = Msapp.of(SampleDocuments.customConnector(Documents.CUSTOM, "44dd"));
        JsonNode reference = references(document).elements().next();
        assertThat(reference.path("connectionRef").path("isCustomApiConnection").asBoolean())
                .isTrue();
        assertThat(reference.path("connectionRef").path("displayName").asText()).isEqualTo("Orders API");
        assertThat(reference.path("connectionInstanceId").asText())
                .isEqualTo("/providers/microsoft.powerapps/apis/" + Documents.CUSTOM + "/connections/44dd");
        assertThat(ConnectorNames.displayName(Documents.CUSTOM)).isEqualTo("Orders api");
    }

    @ParameterizedTest
    @EnumSource
    void a_wadl_is_xml_and_names_its_data_source(Generation generation) throws Exception {
        int seen = 0;
        for (Msapp document : Documents.all(generation)) {
            for (JsonNode source : sources(document).values()) {
                String xml = source.path("WadlMetadata").path("WadlXml").asText();
                if (!xml.isEmpty()) {
                    var root = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement();
                    assertThat(root.getAttribute("siena:serviceId"))
                            .isEqualTo(source.path("Name").asText());
                    seen++;
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void tables_stand_in_the_data_sources_and_in_the_database_references() {
        Msapp document = Msapp.of(SampleDocuments.tables("https://contoso.crm4.dynamics.com/"));
        JsonNode database = Msapp.parse(document.json("Properties.json")
                        .path("LocalDatabaseReferences")
                        .asText())
                .path("default.cds");
        assertThat(database.path("instanceUrl").asText()).isEqualTo("https://contoso.crm4.dynamics.com/");
        assertThat(database.path("dataSources")
                        .path("Visits")
                        .path("logicalName")
                        .asText())
                .isEqualTo("contoso_visit");
        assertThat(sources(document))
                .containsKeys("Accounts", "account_statecode", "default.cds_account_views", "Visits");
        assertThat(references(document).isEmpty()).isTrue();
    }

    @Test
    void a_custom_page_says_so() {
        JsonNode properties = Msapp.of(SampleDocuments.customPage("https://contoso.crm.dynamics.com/"))
                .json("Properties.json");
        assertThat(properties.path("DocumentType").asText()).isEqualTo("Page");
        byte[] library =
                AppDocument.named("Parts").kind(DocumentKind.COMPONENT_LIBRARY).toBytes();
        assertThat(Msapp.of(library)
                        .json("Properties.json")
                        .path("DocumentType")
                        .asText())
                .isEqualTo("ComponentLibrary");
    }

    private static JsonNode references(Msapp document) {
        return Msapp.parse(document.json("Properties.json")
                .path("LocalConnectionReferences")
                .asText());
    }

    private static Map<String, JsonNode> sources(Msapp document) {
        Map<String, JsonNode> sources = new LinkedHashMap<>();
        document.json("References\\DataSources.json")
                .path("DataSources")
                .forEach(source -> sources.put(source.path("Name").asText(), source));
        return sources;
    }

    private static JsonNode find(JsonNode all, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static java.util.List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
