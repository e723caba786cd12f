package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.MissingSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables, roles and permission sets travel in a solution, from a tenant to another. */
class SolutionsTravelTest {

    private final TwoOrganizations world = new TwoOrganizations();

    @AfterEach
    void close() {
        world.close();
    }

    private static SolutionBuilder orders() {
        return SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version("1.0.0.0")
                .table(TableSpec.named("new_Order", "Order")
                        .column(ColumnSpec.text("new_Number", 100))
                        .column(ColumnSpec.money("new_Amount", 2).secured()))
                .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"));
    }

    private Migration migration(SolutionOptions options, Mapping mapping) {
        return world.migration(options)
                .scope(Scope.of(DataverseTable.TYPE).named("new_order").withDependencies())
                .mapping(mapping)
                .build();
    }

    @Test
    void a_table_brings_its_solution_with_role_and_permission_set_and_a_second_run_changes_nothing() {
        world.from().solution(orders().toZip());
        Report report = world.run(migration(SolutionOptions.defaults(), Mapping.none()));
        assertThat(report.outcomes()).allMatch(outcome -> outcome.state() == Outcome.State.DONE);
        assertThat(world.to().tables()).contains("new_order");
        Plan again = migration(SolutionOptions.defaults(), Mapping.none()).plan();
        assertThat(again.steps()).noneMatch(step -> step.action().writes());
        long before = world.prod.requests(FakeEffect.WRITE)
                + world.prod.requests(FakeEffect.STAGE)
                + world.dev.requests(FakeEffect.EXPORT);
        world.run(migration(SolutionOptions.defaults(), Mapping.none()));
        assertThat(world.prod.requests(FakeEffect.WRITE)
                        + world.prod.requests(FakeEffect.STAGE)
                        + world.dev.requests(FakeEffect.EXPORT))
                .isEqualTo(before);
    }

    @Test
    void whether_a_solution_that_is_there_already_is_published_is_told_unless_a_run_has_published_it() {
        world.from().solution(orders().toZip());
        world.to().solution(orders().toZip());
        Plan plan = migration(SolutionOptions.defaults(), Mapping.none()).plan();
        assertThat(plan.step(Solution.TYPE.key("Orders")).orElseThrow().action())
                .isEqualTo(Action.SKIP);
        assertThat(rules(plan)).contains("SOL-022");
    }

    @Test
    void of_a_solution_that_a_run_has_brought_nobody_has_to_check_whether_it_is_published() {
        world.from().solution(orders().toZip());
        world.run(migration(SolutionOptions.defaults(), Mapping.none())).orThrow();
        assertThat(rules(migration(SolutionOptions.defaults(), Mapping.none()).plan()))
                .doesNotContain("SOL-022");
    }

    private static List<String> rules(Plan plan) {
        return plan.step(Solution.TYPE.key("Orders")).orElseThrow().findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void a_managed_package_arrives_too() {
        world.from().solution(orders().toZip());
        Report report = world.run(migration(SolutionOptions.defaults().managed(), Mapping.none()));
        report.orThrow();
        Plan again =
                migration(SolutionOptions.defaults().managed(), Mapping.none()).plan();
        assertThat(again.steps()).noneMatch(step -> step.action().writes());
    }

    @Test
    void export_and_import_take_five_requests_and_their_polls() {
        world.from().solution(orders().toZip());
        world.run(migration(SolutionOptions.defaults().managed(), Mapping.none()))
                .orThrow();
        assertThat(world.dev.requests(FakeEffect.EXPORT)).isEqualTo(3); // export, download, delete what it left
        assertThat(world.prod.requests(FakeEffect.STAGE)).isEqualTo(2); // stage, delete
        assertThat(world.prod.requests(FakeEffect.WRITE)).isEqualTo(1); // import
    }

    @Test
    void a_missing_dependency_is_refused_by_the_plan_and_names_who_provides_it() {
        world.from()
                .solution(orders().missing(MissingSpec.table("new_customer", "Customers (2.0.0.0)", "new_order"))
                        .toZip());
        Plan plan = migration(SolutionOptions.defaults(), Mapping.none()).plan();
        assertThat(plan.step(Solution.TYPE.key("Orders")).orElseThrow().action())
                .isEqualTo(Action.BLOCKED);
        assertThat(plan.toLongText()).contains("Customers").contains("2.0.0.0");
    }

    @Test
    void a_value_of_the_source_stays_there_and_the_mapping_gives_that_of_the_destination() {
        world.from()
                .solution(orders().variable(VariableSpec.text("new_Url").value("https://dev.example"))
                        .toZip());
        Plan open = migration(SolutionOptions.defaults(), Mapping.none()).plan();
        assertThat(open.step(VariableValue.TYPE.key("new_Url")).orElseThrow().action())
                .isEqualTo(Action.HELD);
        assertThat(open.step(Solution.TYPE.key("Orders")).orElseThrow().findings())
                .anySatisfy(finding -> assertThat(finding.reason()).contains("new_Url", "left out of what travels"))
                .noneSatisfy(finding -> assertThat(finding.reason()).contains("overwrites that of the destination"));
        world.run(migration(SolutionOptions.defaults(), Mapping.of(Cds.value("new_Url", "https://prod.example"))))
                .orThrow();
        assertThat(world.to().rows("environmentvariablevalues")).hasSize(1);
    }

    @Test
    void the_contents_of_a_solution_are_in_the_plan() {
        world.from().solution(orders().toZip());
        Plan plan = migration(SolutionOptions.defaults(), Mapping.none()).plan();
        assertThat(plan.step(SecurityRole.TYPE.key("Order reader"))
                        .orElseThrow()
                        .action())
                .isEqualTo(Action.CARRIED);
        assertThat(plan.step(PermissionSet.TYPE.key("Amounts")).orElseThrow().action())
                .isEqualTo(Action.CARRIED);
    }

    @Test
    void a_component_that_fails_under_a_success_is_told_and_what_did_not_arrive_is_not_done() {
        world.from().solution(orders().toZip());
        world.to().solutions().leavesOut("Order reader");
        Report report = world.run(migration(SolutionOptions.defaults(), Mapping.none()));
        assertThat(report.outcome(Solution.TYPE.key("Orders")).orElseThrow().state())
                .isEqualTo(Outcome.State.DONE);
        assertThat(report.outcome(SecurityRole.TYPE.key("Order reader"))
                        .orElseThrow()
                        .state())
                .isNotEqualTo(Outcome.State.DONE);
    }

    @Test
    void a_managed_solution_of_the_scope_is_not_passed_over_without_a_word() {
        world.from().solution(orders().managed().toZip());
        Plan plan = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .build()
                .plan();
        assertThat(plan.toLongText())
                .contains("managed solution")
                .contains("Orders")
                .contains("the service exports none");
    }
}
