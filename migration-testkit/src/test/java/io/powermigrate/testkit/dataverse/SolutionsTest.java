package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.FakeSolutions;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.MissingSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Solution packages going into and out of a fake Dataverse (wire/dataverse.md, sections 2 and 7). */
class SolutionsTest {
    private static final TableSpec TABLE =
            TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Code", 20));

    private final WebApiClient client = new WebApiClient();
    private final FakeSolutions solutions = client.orders.solutions();

    @BeforeEach
    void operations_end_at_once() {
        solutions.operationsTake(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void an_import_makes_tables_columns_roles_and_says_so_in_its_job() {
        var done = imported(orders("1.0.0.0").role(RoleSpec.named("Clerk").privilege("prvReadnew_Order", "Global")));

        assertThat(done.operation().path("statuscode").asInt()).isEqualTo(30);
        assertThat(done.job().path("data").asText()).contains("succeeded=\"success\"", "Clerk");
        assertThat(done.result().path("Status").asText()).isEqualTo("Passed");
        assertThat(client.get("EntityDefinitions(LogicalName='new_order')/Attributes(LogicalName='new_code')")
                        .json()
                        .path("MaxLength")
                        .asInt())
                .isEqualTo(20);
        assertThat(solutions.named("Orders").version()).contains("1.0.0.0");
        assertThat(solutions.imports()).isOne();
    }

    @Test
    void what_was_imported_is_exported_with_the_columns_and_the_role() {
        imported(orders("1.0.0.0").role(RoleSpec.named("Clerk").privilege("prvReadnew_Order", "Global")));
        client.post("PublishAllXml", "{}");
        JsonNode started = client.post("ExportSolutionAsync", "{`SolutionName`:`Orders`,`Managed`:true}")
                .json();
        client.get("asyncoperations(" + started.path("AsyncOperationId").asText() + ")");
        String file = client.post(
                        "DownloadSolutionExportData",
                        "{`ExportJobId`:`" + started.path("ExportJobId").asText() + "`}")
                .json()
                .path("ExportSolutionFile")
                .asText();
        solutions.named("Orders");
        client.delete("solutions(" + solutionId() + ")");

        assertThat(solutions.named("Orders").exists()).isFalse();
        assertThat(send(Base64.getDecoder().decode(file))
                        .operation()
                        .path("statuscode")
                        .asInt())
                .isEqualTo(30);
        assertThat(solutions.named("Orders").isManaged()).isTrue();
    }

    @Test
    void a_column_of_another_type_is_refused_and_nothing_of_the_package_stays() {
        imported(orders("1.0.0.0"));
        var refused = imported(SolutionBuilder.named("Orders")
                .version("1.1.0.0")
                .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.dateTime("new_Code")))
                .table(TableSpec.named("new_Line", "Line")));

        assertThat(refused.operation().path("statuscode").asInt()).isEqualTo(31);
        assertThat(refused.operation().path("errorcode").asInt()).isEqualTo(0x80041A06);
        assertThat(refused.operation().path("message").asText())
                .isEqualTo("Attribute new_code is a String, but a DateTime type was specified.");
        assertThat(client.orders.tables()).doesNotContain("new_line");
        assertThat(solutions.named("Orders").version()).contains("1.0.0.0");
    }

    @Test
    void a_missing_dependency_is_named_by_staging_and_by_the_job() {
        SolutionBuilder needy =
                orders("1.0.0.0").missing(MissingSpec.table("new_customer", "Core (1.71.7)", "new_order"));
        JsonNode staged = client.post("StageSolution", "{`CustomizationFile`:`" + text(needy) + "`}")
                .json()
                .path("StageSolutionResults");
        var refused = imported(needy);

        assertThat(staged.path("SolutionValidationResults")
                        .get(0)
                        .path("ErrorCode")
                        .asInt())
                .isEqualTo(0x8004801D);
        assertThat(staged.path("MissingDependencies")
                        .get(0)
                        .path("RequiredSolutionName")
                        .asText())
                .isEqualTo("Core (1.71.7)");
        assertThat(refused.operation().path("friendlymessage").asText())
                .contains("<MissingDependencies>", "new_customer", "ProductUpdatesOnly : False");
    }

    @Test
    void an_upgrade_removes_what_the_new_version_lacks_and_an_update_keeps_it() {
        imported(managed("1.0.0.0", TABLE));
        imported(managed("1.1.0.0", TableSpec.named("new_Order", "Order")));
        boolean keptByUpdate = hasCode();
        client.post("StageAndUpgradeAsync", body(managed("2.0.0.0", TableSpec.named("new_Order", "Order"))));

        assertThat(keptByUpdate).isTrue();
        assertThat(hasCode()).isFalse();
        assertThat(solutions.named("Orders").version()).contains("2.0.0.0");
    }

    @Test
    void a_holding_solution_waits_beside_its_base_until_it_is_promoted() {
        imported(managed("1.0.0.0", TABLE));
        client.post(
                "ImportSolutionAsync",
                body(managed("2.0.0.0", TableSpec.named("new_Order", "Order")))
                        .replace("{", "{`HoldingSolution`:true,"));
        boolean held = solutions.named("Orders_Upgrade").exists();
        client.post("DeleteAndPromoteAsync", "{`UniqueName`:`Orders`}");

        assertThat(held).isTrue();
        assertThat(solutions.named("Orders_Upgrade").exists()).isFalse();
        assertThat(solutions.named("Orders").version()).contains("2.0.0.0");
        assertThat(hasCode()).isFalse();
    }

    @Test
    void an_upgrade_without_a_base_and_a_managed_one_over_an_unmanaged_are_refused() {
        JsonNode started = client.post("StageAndUpgradeAsync", body(managed("2.0.0.0", TABLE)))
                .json();
        String noBase = operation(started).path("message").asText();
        imported(orders("1.0.0.0"));

        assertThat(noBase).contains("Cannot create a holding solution for missing base Orders.");
        assertThat(imported(managed("2.0.0.0", TABLE))
                        .operation()
                        .path("errorcode")
                        .asInt())
                .isEqualTo(0x80048040);
    }

    @Test
    void an_unmanaged_edit_hides_a_managed_change_unless_the_import_overwrites() {
        imported(managed("1.0.0.0", TABLE));
        client.orders.column("new_order", "new_Code", "String");
        SolutionBuilder longer =
                managed("1.1.0.0", TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Code", 50)));
        imported(longer);
        int hidden = length();
        client.post("ImportSolutionAsync", body(longer).replace("{", "{`OverwriteUnmanagedCustomizations`:true,"));

        assertThat(hidden).isEqualTo(100);
        assertThat(length()).isEqualTo(50);
    }

    @Test
    void a_role_of_the_same_name_under_another_id_is_refused() {
        imported(SolutionBuilder.named("One").role(RoleSpec.named("Clerk")));
        var refused = imported(
                SolutionBuilder.named("Two").role(RoleSpec.named("Clerk").id("00000000-0000-0000-0000-0000000000aa")));

        assertThat(refused.operation().path("errorcode").asInt()).isEqualTo(0x80048017);
    }

    @Test
    void a_second_value_of_a_variable_is_refused_as_the_database_says_it() {
        imported(SolutionBuilder.named("One")
                .variable(VariableSpec.text("new_Site").value("a")));
        String parameter = "{`ComponentParameters`:[{`@odata.type`:`Microsoft.Dynamics.CRM.environmentvariablevalue`,"
                + "`schemaname`:`new_Site`,`value`:`b`}],";
        JsonNode started = client.post(
                        "ImportSolutionAsync",
                        body(SolutionBuilder.named("One").variable(VariableSpec.text("new_Site")))
                                .replace("{", parameter))
                .json();

        assertThat(operation(started).path("message").asText()).contains("ndx_envvarval_schemaname");
    }

    @Test
    void one_operation_at_a_time_and_publishing_waits_for_customisations() {
        solutions.foreignOperation("Import", "Theirs", Duration.ofMinutes(1)).publishLocked(Duration.ofMinutes(1));

        assertThat(imported(orders("1.0.0.0")).operation().path("message").asText())
                .startsWith("Cannot start another [Import] because there is a previous [Import] running");
        assertThat(client.post("PublishAllXml", "{}")
                        .json()
                        .path("error")
                        .path("message")
                        .asText())
                .contains("[EntityCustomization]");
    }

    @Test
    void a_component_can_fail_under_a_success_and_be_left_out() {
        solutions.failsUnderSuccess("Clerk", "The role was left out.");
        var done = imported(SolutionBuilder.named("One").role(RoleSpec.named("Clerk")));

        assertThat(done.operation().path("statuscode").asInt()).isEqualTo(30);
        assertThat(done.job().path("data").asText()).contains("result=\"failure\"", "The role was left out.");
        assertThat(client.get("roles?$filter=name eq 'Clerk'").json().path("value"))
                .isEmpty();
    }

    private record Done(JsonNode operation, JsonNode job, JsonNode result) {}

    private Done imported(SolutionBuilder builder) {
        return send(builder.toZip());
    }

    private Done send(byte[] zip) {
        String file = Base64.getEncoder().encodeToString(zip);
        JsonNode started = client.post("ImportSolutionAsync", "{`CustomizationFile`:`" + file + "`}")
                .json();
        String key = started.path("ImportJobKey").asText();
        return new Done(
                operation(started),
                client.get("importjobs(" + key + ")").json(),
                client.get("RetrieveSolutionImportResult(ImportJobId=" + key + ")")
                        .json()
                        .path("SolutionOperationResult"));
    }

    private JsonNode operation(JsonNode started) {
        return client.get("asyncoperations(" + started.path("AsyncOperationId").asText() + ")")
                .json();
    }

    private String solutionId() {
        return client.get("solutions?$filter=uniquename eq 'Orders'&$select=solutionid")
                .json()
                .path("value")
                .path(0)
                .path("solutionid")
                .asText();
    }

    private boolean hasCode() {
        return client.get("EntityDefinitions(LogicalName='new_order')/Attributes(LogicalName='new_code')")
                        .status()
                == 200;
    }

    private int length() {
        return client.get("EntityDefinitions(LogicalName='new_order')/Attributes(LogicalName='new_code')")
                .json()
                .path("MaxLength")
                .asInt();
    }

    private static SolutionBuilder orders(String version) {
        return SolutionBuilder.named("Orders").version(version).table(TABLE);
    }

    private static SolutionBuilder managed(String version, TableSpec table) {
        return SolutionBuilder.named("Orders").version(version).table(table).managed();
    }

    private static String text(SolutionBuilder builder) {
        return Base64.getEncoder().encodeToString(builder.toZip());
    }

    private static String body(SolutionBuilder builder) {
        return "{`CustomizationFile`:`" + text(builder) + "`}";
    }
}
