package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.facts.MissingDependency;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of an error are taken apart: which component, what is missing, what blocks (wire/dataverse-facts.md, A6 and C). */
class ErrorWordsTest {

    private static final String XML = "<MissingDependencies><MissingDependency canResolveMissingDependency=\"False\">"
            + "<Required type=\"1\" schemaName=\"cat_rev_kusto\" displayName=\"Kusto\" solution=\"Active\" />"
            + "<Dependent type=\"1\" schemaName=\"cat_rev_customers\" displayName=\"Customers\" />"
            + "</MissingDependency></MissingDependencies>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CanvasApp import: FAILURE: no icon | CanvasApp | no icon",
                "OptionSets import: FAILURE: no name | OptionSets | no name",
                "ImportAsHolding failed with exception :Connector import: FAILURE: no host | Connector | no host",
                "Import Solution Failed: CustomControl with name Grid failed to import with error: too big | CustomControl | too big"
            })
    void prefixes_become_the_kind_of_the_component(String message, String kind, String words) {
        DataverseError error = DataverseError.of("", message);

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.words()).isEqualTo(words);
    }

    @Test
    void the_prefix_of_the_manifest_is_no_component() {
        DataverseError error = DataverseError.of(
                "0x80048539", "Solution manifest import: FAILURE: Holding solution Core_Upgrade already exists.");

        assertThat(error.kind()).isNull();
        assertThat(error.words()).isEqualTo("Holding solution Core_Upgrade already exists.");
    }

    @Test
    void a_flow_that_failed_is_named_with_its_id_S70() {
        DataverseError error = DataverseError.of(
                "80040216",
                "Error while importing workflow {478af5fb-0000-4000-8000-000000000001} type ModernFlow name"
                        + " Admin | Add-Ons: Alerts: One or more errors occurred.");

        assertThat(error.kind()).isEqualTo("ModernFlow");
        assertThat(error.component()).isEqualTo("\"Admin | Add-Ons: Alerts\" {478af5fb-0000-4000-8000-000000000001}");
        assertThat(error.words()).isEqualTo("One or more errors occurred.");
    }

    @Test
    void missing_dependencies_are_read_out_of_the_middle_of_a_message_S02() {
        DataverseError error = DataverseError.of(
                "-2147188707", "The import failed. " + XML.replace("\"", "\\\"") + " , ProductUpdatesOnly : False");

        assertThat(error.missing()).hasSize(1);
        MissingDependency missing = error.missing().get(0);
        assertThat(missing.active()).isTrue();
        assertThat(missing.required().called()).isEqualTo("cat_rev_kusto");
        assertThat(missing.dependent().called()).isEqualTo("cat_rev_customers");
        assertThat(error.words()).isEqualTo("The import failed.");
    }

    @Test
    void missing_dependencies_are_read_from_escaped_xml_too() {
        String escaped = XML.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        assertThat(DataverseError.of("", "x " + escaped).missing()).hasSize(1);
    }

    @Test
    void what_the_service_cut_is_read_as_far_as_it_goes_and_said_to_be_cut() {
        String two = XML.replace("</MissingDependencies>", "") + "<MissingDependency><Required type=\"1\" sch";

        DataverseError error = DataverseError.of("0x8004801D", two);

        assertThat(error.missing()).hasSize(1);
        assertThat(error.words()).contains("the list was cut by the service");
    }

    @Test
    void an_entity_in_that_xml_is_not_followed() {
        DataverseError error = DataverseError.of("", "<MissingDependencies>&xxe;</MissingDependencies>");

        assertThat(error.missing()).isEmpty();
    }

    @Test
    void what_blocks_a_promotion_becomes_pairs_whose_names_hold_commas_brackets_and_bars_S10_S11() {
        String text = "Solution Upgrade action failed after import as holding. InnerException is:"
                + " Solution dependencies exist, cannot uninstall. DependencyCount : 2"
                + " DependencyType: Published " + pair("Office 365, (Management)", "[Child] Admin | Sync, Logs")
                + " DependencyType: Published " + pair("Office 365, (Management)", "Sync");

        DataverseError error = DataverseError.of("0x8004F046", text);

        assertThat(error.blockers()).hasSize(2);
        assertThat(error.blockers().get(0).required().name()).isEqualTo("Office 365, (Management)");
        assertThat(error.blockers().get(0).dependent().name()).isEqualTo("[Child] Admin | Sync, Logs");
        assertThat(error.blockers().get(0).dependent().type()).isEqualTo("Workflow");
        assertThat(error.blockers().get(1).dependent().id()).isEqualTo("22222222-0000-4000-8000-000000000000");
        assertThat(error.words()).isEqualTo("Solution dependencies exist, cannot uninstall. 2 dependencies");
    }

    @Test
    void pairs_without_the_newer_field_are_read_too_and_a_cut_list_says_how_many_it_had_S10() {
        String text = "Solution dependencies exist, cannot uninstall. DependencyCount : 14 "
                + IntStream.range(0, 3).mapToObj(i -> pair("ref", "flow " + i)).collect(Collectors.joining(" "))
                + " RequiredComponentObject details: Type: connectionref";

        DataverseError error = DataverseError.of("", text);

        assertThat(error.blockers()).hasSize(3);
        assertThat(error.words()).endsWith("14 dependencies, of which 3 could be read");
    }

    @Test
    void a_privilege_that_is_missing_is_named_in_the_remedy() {
        DataverseError error = DataverseError.of(
                "0x80040220",
                "SecLib::CheckPrivilege failed. User: 1, PrivilegeName: prvCreateEntity, PrivilegeId: 2,"
                        + " Required Depth: Global, BusinessUnitId: 3, MetadataCache Privileges Count: 4");

        assertThat(error.privilege()).isEqualTo("prvCreateEntity");
        assertThat(error.remedy())
                .contains("Give the signed-in user or application a security role that holds prvCreateEntity");
    }

    @Test
    void places_of_vaults_and_secrets_are_not_shown_S55() {
        DataverseError error = DataverseError.of(
                "8004801E",
                "User is not authorized to read secrets from"
                        + " '/subscriptions/1/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/secrets/s' resource,"
                        + " client_secret=abcDEF123456~abcDEF123456");

        assertThat(error.toString() + error.toLine())
                .doesNotContain("Microsoft.KeyVault")
                .doesNotContain("abcDEF123456");
        assertThat(error.words()).contains("not authorized to read secrets from '(a vault)'");
    }

    @Test
    void long_words_that_nobody_finished_are_read_in_time() {
        String bars = "Error while importing workflow ".repeat(2000) + "DependencyCount : " + "Type: ".repeat(20_000)
                + "RequiredComponentObject details: ".repeat(20_000);

        assertThat(DataverseError.of("", bars).blockers()).isEmpty();
    }

    private static String pair(String required, String dependent) {
        return "RequiredComponentObject details: Type: connector, ObjectName: " + required
                + ", Id: 11111111-0000-4000-8000-000000000000, ParentObjectName: , ParentId: 00000000-0000-0000-0000-000000000000,"
                + " DependentComponentObject details: Type: Workflow, ObjectName: " + dependent
                + ", Id: 22222222-0000-4000-8000-000000000000, ParentObjectName: , ParentId: 00000000-0000-0000-0000-000000000000";
    }
}
