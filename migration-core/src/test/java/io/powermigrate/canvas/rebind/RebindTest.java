package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.references;
import static io.powermigrate.canvas.rebind.Rebindings.sources;
import static io.powermigrate.canvas.rebind.Rebindings.text;
import static io.powermigrate.canvas.rebind.Rebindings.withReferences;
import static io.powermigrate.canvas.rebind.Rebindings.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.facts.DatabaseReference;
import org.junit.jupiter.api.Test;

/** Each tie of a small document, bound to another environment. */
class RebindTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/Dev";
    private static final String LIST = "69a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String OTHER_LIST = "0b0b0b0b-1111-2222-3333-444444444444";
    private static final String OTHER_SITE = "https://fabrikam.sharepoint.com/sites/hr";
    private static final String CUSTOM = "shared_omdb-5f15604e617fbb29a6-5f46e134578db90099";
    private static final String OTHER_CUSTOM = "shared_omdb-5f15604e617fbb29a6-5f0123456789abcdef";
    private static final String CONNECTION = "c75d9dee7cd240a2998022bf0f14d725";
    private static final String OTHER_CONNECTION = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String FLOW = "063342bb-2bf0-4f67-a809-b7162ee0ed30";
    private static final String OTHER_FLOW = "11111111-2222-3333-4444-555555555555";
    private static final String APIS = "/providers/microsoft.powerapps/apis/";

    @Test
    void connections_are_bound_wherever_they_stand() {
        RebindResult rebound = withReferences(
                        "{'r1':{'connectionInstanceId':'" + APIS + "shared_x/connections/" + CONNECTION
                                + "','connectionRef':{'id':'" + APIS + "shared_x','sharedConnectionId':'" + APIS
                                + "shared_x/connections/" + CONNECTION + "'}}}")
                .open()
                .rebind(Rebinding.builder()
                        .connection("shared_x", CONNECTION, OTHER_CONNECTION)
                        .build());

        assertThat(references(rebound)).doesNotContain(CONNECTION);
        assertThat(rebound.changes())
                .extracting(DocumentChange::tie)
                .containsExactly(OriginReference.CONNECTION, OriginReference.SHARED_CONNECTION);
        assertThat(rebound.unbound()).isEmpty();
    }

    @Test
    void a_custom_connector_is_renamed_in_paths_dependencies_and_hints() {
        String references = "{'r1':{'connectionInstanceId':'" + APIS + CUSTOM + "/connections/" + CONNECTION
                + "','dependencies':{'" + CUSTOM + "_1':'r2'},'connectionRef':{'id':'" + APIS + CUSTOM
                + "','parameterHints':{'r2':{'value':'" + CUSTOM + "'}},'parameterHintsV2':{'" + CUSTOM
                + "':{'value':'r2'}}}}}";

        RebindResult rebound = withReferences(references)
                .open()
                .rebind(Rebinding.builder()
                        .connector(CUSTOM, OTHER_CUSTOM)
                        .connection(CUSTOM, CONNECTION, OTHER_CONNECTION)
                        .build());

        assertThat(references(rebound))
                .isEqualTo(references.replace(CUSTOM, OTHER_CUSTOM).replace(CONNECTION, OTHER_CONNECTION));
    }

    @Test
    void a_custom_connector_is_renamed_in_its_wadl_and_swagger_with_its_address() {
        String path = "/apim/" + CUSTOM.substring(7);
        String otherPath = "/apim/" + OTHER_CUSTOM.substring(7);
        String source = "{'Name':'Omdb','Type':'ServiceInfo','ApiId':'" + APIS + CUSTOM
                + "','WadlMetadata':{'WadlXml':'<a xmlns:service=\\u0022https://uk-001.azure-apim.net" + path
                + "\\u0022/>','SwaggerJson':'{\\u0022host\\u0022:\\u0022uk-001.azure-apim.net\\u0022,"
                + "\\u0022basePath\\u0022:\\u0022" + path + "\\u0022}'}}";

        RebindResult rebound = withSource(source)
                .open()
                .rebind(Rebinding.builder()
                        .connector(CUSTOM, OTHER_CUSTOM, "https://us-002.azure-apim.net" + otherPath + "/")
                        .build());

        assertThat(sources(rebound))
                .isEqualTo(source.replace(CUSTOM, OTHER_CUSTOM)
                        .replace(path, otherPath)
                        .replace("uk-001", "us-002"));
    }

    @Test
    void a_list_is_bound_also_where_an_environment_variable_gives_it() {
        RebindResult rebound = withReferences("{'r1':{'datasets':{'" + SITE
                        + "_cr_Site':{'dataSources':{'Orders':{'tableName':'" + LIST
                        + "','tableNameOverride':{'environmentVariableName':'cr_List'}}},'datasetOverride':"
                        + "{'environmentVariableName':'cr_Site'}}}}}")
                .open()
                .rebind(list().environmentVariable("cr_Site", "fab_Site").build());

        assertThat(references(rebound))
                .isEqualTo("{'r1':{'datasets':{'" + OTHER_SITE
                        + "_fab_Site':{'dataSources':{'Orders':{'tableName':'" + OTHER_LIST
                        + "','tableNameOverride':{'environmentVariableName':'cr_List'}}},"
                        + "'datasetOverride':{'environmentVariableName':'fab_Site'}}}}}");
        assertThat(rebound.unbound()).extracting(UnboundValue::what).containsExactly("cr_List");
    }

    @Test
    void a_list_is_bound_in_its_data_source_before_the_dataset_is_known_and_in_its_metadata() {
        String metadata =
                "{\\u0022webUrl\\u0022:\\u0022SITE/Lists/Orders\\u0022,\\u0022a\\u0022:\\u0022https://uk-001.azure-apim.net/"
                        + "apim/sharepointonline/CONNECTION/datasets/https%253A%252F%252FHOSTsites%252FNAME/tables/DENSE\\u0022,"
                        + "\\u0022other\\u0022:\\u0022" + SITE + "Test/x\\u0022}";
        String source = "{'TableName':'LIST','Name':'Orders','DatasetName':'SITE','DataEntityMetadataJson':{'LIST':'"
                + metadata + "'}}";

        RebindResult rebound = withSource(source.replace("SITE", SITE)
                        .replace("LIST", LIST)
                        .replace("DENSE", LIST.replace("-", ""))
                        .replace("HOST", "contoso.sharepoint.com%252F")
                        .replace("NAME", "Dev")
                        .replace("CONNECTION", CONNECTION))
                .open()
                .rebind(list().connection("shared_sharepointonline", CONNECTION, OTHER_CONNECTION)
                        .build());

        assertThat(sources(rebound))
                .isEqualTo(source.replace("SITE", OTHER_SITE)
                        .replace("LIST", OTHER_LIST)
                        .replace("DENSE", OTHER_LIST.replace("-", ""))
                        .replace("HOST", "fabrikam.sharepoint.com%252F")
                        .replace("NAME", "hr")
                        .replace("CONNECTION", OTHER_CONNECTION));
    }

    private static Rebinding.Builder list() {
        return Rebinding.builder().dataset(SITE, OTHER_SITE).table(SITE, LIST, OTHER_LIST);
    }

    @Test
    void a_dataverse_environment_is_bound_with_its_tables_views_and_forms() {
        String source = "{'Name':'DATASET_cr_order_views','Type':'ViewInfo'},"
                + "{'Name':'cr_order_state','Type':'OptionSetInfo','RelatedColumnInvariantName':'state','DatasetName':'DATASET'},"
                + "{'Name':'Orders','LogicalName':'cr_order','EntitySetName':'cr_orders','DatasetName':'DATASET',"
                + "'TableDefinition':'{\\u0022TableName\\u0022:\\u0022cr_order\\u0022,\\u0022EntityMetadata\\u0022:"
                + "\\u0022{\\\\\\u0022@odata.context\\\\\\u0022:\\\\\\u0022https://ORG.crm.dynamics.com/api\\\\\\u0022}\\u0022}'}";

        RebindResult rebound = withSource(source.replace("DATASET", LIST).replace("ORG", "org1"))
                .json(
                        "References\\QualifiedValues.json",
                        "{'QualifiedValues':[{'Kind':'" + LIST + "_cr_order_forms','Values':{'Main':'" + LIST + "'}}]}")
                .open()
                .rebind(Rebinding.builder()
                        .dataset(LIST, "default.cds")
                        .dataverseInstance("https://org1.crm.dynamics.com/", "https://org2.crm.dynamics.com")
                        .dataverseTable(
                                new DatabaseReference.Table("cr_orders", "cr_order"),
                                new DatabaseReference.Table("fab_orders", "fab_order"))
                        .form(LIST, OTHER_LIST)
                        .build());

        assertThat(sources(rebound))
                .isEqualTo(source.replace("DATASET", "default.cds")
                        .replace("ORG", "org2")
                        .replace("cr_", "fab_"));
        assertThat(text(rebound, "References\\QualifiedValues.json"))
                .isEqualTo("{\"QualifiedValues\":[{\"Kind\":\"default.cds_fab_order_forms\",\"Values\":{\"Main\":\""
                        + OTHER_LIST + "\"}}]}");
    }

    @Test
    void a_flow_is_bound_in_references_data_sources_and_its_connection() {
        RebindResult rebound = withReferences(
                        "{'r1':{'connectionInstanceId':'" + APIS + "shared_logicflows/connections/"
                                + FLOW.replace("-", "") + "-73ae86e899c7dd6b','connectionRef':{'id':'" + APIS
                                + "shared_logicflows','parameterHints':{'workflowName':{'value':'" + FLOW
                                + "'},'workflowEntityId':{'value':'row-1'}}}}}")
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'Name':'Send','FlowNameId':'" + FLOW
                                + "','WorkflowEntityId':'row-1'},{'Name':'Old','AddinConnectorId':'" + FLOW + "'}]}")
                .open()
                .rebind(Rebinding.builder().flow(FLOW, OTHER_FLOW, "row-2").build());

        assertThat(references(rebound))
                .isEqualTo("{'r1':{'connectionInstanceId':'" + APIS + "shared_logicflows/connections/"
                        + OTHER_FLOW.replace("-", "") + "-73ae86e899c7dd6b','connectionRef':{'id':'" + APIS
                        + "shared_logicflows','parameterHints':{'workflowName':{'value':'" + OTHER_FLOW
                        + "'},'workflowEntityId':{'value':'row-2'}}}}}");
        assertThat(text(rebound, "References\\DataSources.json"))
                .isEqualTo("{\"DataSources\":[{\"Name\":\"Send\",\"FlowNameId\":\"" + OTHER_FLOW
                        + "\",\"WorkflowEntityId\":\"row-2\"},{\"Name\":\"Old\",\"AddinConnectorId\":\"" + OTHER_FLOW
                        + "\"}]}");
        assertThat(rebound.unbound()).isEmpty();
    }

    @Test
    void what_is_not_bound_is_told() {
        RebindResult rebound = withReferences("{'r1':{'connectionInstanceId':'" + APIS + "shared_x/connections/"
                        + CONNECTION + "','datasets':{'" + SITE + "':{'dataSources':{'Orders':{'tableName':'" + LIST
                        + "'}}}}}}")
                .open()
                .rebind(Rebinding.builder().build());

        assertThat(rebound.changed()).isFalse();
        assertThat(rebound.unbound())
                .extracting(UnboundValue::toString)
                .satisfiesExactly(
                        connection -> assertThat(connection)
                                .startsWith("connection shared_x/" + CONNECTION + ": connection("),
                        site -> assertThat(site).isEqualTo("SharePoint site " + SITE + ": dataset(…)"),
                        list -> assertThat(list).isEqualTo("SharePoint list " + LIST + ": table(…)"));
    }
}
