package io.powermigrate.cds.solution.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.cds.solution.RealPackages;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentSettingsTest {

    private static final String FILE = """
            {
              "EnvironmentVariables": [
                {
                  "SchemaName": "con_Host",
                  "Value": "h\u00f6st"
                },
                {
                  "SchemaName": "con_Key",
                  "Value": ""
                }
              ],
              "ConnectionReferences": [
                {
                  "LogicalName": "con_sql",
                  "ConnectionId": "b1946ac9",
                  "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql"
                },
                {
                  "LogicalName": "con_teams",
                  "ConnectionId": ""
                }
              ],
              "AgentSecurityGroups": {
                "con_agent": []
              }
            }
            """;

    @Test
    void what_is_written_as_other_tools_write_it_keeps_every_byte() {
        assertThat(DeploymentSettings.read(FILE).toJson()).isEqualTo(FILE);
    }

    @Test
    void an_empty_value_is_an_open_slot_and_a_connector_may_be_absent() {
        DeploymentSettings settings = DeploymentSettings.read(FILE);

        assertThat(settings.variables())
                .containsExactly(new VariableSetting("con_Host", "höst"), new VariableSetting("con_Key", ""));
        assertThat(settings.variables()).filteredOn(VariableSetting::isOpen).hasSize(1);
        assertThat(settings.connections())
                .filteredOn(ConnectionSetting::isOpen)
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.logicalName()).isEqualTo("con_teams");
                    assertThat(open.connectorId()).isNull();
                });
    }

    @Test
    void a_section_that_is_not_known_is_kept_and_told() {
        assertThat(DeploymentSettings.read(FILE).unknown()).containsExactly("AgentSecurityGroups");
    }

    @Test
    void a_byte_order_mark_and_other_case_make_no_difference() {
        byte[] marked = ("\ufeff"
                        + FILE.replace("EnvironmentVariables", "environmentVariables")
                                .replace("SchemaName", "schemaname")
                                .replace("LogicalName", "logicalName"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(DeploymentSettings.read(new ByteArrayInputStream(marked)).toJson())
                .isEqualTo(FILE);
    }

    @Test
    void the_open_slots_of_a_package_are_its_references_and_its_variables_without_default() {
        DeploymentSettings slots =
                DeploymentSettings.openSlots(RealPackages.open("solutions/TerraformTestSolution_Complex_1_1_0_0.zip")
                        .facts());

        assertThat(slots.connections())
                .extracting(ConnectionSetting::logicalName)
                .containsExactly("cra6e_ConnectionReferenceSharePoint");
        assertThat(slots.connections()).allMatch(ConnectionSetting::isOpen);
        assertThat(slots.variables()).allMatch(VariableSetting::isOpen);
        assertThat(DeploymentSettings.read(slots.toJson()).toJson()).isEqualTo(slots.toJson());
    }

    @Test
    void nothing_is_as_good_as_empty_lists() {
        assertThat(DeploymentSettings.read("{}").toJson()).isEqualTo("""
                {
                  "EnvironmentVariables": [],
                  "ConnectionReferences": []
                }
                """);
        assertThat(DeploymentSettings.of(List.of(), List.of()).toJson())
                .isEqualTo(DeploymentSettings.read("{\"EnvironmentVariables\":null}")
                        .toJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | it is no JSON object",
                "{\"EnvironmentVariables\":{}} | its EnvironmentVariables are no list",
                "{\"EnvironmentVariables\":[{\"Value\":\"x\"}]} | has no SchemaName",
                "{\"ConnectionReferences\":[{\"LogicalName\":\" \"}]} | has no LogicalName",
                "{\"ConnectionReferences\":[{\"LogicalName\":\"a\"},{\"LogicalName\":\"A\"}]} | name 'A' twice",
                "{\"ConnectionReferences\":[],\"connectionReferences\":[]} | the section ConnectionReferences twice",
                "{ | JSON could not be read"
            })
    void what_is_wrong_is_told(String json, String because) {
        assertThatThrownBy(() -> DeploymentSettings.read(json))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(because);
    }

    @Test
    void no_value_shows_by_accident() {
        assertThat(DeploymentSettings.read(FILE) + " " + new VariableSetting("a", "secret"))
                .doesNotContain("secret")
                .doesNotContain("höst");
    }
}
