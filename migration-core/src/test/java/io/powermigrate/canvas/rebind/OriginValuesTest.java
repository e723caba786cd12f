package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.sources;
import static io.powermigrate.canvas.rebind.Rebindings.withReferences;
import static io.powermigrate.canvas.rebind.Rebindings.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.Msapp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What still names the source is told, of whatever kind it is and wherever it stands. */
class OriginValuesTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/Dev";
    private static final String LIST = "69a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String CUSTOM = "shared_omdb-5f15604e617fbb29a6-5f46e134578db90099";
    private static final String OTHER_CUSTOM = "shared_omdb-5f15604e617fbb29a6-5f0123456789abcdef";
    private static final Rebinding NOTHING = Rebinding.builder().build();

    private static RebindResult nothingBound(Msapp document) {
        return document.open().rebind(NOTHING);
    }

    @Test
    void rows_7_23_30_32_and_33_of_the_page_are_told() {
        Msapp document = withReferences(
                        "{'r1':{'connectionRef':{'displayName':'SQL Server','iconUri':'x'},'by':'ada@contoso.com'}}")
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'DataEntityMetadataJson':{'t':'/environments/" + LIST
                                + "/x https://contoso-my.sharepoint.com/personal/ada'}}]}")
                .json("Controls\\1.json", Msapp.control("Screen1", "'see https://contoso.sharepoint.com/sites/Dev'"))
                .json(
                        "Controls\\2.json",
                        "{'TopParent':{'Name':'a','Template':{'DynamicControlDefinitionJson':'https://docs.x/appdynamicresources/y'}}}");

        assertThat(nothingBound(document).unbound())
                .contains(
                        new UnboundValue(OriginReference.CONNECTOR_LOOKS, "(1)"),
                        new UnboundValue(OriginReference.CONTROL_RESOURCE, "(1)"),
                        new UnboundValue(OriginReference.LITERAL, "https://contoso.sharepoint.com/sites/dev"),
                        new UnboundValue(OriginReference.ENVIRONMENT_ID, LIST),
                        new UnboundValue(OriginReference.PERSON, "(1)"),
                        new UnboundValue(OriginReference.LIST_METADATA, "https://contoso-my.sharepoint.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.database.windows.net,orders|[dbo].[Orders]",
                "me|b!Zk3vW0aBLkqc7VtdK1vT2w.01ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "CURTAINWORLD-WP_INTERNAL,75a7c421|customers,v2.0"
            })
    void datasets_and_tables_that_are_no_site_are_told_whatever_their_length(String dataset, String table) {
        Msapp document = withReferences(
                "{'r1':{'datasets':{'" + dataset + "':{'dataSources':{'Orders':{'tableName':'" + table + "'}}}}}}");

        assertThat(nothingBound(document).unbound())
                .contains(
                        new UnboundValue(OriginReference.DATASET, dataset),
                        new UnboundValue(OriginReference.DATASET, table));
    }

    @Test
    void a_short_id_of_a_table_is_bound_in_its_metadata_too() {
        String source = "{'Name':'C','DatasetName':'CRONUS','TableName':'customers,v2.0','DataEntityMetadataJson':"
                + "{'customers,v2.0':'/datasets/CRONUS/tables/customers%252Cv2.0/items'}}";
        Rebinding rebinding = Rebinding.builder()
                .table("CRONUS", "customers,v2.0", "clients,v3.0")
                .build();

        assertThat(sources(withSource(source).open().rebind(rebinding)))
                .isEqualTo(source.replace("customers,v2.0", "clients,v3.0")
                        .replace("customers%252Cv2.0", "clients%252Cv3.0"));
    }

    @Test
    void the_provider_of_a_connection_in_wadl_is_bound_with_its_connector() {
        String source = "{'Name':'Omdb','Type':'ServiceInfo','WadlMetadata':{'WadlXml':"
                + "'<a siena:connectionProviderId=\\u0022" + CUSTOM + "\\u0022 />'}}";

        assertThat(sources(withSource(source)
                        .open()
                        .rebind(Rebinding.builder()
                                .connector(CUSTOM, OTHER_CUSTOM)
                                .build())))
                .isEqualTo(source.replace(CUSTOM, OTHER_CUSTOM));
    }

    @Test
    void a_bound_value_that_stands_where_nothing_is_changed_is_told_with_the_entry() {
        RebindResult rebound = withReferences("{'r1':{'datasets':{'" + SITE + "':{}}}}")
                .json(
                        "AppCheckerResult.sarif",
                        "{'runs':[{'results':[{'x':'HTTPS:\\/\\/contoso.sharepoint.com\\/sites\\/DEV'}]}]}")
                .open()
                .rebind(Rebinding.builder()
                        .dataset(SITE, "https://fabrikam.sharepoint.com/sites/hr")
                        .build());

        assertThat(rebound.unbound())
                .filteredOn(left -> left.tie() == OriginReference.SITE)
                .extracting(UnboundValue::what)
                .containsExactly(
                        "https://contoso.sharepoint.com/sites/dev, still in AppCheckerResult.sarif, places: 1");
    }

    @Test
    void a_site_that_moves_below_itself_is_not_told_as_left_over() {
        RebindResult rebound = withReferences("{'r1':{'datasets':{'" + SITE + "':{}}}}")
                .open()
                .rebind(Rebinding.builder().dataset(SITE, SITE + "/sub").build());

        assertThat(rebound.unbound())
                .filteredOn(left -> left.tie() == OriginReference.SITE)
                .isEmpty();
    }

    @Test
    void a_site_in_two_spellings_is_told_once() {
        Msapp document = withReferences("{'r1':{'datasets':{'" + SITE + "':{},'" + SITE + "/':{}}}}");

        assertThat(nothingBound(document).unbound())
                .filteredOn(left -> left.tie() == OriginReference.SITE)
                .hasSize(1);
    }

    @Test
    void a_list_stays_behind_when_only_its_site_is_bound() {
        Rebinding site = Rebinding.builder()
                .text(SITE, "https://fabrikam.sharepoint.com")
                .build();
        Rebinding both = Rebinding.builder()
                .text(SITE, "https://fabrikam.sharepoint.com")
                .text("{" + LIST.toUpperCase(java.util.Locale.ROOT) + "}", "{" + LIST.replace('6', '7') + "}")
                .build();
        Rebinding same = Rebinding.builder()
                .text(SITE, "https://fabrikam.sharepoint.com")
                .text(LIST, LIST)
                .build();

        assertThat(site.leavesBehind(SITE + "/", LIST)).isTrue();
        assertThat(both.leavesBehind(SITE, LIST)).isFalse();
        assertThat(same.leavesBehind(SITE, LIST))
                .as("the caller says that it has this id there")
                .isFalse();
        assertThat(site.leavesBehind("https://contoso.sharepoint.com/sites/Dev2", LIST))
                .isFalse();
        assertThat(site.leavesBehind(SITE, "Orders")).as("a name is no id").isFalse();
    }
}
