package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.archive;
import static io.powermigrate.canvas.rebind.Rebindings.bytes;
import static io.powermigrate.canvas.rebind.Rebindings.references;
import static io.powermigrate.canvas.rebind.Rebindings.withReferences;
import static io.powermigrate.canvas.rebind.Rebindings.withSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.DatabaseReference;
import io.powermigrate.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members of JSON objects that a rebinding gives one name: nothing of what they hold is lost. */
class EqualMembersTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/Dev";
    private static final String OTHER_SITE = "https://fabrikam.sharepoint.com/sites/hr";
    private static final String ID = "69a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String SECOND = "79a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String TARGET = "0b0b0b0b-1111-2222-3333-444444444444";

    @Test
    void a_site_that_is_named_in_two_spellings_keeps_all_of_its_lists() {
        CanvasDocument document = withReferences("{'r1':{'datasets':{'" + SITE
                        + "/':{'dataSources':{'A':{'tableName':'1'},'B':{'tableName':'2'}}},'x':{},'" + SITE
                        + "':{'dataSources':{'C':{'tableName':'3'}},'datasetOverride':"
                        + "{'environmentVariableName':'v'}}}}}")
                .open();

        RebindResult rebound =
                document.rebind(Rebinding.builder().dataset(SITE, OTHER_SITE).build());

        assertThat(references(rebound))
                .isEqualTo("{'r1':{'datasets':{'" + OTHER_SITE
                        + "':{'dataSources':{'A':{'tableName':'1'},'B':{'tableName':'2'},'C':{'tableName':'3'}},"
                        + "'datasetOverride':{'environmentVariableName':'v'}},'x':{}}}}");
        assertThat(readBack(rebound).connectionReferences().get(0).datasets().get(OTHER_SITE))
                .isEqualTo(Map.of("A", "1", "B", "2", "C", "3"));
    }

    @Test
    void another_environment_that_becomes_the_apps_own_keeps_the_tables_of_both() {
        Msapp document = Msapp.small()
                .json(
                        "Properties.json",
                        "{'LocalDatabaseReferences':'{'default.cds':{'state':'x','dataSources':{'A':{}}},'"
                                        .replace("'{'", "'{\\u0022")
                                        .replace(
                                                "default.cds':{'state':'x','dataSources':{'A':{}}},'",
                                                "default.cds\\u0022:{"
                                                        + "\\u0022state\\u0022:\\u0022x\\u0022,\\u0022dataSources\\u0022:{\\u0022A\\u0022:{}}},\\u0022")
                                + ID
                                + "\\u0022:{\\u0022dataSources\\u0022:{\\u0022B\\u0022:{}},\\u0022n\\u0022:1.50}}'}");

        RebindResult rebound = document.open()
                .rebind(Rebinding.builder().dataset(ID, "default.cds").build());

        assertThat(readBack(rebound).databaseReferences())
                .extracting(
                        DatabaseReference::name,
                        reference -> List.copyOf(reference.dataSources().keySet()))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("default.cds", List.of("A", "B")));
        assertThat(Rebindings.text(rebound, "Properties.json")).contains("1.50");
    }

    @Test
    void pages_that_become_one_page_are_named_once() {
        RebindResult rebound = Msapp.small()
                .json("CustomPagesMetadata.json", "{'a_page':{},'b_page':{}, 'c_page':{}}")
                .open()
                .rebind(Rebinding.builder()
                        .page("a_page", "z_page")
                        .page("b_page", "z_page")
                        .build());

        assertThat(new String(archive(rebound).content("CustomPagesMetadata.json"), StandardCharsets.UTF_8))
                .isEqualTo("{\"z_page\":{},\"c_page\":{}}");
    }

    @Test
    void what_would_contradict_itself_is_refused_before_anything_is_written() {
        CanvasDocument references = withReferences("{'r1':{'datasets':{'" + SITE
                        + "':{'datasetOverride':{'environmentVariableName':'v'}},'" + OTHER_SITE
                        + "':{'datasetOverride':{'environmentVariableName':'w'}}}}}")
                .open();
        CanvasDocument lists = withSource("{'DatasetName':'" + SITE + "','DataEntityMetadataJson':{'" + ID + "':'{}','"
                        + SECOND + "':'{}'}}")
                .open();
        CanvasDocument views = withSource("{'ViewInfoNameMapping':{'" + ID + "':'All','" + SECOND + "':'Mine'}}")
                .open();

        assertThatThrownBy(() -> references.rebind(
                        Rebinding.builder().dataset(SITE, OTHER_SITE).build()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("was not rebound because two members of its entry 'Properties.json")
                .hasMessageContaining("'" + OTHER_SITE + "'")
                .hasMessageContaining("Bind the two values of the source to two values of the destination");
        assertThatThrownBy(() -> lists.rebind(Rebinding.builder()
                        .table(SITE, ID, TARGET)
                        .table(SITE, SECOND, TARGET)
                        .build()))
                .hasMessageContaining("would both be called '" + TARGET);
        assertThatThrownBy(() -> views.rebind(Rebinding.builder()
                        .view(ID, TARGET)
                        .view(SECOND, TARGET)
                        .build()))
                .hasMessageContaining("would both be called '" + TARGET);
    }

    @Test
    void a_document_that_names_one_dataset_twice_already_loses_no_table_when_it_is_read() {
        CanvasFacts facts = withReferences("{'r1':{'datasets':{'" + SITE + "':{'dataSources':{'A':{'tableName':'1'}}},'"
                        + SITE + "':{'dataSources':{'B':{'tableName':'2'}}}}}}")
                .open()
                .facts();

        assertThat(facts.connectionReferences().get(0).datasets()).isEqualTo(Map.of(SITE, Map.of("A", "1", "B", "2")));
    }

    private static CanvasFacts readBack(RebindResult rebound) {
        return Msapp.open(bytes(rebound)).facts();
    }
}
