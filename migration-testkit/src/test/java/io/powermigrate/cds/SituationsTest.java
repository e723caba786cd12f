package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.MissingSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Situations that people met (docs/wire/dataverse-situations.md): each is told before anything is written, or handled. */
class SituationsTest extends Situations {

    @Test
    void S07_a_base_solution_that_is_too_old_is_named_with_both_versions() throws IOException {
        world.to()
                .solution(SolutionBuilder.named("Base")
                        .publisher("contoso", "new")
                        .version("1.70.6")
                        .managed()
                        .table(TableSpec.named("new_Base", "Base"))
                        .toZip());
        Plan plan = plan(orders("1.0.0.0").missing(MissingSpec.table("new_other", "Base (1.71.7)", "new_order")));
        refuses(plan, "IMPORT-0x8004801D", "1.71.7", "holds only 1.70.6");
    }

    @Test
    void S14_a_left_over_holding_solution_is_seen_before_anything_is_written() throws IOException {
        world.to()
                .row(
                        "solutions",
                        Map.of("uniquename", "Orders_Upgrade", "friendlyname", "Orders", "version", "2.0.0.0"));
        refuses(plan(orders("1.0.0.0")), "IMPORT-0x80048539", "Orders_Upgrade");
    }

    @Test
    void S16_an_upgrade_of_what_is_not_there_is_a_first_install() throws IOException {
        Migration migration = migration(
                        orders("1.0.0.0").managed(), SolutionOptions.defaults().upgrade())
                .build();
        run(migration).orThrow();
        assertThat(world.to().solutions().named("Orders").version()).contains("1.0.0.0");
    }

    @Test
    void S17_S23_a_lower_version_is_refused_unless_the_caller_gives_a_reason() throws IOException {
        world.to().solution(orders("2.0.0.0").managed().toZip());
        refuses(plan(orders("1.0.0.0").managed()), "IMPORT", "1.0.0.0", "2.0.0.0");
    }

    @Test
    void S20_an_update_keeps_what_the_new_version_dropped_and_is_verified() throws IOException {
        world.to().solution(orders("1.0.0.0").managed().toZip());
        SolutionBuilder without = SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version("2.0.0.0")
                .managed()
                .table(TableSpec.named("new_Order", "Order"));
        run(migration(without, SolutionOptions.defaults()).build()).orThrow();
        assertThat(world.to().solutions().named("Orders").version()).contains("2.0.0.0");
    }

    @Test
    void S22_the_same_version_is_skipped_and_values_are_still_set() throws IOException {
        SolutionBuilder made = orders("1.0.0.0").managed().variable(VariableSpec.text("new_Url"));
        world.to().solution(made.toZip());
        Plan plan = migration(made, SolutionOptions.defaults())
                .mapping(Mapping.of(Cds.value("new_Url", "https://prod.example")))
                .build()
                .plan();
        assertThat(orders(plan).action()).isEqualTo(Action.SKIP);
        assertThat(plan.step(VariableValue.TYPE.key("new_Url")).orElseThrow().action())
                .isEqualTo(Action.UPDATE);
    }

    @Test
    void S26_a_managed_package_over_an_unmanaged_solution_is_refused() throws IOException {
        world.to().solution(orders("1.0.0.0").toZip());
        refuses(plan(orders("2.0.0.0").managed()), "IMPORT-0x80048040", "unmanaged");
    }

    @Test
    void S34_S35_an_importer_without_the_rights_that_the_package_needs_is_told_which() throws IOException {
        world.to().member(world.grace, "Basic User");
        Plan plan = plan(orders("1.0.0.0").role(RoleSpec.named("Reader").privilege("prvReadnew_Order", "Local")));
        refuses(plan, "IMPORT-RIGHTS", "prvWriteRole", "for its roles");
    }

    @Test
    void a_role_of_the_same_name_under_another_id_is_refused() throws IOException {
        world.to().role("Reader", Map.of());
        Plan plan = plan(orders("1.0.0.0").role(RoleSpec.named("Reader").privilege("prvReadnew_Order", "Local")));
        refuses(plan, "IMPORT-0x80048017", "another role of that name");
    }

    @Test
    void S37_two_roles_of_one_name_are_not_taken_for_one() throws IOException {
        world.to().role("Reader", Map.of());
        world.to().role("Reader", Map.of());
        Plan plan = plan(orders("1.0.0.0").role(RoleSpec.named("Reader").privilege("prvReadnew_Order", "Local")));
        assertThat(plan.step(SecurityRole.TYPE.key("Reader")).orElseThrow().action())
                .isEqualTo(Action.BLOCKED);
        assertThat(orders(plan).action()).isEqualTo(Action.BLOCKED);
    }

    @Test
    void who_has_a_role_is_unknown_where_nobody_told_it_and_not_nobody() throws IOException {
        Plan plan = plan(orders("1.0.0.0").role(RoleSpec.named("Reader").privilege("prvReadnew_Order", "Local")));
        warns(plan, SecurityRole.TYPE.key("Reader"), "does not tell who that is");
    }

    @Test
    void what_several_packages_hold_with_different_contents_is_told() throws IOException {
        Files.write(
                Files.createDirectories(folder.resolve("packages")).resolve("Another.zip"),
                SolutionBuilder.named("Another")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Other", 10)))
                        .toZip());
        Plan plan = plan(orders("1.0.0.0"));
        assertThat(plan.toLongText())
                .contains("another package of the folder holds table \"new_order\" with other contents");
    }

    @Test
    void S38_a_built_in_role_that_is_shipped_is_told() throws IOException {
        Plan plan = plan(
                orders("1.0.0.0").role(RoleSpec.named("System Customizer").privilege("prvReadnew_Order", "Global")));
        assertThat(plan.step(SecurityRole.TYPE.key("System Customizer"))
                        .orElseThrow()
                        .action())
                .isNotEqualTo(Action.CREATE);
        warns(plan, ORDERS, "built-in role 'System Customizer'");
    }

    @Test
    void S44_S50_a_flow_waits_for_its_connection_and_is_switched_on_afterwards() throws IOException {
        SolutionBuilder made = orders("1.0.0.0")
                .connectionReference("new_sql", "shared_sql")
                .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql"));
        Plan open = plan(made);
        warns(open, ReferenceBinding.TYPE.key("new_sql"), "flows that use it stay off");
        assertThat(open.step(FlowState.TYPE.key("Notify")).orElseThrow().action())
                .isEqualTo(Action.HELD);
        String connection = world.prod.connection("shared_sql", "SQL of Grace").name();
        Report report = run(migration(made, SolutionOptions.defaults())
                .mapping(Mapping.of(Cds.reference("new_sql", connection)))
                .build());
        assertThat(report.outcome(ReferenceBinding.TYPE.key("new_sql"))
                        .orElseThrow()
                        .reason())
                .isEmpty();
        report.orThrow();
        assertThat(report.outcome(FlowState.TYPE.key("Notify"))).isPresent();
    }

    @Test
    void S53_a_variable_that_needs_a_value_holds_nothing_but_itself_and_says_which_line_it_needs() throws IOException {
        Plan plan = plan(orders("1.0.0.0").variable(VariableSpec.text("new_Url").required()));
        assertThat(plan.step(VariableValue.TYPE.key("new_Url")).orElseThrow().action())
                .isEqualTo(Action.HELD);
        assertThat(plan.toLongText()).contains("Binding.of(\"value\", \"new_Url\"");
        assertThat(orders(plan).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void S55_S56_a_secret_variable_tells_who_must_read_the_vault() throws IOException {
        Plan plan = plan(orders("1.0.0.0").variable(VariableSpec.typed("new_Key", 100000005)));
        warns(plan, VariableDefinition.TYPE.key("new_Key"), "vault", "one tenant");
    }

    @Test
    void S58_a_variable_without_default_and_value_is_legal() throws IOException {
        run(migration(orders("1.0.0.0").variable(VariableSpec.text("new_Url")), SolutionOptions.defaults())
                        .build())
                .orThrow();
        assertThat(world.to().rows("environmentvariablevalues")).isEmpty();
    }

    @Test
    void S71_a_web_resource_over_the_limit_of_the_destination_is_refused_with_both_numbers() throws IOException {
        world.to().maxUpload(10);
        refuses(
                plan(orders("1.0.0.0").webResource("new_script.js", 3, new byte[11])),
                "IMPORT",
                "11 bytes",
                "takes 10");
    }

    @Test
    void S77_a_base_language_that_is_off_is_refused() throws IOException {
        refuses(plan(orders("1.0.0.0").baseLanguage(1031)), "IMPORT", "language 1031");
    }

    @Test
    void an_unmanaged_package_is_refused_where_unmanaged_customisations_are_blocked() throws IOException {
        world.to().lockUnmanaged();
        refuses(plan(orders("1.0.0.0")), "IMPORT", "blocks unmanaged customisations");
    }

    @Test
    void the_findings_of_a_plan_name_what_a_person_does() throws IOException {
        List<Finding> findings = orders(plan(orders("1.0.0.0"))).findings();
        assertThat(findings).isNotEmpty().noneMatch(finding -> finding.remedy().isBlank());
    }
}
