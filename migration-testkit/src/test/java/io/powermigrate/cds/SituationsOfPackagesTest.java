package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.solution.ChoiceSpec;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.MissingSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What packages hold, and what a destination refuses of it (docs/wire/dataverse-situations.md). */
class SituationsOfPackagesTest extends Situations {

    private Plan planOf(byte[] zip) throws IOException {
        put("Orders.zip", zip);
        return migration(SolutionOptions.defaults()).build().plan();
    }

    private static final String CONTROLS = "<CustomControls />";

    @Test
    void S01_S02_what_only_the_source_held_outside_of_a_solution_is_named_with_what_to_do() throws IOException {
        Plan plan = plan(orders("1.0.0.0")
                .missing(new MissingSpec("connectionreference", "new_mail", "Active", "29", "Notify", "")));
        warns(plan, ORDERS, "new_mail", "'Active'");
    }

    @Test
    void S01_what_the_destination_holds_under_the_same_name_is_not_missing() throws IOException {
        world.to()
                .row(
                        "connectionreferences",
                        Map.of("connectionreferencelogicalname", "new_mail", "connectionreferencedisplayname", "Mail"));
        Plan plan = plan(orders("1.0.0.0")
                .missing(new MissingSpec("connectionreference", "new_mail", "Active", "29", "Notify", "")));
        assertThat(orders(plan).findings())
                .noneSatisfy(finding -> assertThat(finding.reason()).contains("'Active'"));
    }

    @Test
    void S25_a_managed_package_does_not_take_the_place_of_an_unmanaged_app() throws IOException {
        world.to().row("canvasapps", Map.of("name", "new_orders_59c95", "displayname", "Orders", "ismanaged", false));
        byte[] zip = edited(
                orders("1.0.0.0").managed().toZip(),
                "customizations.xml",
                CONTROLS,
                CONTROLS + "<CanvasApps><CanvasApp><Name>new_orders_59c95</Name><DisplayName>Orders</DisplayName>"
                        + "<DocumentUri>/CanvasApps/new_orders_59c95_DocumentUri.msapp</DocumentUri></CanvasApp></CanvasApps>");
        refuses(planOf(zip), "LAYER-APP", "\"Orders\" (new_orders_59c95)", "cannot take their place");
        assertThat(world.prod.requests(FakeEffect.WRITE)).isZero();
    }

    @Test
    void S25_what_is_unmanaged_in_the_destination_stays_on_top_of_a_managed_package_and_the_plan_says_so()
            throws IOException {
        world.to()
                .solution(SolutionBuilder.named("Mine")
                        .publisher("contoso", "new")
                        .table(TableSpec.named("new_Order", "Order"))
                        .toZip());
        warns(plan(orders("1.0.0.0").managed()), ORDERS, "stays on top", "new_order");
        Report report = run(orders("1.0.0.0").managed());
        assertThat(world.fake.service().requests())
                .noneMatch(request -> request.query().contains("ConvertToManaged"));
        assertThat(report.outcome(ORDERS).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
    }

    @Test
    void S28_a_managed_package_whose_flag_was_changed_by_hand_is_refused() throws IOException {
        byte[] zip = edited(
                orders("1.0.0.0").toZip(),
                "customizations.xml",
                CONTROLS,
                CONTROLS
                        + "<AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>new_app</SiteMapUniqueName><SiteMap>"
                        + "<Area Id=\"a\" solutionaction=\"Added\" /></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>");
        refuses(planOf(zip), "IMPORT", "somebody changed the flag");
    }

    @Test
    void S29_a_change_that_people_made_outside_of_the_solution_is_told_to_stay_behind() {
        world.from()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .table(TableSpec.existing("Account", "Account").column(ColumnSpec.text("new_Rank", 10)))
                        .toZip());
        world.from().column("account", "new_Extra", "String");
        Plan plan = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .build()
                .plan();
        warns(plan, ORDERS, "the column new_extra of the table account is not in its package");
    }

    @Test
    void S73_files_that_the_destination_blocks_are_refused_before_an_hour_of_import() throws IOException {
        refuses(
                plan(orders("1.0.0.0").file("powerpages/filecontent/script.js", new byte[] {1})),
                "IMPORT-0x80043e09",
                "script.js",
                "blocks files that end with 'js'");
    }

    @Test
    void S76_labels_of_a_language_that_is_off_are_told_to_be_left_out() throws IOException {
        byte[] zip = edited(
                orders("1.0.0.0").toZip(), "customizations.xml", "languagecode=\"1033\"", "languagecode=\"1036\"");
        warns(planOf(zip), ORDERS, "1036", "left out");
    }

    @Test
    void S79_a_column_without_a_prefix_is_refused_with_its_name() throws IOException {
        TableSpec table = TableSpec.named("new_Invoice", "Invoice")
                .column(ColumnSpec.text("publishedby", 10).with("IsCustomField", "1"));
        refuses(plan(orders("1.0.0.0").table(table)), "IMPORT-0x80048062", "new_invoice.publishedby");
    }

    @Test
    void S80_controls_that_forms_use_and_nobody_declares_are_named_with_their_versions() throws IOException {
        byte[] zip = edited(
                orders("1.0.0.0").toZip(),
                "customizations.xml",
                "</EntityInfo>",
                "</EntityInfo><FormXml><forms type=\"main\"><systemform><form><controlDescriptions><controlDescription>"
                        + "<customControl formFactor=\"2\" name=\"cat_PowerCAT.Icon\" />"
                        + "<customControl name=\"MscrmControls.FlipSwitch.FlipSwitchControl\" />"
                        + "</controlDescription></controlDescriptions></form></systemform></forms></FormXml>");
        warns(planOf(zip), ORDERS, "'cat_PowerCAT.Icon', which the destination may lack");
        world.to().row("customcontrols", Map.of("name", "cat_Other.Control", "version", "1.0"));
        warns(planOf(zip), ORDERS, "'cat_PowerCAT.Icon', which the destination does not have");
        world.to().row("customcontrols", Map.of("name", "cat_PowerCAT.Icon", "version", "1.0"));
        assertThat(orders(planOf(zip)).findings())
                .noneSatisfy(finding -> assertThat(finding.rule()).isEqualTo("CONTROL-001"));
        world.from().solution(zip);
        world.from().row("customcontrols", Map.of("name", "cat_PowerCAT.Icon", "version", "1.1"));
        Plan plan = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .build()
                .plan();
        warns(plan, ORDERS, "which is 1.1 in the source and 1.0 in the destination");
    }

    @Test
    void S82_a_global_choice_with_the_name_of_a_columns_own_choice_is_refused() throws IOException {
        TableSpec table = TableSpec.named("new_Order", "Order")
                .column(ColumnSpec.choice("new_Status", ChoiceSpec.named("x").option(100000000, "New")));
        world.to()
                .solution(SolutionBuilder.named("Mine")
                        .publisher("contoso", "new")
                        .table(table)
                        .toZip());
        refuses(
                plan(orders("1.0.0.0")
                        .table(table)
                        .choice(ChoiceSpec.named("new_order_new_status").option(1, "A"))),
                "IMPORT",
                "new_order_new_status",
                "uses for its own choice");
    }

    @Test
    void S82_a_choice_that_may_have_the_name_of_a_choice_of_another_table_is_told() throws IOException {
        Plan plan = plan(orders("1.0.0.0")
                .choice(ChoiceSpec.named("contact_preferredcontactmethodcode").option(1, "Any")));
        warns(plan, ORDERS, "column 'preferredcontactmethodcode' of the table 'contact'");
    }

    @Test
    void S83_variables_of_an_old_shape_are_told_where_the_server_is_of_today() throws IOException {
        byte[] zip = edited(
                orders("1.0.0.0").toZip(),
                "customizations.xml",
                "<OrganizationSettings />",
                "<EnvironmentVariables><Definition IntroducedVersion=\"1.0\"><SchemaName>new_Url</SchemaName>"
                        + "<IsRequired>0</IsRequired><Type>100000000</Type></Definition></EnvironmentVariables>"
                        + "<OrganizationSettings />");
        warns(planOf(zip), ORDERS, "new_Url", "may refuse them (0x80040203)");
    }

    @Test
    void a_package_of_a_newer_server_is_refused_with_both_versions() throws IOException {
        world.to().version("9.2.22000.1");
        refuses(plan(orders("1.0.0.0").server("9.2.26032.154")), "IMPORT-0x80048068", "9.2.26032.154", "9.2.22000.1");
    }

    @Test
    void a_managed_solution_of_another_publisher_is_refused() throws IOException {
        world.to().solution(orders("1.0.0.0").managed().toZip());
        refuses(
                plan(orders("2.0.0.0").managed().publisher("fabrikam", "new")),
                "IMPORT-0x8004801C",
                "contoso",
                "fabrikam");
    }

    @Test
    void an_importer_that_may_import_but_perhaps_not_this_is_warned() throws IOException {
        Plan plan = plan(orders("1.0.0.0").flow(FlowSpec.named("Notify").off()));
        assertThat(orders(plan).findings())
                .noneSatisfy(finding -> assertThat(finding.rule()).isEqualTo("IMPORT-RIGHTS"));
        world.to().member(world.grace, "Basic User");
        refuses(plan(orders("1.0.0.0")), "IMPORT-RIGHTS", "prvImportCustomization");
    }

    @Test
    void what_only_the_import_finds_is_the_outcome_with_its_meaning_and_a_remedy() throws IOException {
        world.to()
                .solutions()
                .fails(
                        "new_order",
                        "CanvasApp import: FAILURE: A managed solution cannot overwrite the CanvasApp component with Id=5ccf3fd0"
                                + " which has an unmanaged base instance.");
        Outcome orders = run(orders("1.0.0.0")).outcome(ORDERS).orElseThrow();
        assertThat(orders.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(orders.reason()).contains("5ccf3fd0", "holds the component as an unmanaged one");
        assertThat(orders.remedy()).contains("Delete the unmanaged component");
    }

    @Test
    void a_downgrade_that_somebody_gave_a_reason_for_is_no_error() throws IOException {
        world.to().solution(orders("2.0.0.0").managed().toZip());
        Plan plan = migration(orders("1.0.0.0").managed(), SolutionOptions.defaults())
                .waive("IMPORT", ORDERS, "2.0.0.0 is broken")
                .build()
                .plan();
        assertThat(orders(plan).action()).isEqualTo(Action.UPDATE);
        assertThat(orders(plan).findings())
                .noneSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BLOCK));
    }
}
