package io.powermigrate.cds.solution.comparison;

import static io.powermigrate.cds.solution.comparison.Forecasts.EMPTY;
import static io.powermigrate.cds.solution.comparison.Forecasts.all;
import static io.powermigrate.cds.solution.comparison.Forecasts.destination;
import static io.powermigrate.cds.solution.comparison.Forecasts.errors;
import static io.powermigrate.cds.solution.comparison.Forecasts.facts;
import static io.powermigrate.cds.solution.comparison.Forecasts.installed;
import static io.powermigrate.cds.solution.comparison.Forecasts.read;
import static io.powermigrate.cds.solution.comparison.Forecasts.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.Zips;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of the import with a package that it concerns, and a twin that it does not. */
class ImportForecastTest {

    @Test
    void a_solution_that_is_installed_the_other_way_is_refused() {
        SolutionFacts unmanaged = facts("");
        SolutionFacts managed = read(Zips.MANIFEST.replace(">0<", ">1<"), "");

        installed(managed, new InstalledSolution("orders", "0.9", false, "contoso"))
                .singleElement()
                .matches(issue -> "0x80048040".equals(issue.code()));
        installed(unmanaged, new InstalledSolution("orders", "0.9", true, "contoso"))
                .singleElement()
                .matches(issue -> "0x80048041".equals(issue.code()));
        installed(managed, new InstalledSolution("orders", "0.9", true, "contoso"))
                .isEmpty();
    }

    @Test
    void versions_are_compared_as_numbers() {
        SolutionFacts facts = facts("");

        installed(facts, new InstalledSolution("Orders", "0.99", false, "")).isEmpty();
        installed(facts, new InstalledSolution("Orders", "1.0", false, ""))
                .singleElement()
                .matches(issue -> issue.severity() == Severity.INFO);
        installed(facts, new InstalledSolution("Orders", "1.0.0.10", false, ""))
                .singleElement()
                .matches(issue ->
                        issue.severity() == Severity.ERROR && issue.reason().contains("which is higher"));
    }

    @Test
    void a_managed_solution_of_another_publisher_and_a_holding_solution_left_behind_are_refused() {
        SolutionFacts managed = read(Zips.MANIFEST.replace(">0<", ">1<"), "");

        installed(managed, new InstalledSolution("Orders", "0.9", true, "fabrikam"))
                .singleElement()
                .matches(issue -> "0x8004801C".equals(issue.code()));
        installed(managed, new InstalledSolution("Orders_Upgrade", "0.9", true, "contoso"))
                .singleElement()
                .matches(issue -> "0x80048539".equals(issue.code()));
    }

    @Test
    void a_package_of_a_newer_server_a_blocked_destination_and_a_wrong_mode_are_refused() {
        SolutionFacts facts = facts("");
        OrganizationGates locked = OrganizationGates.of(
                "<OrgSettings><IsLockdownOfUnmanagedCustomizationEnabled>true</IsLockdownOfUnmanagedCustomizationEnabled>"
                        + "</OrgSettings>",
                5_242_880,
                "ade;JS;exe");

        assertThat(locked.blockedExtensions()).contains("js");
        assertThat(ImportForecast.of(
                        facts, destination(null, "9.2.24000.1", OrganizationGates.UNKNOWN), ImportMode.UNMANAGED))
                .singleElement()
                .matches(issue -> "0x80048068".equals(issue.code()));
        assertThat(ImportForecast.of(facts, destination(null, "9.2.25063.198", locked), ImportMode.UNMANAGED))
                .singleElement()
                .matches(issue -> issue.reason().contains("blocks unmanaged customisations"));
        assertThat(ImportForecast.of(facts, Destination.of(EMPTY), ImportMode.UPDATE))
                .singleElement()
                .matches(issue -> issue.reason().contains("the package is unmanaged"));
    }

    @Test
    void a_first_install_upgrades_nothing() {
        SolutionFacts managed = read(Zips.MANIFEST.replace(">0<", ">1<"), "");

        assertThat(ImportForecast.of(
                        managed, destination(List.of(), null, OrganizationGates.UNKNOWN), ImportMode.UPGRADE))
                .singleElement()
                .matches(issue ->
                        issue.severity() == Severity.INFO && issue.reason().contains("nothing to upgrade"));
    }

    @Test
    void a_managed_package_whose_flag_was_changed_is_told() {
        String site = "<AppModuleSiteMaps><AppModuleSiteMap><SiteMap solutionaction=\"Added\"/></AppModuleSiteMap>"
                + "</AppModuleSiteMaps>";

        errors(facts(site), EMPTY).singleElement().matches(issue -> issue.reason()
                .contains("changed the flag"));
        all(facts(site.replace(" solutionaction=\"Added\"", "")), EMPTY).isEmpty();
    }

    @Test
    void what_only_the_Active_layer_of_the_source_has_is_no_solution_to_install() {
        ImportIssue issue = ImportForecast.of(missing("Active"), Destination.of(EMPTY), ImportMode.UNMANAGED)
                .get(0);

        assertThat(issue.reason())
                .contains("the package needs 'con_ref' (for 'Send mail')")
                .contains("'Active'");
        assertThat(issue.remedy())
                .startsWith("Add it to the solution in the source")
                .doesNotContain("nstall");
    }

    @Test
    void a_provider_that_is_there_is_compared_by_version() {
        SolutionFacts facts = missing("Core (1.71.7)");

        installed(facts, new InstalledSolution("Core", "1.71.7", true, "")).isEmpty();
        installed(facts, new InstalledSolution("Core", "1.70.6", true, ""))
                .singleElement()
                .matches(issue -> issue.reason().contains("holds only 1.70.6")
                        && issue.remedy().equals("Upgrade 'Core' first"));
        installed(facts, new InstalledSolution("Other", "9", true, ""))
                .singleElement()
                .matches(issue -> issue.remedy().equals("Install 'Core' first") && "0x8004801D".equals(issue.code()));
        all(facts, EMPTY).singleElement().matches(issue -> issue.reason().contains("is not known"));
    }

    @Test
    void a_role_name_under_another_id_is_refused_and_a_built_in_one_a_warning() {
        SolutionFacts facts = facts(role("Global"));

        withRoles(facts, new Role("b", "clerk", Map.of(), null), null)
                .anyMatch(issue -> "0x80048017".equals(issue.code()));
        withRoles(facts, new Role("b", "Clerk", Map.of(), "t"), null)
                .noneMatch(issue -> issue.severity() == Severity.ERROR)
                .anyMatch(issue -> issue.reason().contains("built-in role"));
        withRoles(facts, new Role("a", "Clerk", Map.of(), null), null)
                .noneMatch(issue -> issue.severity() != Severity.INFO);
    }

    @Test
    void a_depth_that_the_destination_does_not_allow_is_refused_and_an_absent_privilege_a_guess() {
        SolutionFacts facts = facts(role("Basic"));
        Role same = new Role("a", "Clerk", Map.of(), null);

        withRoles(facts, same, Map.of("prvReadAccount", Set.of(PrivilegeDepth.GLOBAL)))
                .anyMatch(issue ->
                        issue.severity() == Severity.ERROR && issue.reason().contains("at the depth Basic"));
        withRoles(facts, same, Map.of("prvReadAccount", Set.of(PrivilegeDepth.BASIC)))
                .noneMatch(issue -> issue.severity() == Severity.ERROR);
        withRoles(facts, same, Map.of())
                .anyMatch(issue -> !issue.sure() && issue.reason().contains("does not have"));
    }

    @Test
    void languages_that_are_not_enabled_are_told() {
        SolutionFacts facts = facts(
                "<optionsets><optionset Name=\"con_c\"><options><option value=\"1\"><labels>"
                        + "<label description=\"a\" languagecode=\"1036\"/></labels></option></options></optionset></optionsets>");

        assertThat(languages(facts, Set.of("1033", "1036"))).isEmpty();
        assertThat(languages(facts, Set.of("1033")))
                .singleElement()
                .matches(issue ->
                        issue.severity() == Severity.WARN && issue.subject().equals("languages 1036"));
        assertThat(languages(facts, Set.of("1036")))
                .anyMatch(issue ->
                        issue.severity() == Severity.ERROR && issue.subject().equals("language 1033"));
    }

    @Test
    void a_web_resource_above_the_limit_is_refused_before_an_hour_of_import() {
        SolutionFacts facts = Zips.solution(Zips.NOTHING)
                .with("WebResources/con_big.js", "x".repeat(2_000))
                .with("Assets/big.bin", "x".repeat(2_000))
                .open()
                .facts();
        OrganizationGates small = new OrganizationGates(false, 1_000, Set.of());

        assertThat(ImportForecast.of(facts, destination(null, null, small), ImportMode.UNMANAGED))
                .singleElement()
                .matches(issue -> issue.reason().equals("the file has 2000 bytes, and the destination takes 1000"));
    }

    @Test
    void values_and_secrets_of_variables_and_flows_without_references_are_told() {
        SolutionFacts facts = Zips.solution("<ImportExportXml><EnvironmentVariables><Definition><SchemaName>con_Hook"
                        + "</SchemaName><Type>100000000</Type><DefaultValue>https://prod-1.westus.logic.azure.com/workflows/a"
                        + "/triggers/manual/paths/invoke?sig=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg</DefaultValue>"
                        + "</Definition></EnvironmentVariables><Workflows><Workflow WorkflowId=\"{A}\" Name=\"Old\">"
                        + "<JsonFileName>/Workflows/a.json</JsonFileName><Category>5</Category></Workflow></Workflows>"
                        + "</ImportExportXml>")
                .with(
                        "environment_variable_values.json",
                        "{\"EnvironmentVariableValues\":[{\"EnvironmentVariableDefinition.SchemaName\":\"con_Hook\","
                                + "\"Value\":\"x\"}]}")
                .with(
                        "Workflows/a.json",
                        "{\"properties\":{\"connectionReferences\":{\"shared_sql\":{\"connection\":{}}}}}")
                .open()
                .facts();

        all(facts, EMPTY)
                .extracting(ImportIssue::remedy)
                .containsExactlyInAnyOrder(
                        "Write the package without values of variables",
                        "Take it out in the source, and set the value in the destination",
                        "Open the flow in the destination after the import, and choose its connections");
    }

    private static String role(String level) {
        return "<Roles><Role id=\"{A}\" name=\"Clerk\"><RolePrivileges><RolePrivilege name=\"prvReadAccount\" level=\""
                + level + "\"/></RolePrivileges></Role></Roles>";
    }

    private static ListAssert<ImportIssue> withRoles(
            SolutionFacts facts, Role there, @Nullable Map<String, Set<PrivilegeDepth>> allowed) {
        Schema schema = new Schema(List.of(), List.of(), List.of(), List.of(there), List.of());
        Destination destination =
                new Destination(schema, null, null, null, null, allowed, null, null, OrganizationGates.UNKNOWN);
        return assertThat(new ArrayList<>(ImportForecast.of(facts, destination, ImportMode.UNMANAGED)));
    }

    private static List<ImportIssue> languages(SolutionFacts facts, Set<String> enabled) {
        Destination destination =
                new Destination(EMPTY, null, null, null, enabled, null, null, null, OrganizationGates.UNKNOWN);
        return ImportForecast.of(facts, destination, ImportMode.UNMANAGED);
    }

    private static SolutionFacts missing(String provider) {
        return read(
                Zips.MANIFEST.replace(
                        "<MissingDependencies />",
                        "<MissingDependencies><MissingDependency><Required type=\"connectionreference\""
                                + " id.connectionreferencelogicalname=\"con_ref\" solution=\"" + provider + "\"/>"
                                + "<Dependent type=\"29\" displayName=\"Send mail\"/></MissingDependency>"
                                + "</MissingDependencies>"),
                "");
    }
}
