package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.Generation;
import io.powermigrate.canvas.facts.Header;
import io.powermigrate.canvas.facts.StudioError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small documents that need no fixture. */
class CanvasDocumentTest {

    private static final String FLOW = "0126fc79-8a37-44e0-8f6e-d5ab629ebb1b";
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_document_tells_its_versions_type_and_name() {
        CanvasDocument document = Msapp.small()
                .json("Resources\\PublishInfo.json", "{'AppName':'Small app'}")
                .open();

        assertThat(document.header()).isEqualTo(new Header("1.326", "1.326", "2.0", "01/02/2024 03:04:05"));
        assertThat(document.facts().documentType()).isEqualTo("App");
        assertThat(document.facts().appName()).isEqualTo("Small app");
        assertThat(document.properties().id()).isEqualTo("d-1");
        assertThat(document.facts().generation()).isEqualTo(Generation.CONTROLS);
        assertThat(document.screens()).containsExactly("Screen1");
        assertThat(document.controls().formulas()).isEqualTo(1);
    }

    @Test
    void a_connection_reference_tells_what_to_bind_and_keeps_no_secret() throws Exception {
        String references = json.writeValueAsString(Map.of("k-1", flowReference()));
        CanvasDocument document = Msapp.small()
                .bytes("Properties.json", json.writeValueAsBytes(Map.of("LocalConnectionReferences", references)))
                .open();

        ConnectionReference reference = document.connectionReferences().get(0);
        assertThat(reference.key()).isEqualTo("k-1");
        assertThat(reference.connector()).isEqualTo("shared_logicflows");
        assertThat(reference.connection()).isEqualTo("abc-1");
        assertThat(reference.dataSources()).containsExactly("Flow");
        assertThat(reference.workflowName()).isEqualTo(FLOW);
        assertThat(reference.onPremise()).isFalse();
        assertThat(reference.customConnector()).isTrue();
        assertThat(reference.hasWorkflowCallbackUri()).isTrue();
        assertThat(document.facts().toString()).doesNotContain("SECRET");
        assertThat(json.writeValueAsString(document.facts())).doesNotContain("SECRET");
    }

    private static Map<String, Object> flowReference() {
        String api = "/providers/microsoft.powerapps/apis/shared_logicflows";
        Map<String, Object> parameters =
                Map.of("workflowName", FLOW, "workFlowCallbackUri", "https://prod-12.logic.azure.com/x?sig=SECRET");
        Map<String, Object> connector = Map.of(
                "id",
                api,
                "displayName",
                "Logic flows",
                "isOnPremiseConnection",
                false,
                "isCustomApiConnection",
                true,
                "iconUri",
                "https://icons?sig=SECRET");
        return Map.of(
                "connectionInstanceId",
                api + "/connections/abc-1",
                "dataSources",
                List.of("Flow"),
                "connectionParameters",
                parameters,
                "connectionRef",
                connector);
    }

    @Test
    void a_flow_is_found_in_a_data_source_without_reference() {
        CanvasDocument document = Msapp.small()
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':["
                                + "{'AddinConnectorId':'f-old','Name':'Old','Type':'ServiceInfo','ServiceKind':'AddinWadl'},"
                                + "{'Name':'New','FlowNameId':'f-new','WorkflowEntityId':null,'Type':'ServiceInfo',"
                                + "'ApiId':'/providers/microsoft.powerapps/apis/shared_logicflows'}]}")
                .open();

        assertThat(document.facts().flows()).containsExactly("f-new", "f-old");
        assertThat(document.facts().connectors()).containsExactly("shared_logicflows");
        assertThat(document.connectionReferences()).isEmpty();
    }

    @Test
    void signatures_in_formulas_are_hidden_at_their_length() {
        String formula = "Launch(https://x/y?sig=AbC%2F9) Bad";
        CanvasDocument document = Msapp.small()
                .json(
                        "AppCheckerResult.sarif",
                        "{'runs':[{'results':[{'ruleId':'app-ErrInvalidName','message':{'id':'issue'},"
                                + "'locations':[{'physicalLocation':{'address':{'fullyQualifiedName':'Screen1.OnVisible'},"
                                + "'region':{'charOffset':0,'charLength':400,'snippet':{'text':'" + formula + "'}}}}]},"
                                + "{'ruleId':'acc-hint'}]}]}")
                .open();

        assertThat(document.studioErrors())
                .containsExactly(new StudioError(
                        "app-ErrInvalidName",
                        "Screen1.OnVisible",
                        0,
                        400,
                        "Launch(https://x/y?sig=*******) Bad",
                        null));
    }

    @Test
    void unknown_fields_and_other_shapes_are_passed_over() {
        CanvasDocument document = Msapp.small()
                .json(
                        "References\\DataSources.json",
                        "{'New':{'deep':[1,{'DataSources':[{}]}]},'DataSources':[7,null,{'Name':{'x':1},'Type':'T','Later':[]}]}")
                .json(
                        "Properties.json",
                        "{'Name':['no text'],'LocalConnectionReferences':{},'LocalDatabaseReferences':'','HostType':{'a':'b'}}")
                .open();

        assertThat(document.dataSources())
                .hasSize(3)
                .last()
                .extracting(DataSource::type)
                .isEqualTo("T");
        assertThat(document.properties().name()).isNull();
        assertThat(document.connectionReferences()).isEmpty();
    }

    @Test
    void the_first_generation_is_read_from_its_entities() {
        CanvasDocument document = Msapp.small()
                .without("Controls\\1.json")
                .json(
                        "Entities.json",
                        "{'Entities':["
                                + "{'Name':'[dbo].[T]','DatasetName':'default','TableName':'[dbo].[T]','Type':'ConnectedDataSourceInfo'},"
                                + "{'RootPath':'https://d.blob.core.windows.net/x?sig=SECRET','Type':'ResourceInfo','Name':'Picture'},"
                                + "{'Name':'Home','Template':{'Name':'screen'},'Children':[{'Name':'Label','Rules':[{},{'TaggedRuleArray':[{},{}]}]}],"
                                + "'Type':'ControlInfo'}]}")
                .open();

        assertThat(document.facts().generation()).isEqualTo(Generation.ENTITIES);
        assertThat(document.dataSources()).extracting(DataSource::table).containsExactly("[dbo].[T]");
        assertThat(document.bound().resourceRootPathBlobs()).isEqualTo(1);
        assertThat(document.screens()).containsExactly("Home");
        assertThat(document.controls().count()).isEqualTo(2);
        assertThat(document.controls().maxDepth()).isEqualTo(2);
        assertThat(document.controls().taggedRules()).isEqualTo(2);
        assertThat(document.facts().toString()).doesNotContain("SECRET");
    }

    @Test
    void facts_are_written_as_json_and_read_back() throws Exception {
        CanvasFacts facts = Msapp.small()
                .json("checksum.json", "{'ServerStampedChecksum':'C8_x'}")
                .open()
                .facts();

        assertThat(json.readValue(json.writeValueAsString(facts), CanvasFacts.class))
                .isEqualTo(facts);
    }

    @Test
    void limits_are_checked_when_they_are_made() {
        assertThatThrownBy(() -> Limits.defaults().withRatio(0)).hasMessage("The limit 'ratio' is 0; give at least 1.");
        assertThat(Limits.defaults().withStringNesting(2).withJsonDepth(9).jsonDepth())
                .isEqualTo(9);
    }
}
