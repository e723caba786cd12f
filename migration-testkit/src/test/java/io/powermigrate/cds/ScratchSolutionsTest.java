package io.powermigrate.cds;

import static io.powermigrate.cds.TwoOrganizations.carrier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exactly what was selected travels, through a solution that the source holds for one export only. */
class ScratchSolutionsTest {

    private static final SolutionOptions SCRATCH = SolutionOptions.defaults().scratchSolution("contoso");

    private final TwoOrganizations world = new TwoOrganizations();

    /** A source with more than what is selected: nobody has put the selection into a solution of its own. */
    @BeforeEach
    void fill() {
        world.from()
                .solution(SolutionBuilder.named("Everything")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .table(TableSpec.named("new_Order", "Order")
                                .column(ColumnSpec.text("new_Number", 100))
                                .column(ColumnSpec.money("new_Amount", 2).secured()))
                        .table(TableSpec.named("new_Invoice", "Invoice"))
                        .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                        .role(RoleSpec.named("Invoice reader").privilege("prvReadnew_Invoice", "Local"))
                        .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"))
                        .toZip());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Scope selection() {
        return Scope.of(DataverseTable.TYPE, SecurityRole.TYPE, PermissionSet.TYPE)
                .named("new_order", "Order reader", "Amounts")
                .withDependencies();
    }

    private Migration migration(SolutionOptions options) {
        return world.migration(options)
                .scope(selection())
                .allowInSource(Effect.WRITE)
                .build();
    }

    private io.powermigrate.plan.ApprovedPlan approved(Plan plan) {
        return plan.approve(Approval.by("ada@contoso.com", world.fake.time().now()));
    }

    private static List<String> rules(Step step) {
        return step.findings().stream().map(Finding::rule).toList();
    }

    private static Finding finding(Plan plan, String rule) {
        return carrier(plan).findings().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void exactly_the_selected_table_role_and_permission_set_arrive_in_another_tenant() {
        Report report = world.run(migration(SCRATCH));
        report.orThrow();
        assertThat(report.outcomes()).allMatch(outcome -> outcome.state() == Outcome.State.DONE);
        assertThat(world.to().tables()).contains("new_order").doesNotContain("new_invoice");
        assertThat(names("roles", "name")).contains("Order reader").doesNotContain("Invoice reader");
        assertThat(names("fieldsecurityprofiles", "name")).contains("Amounts");
    }

    private List<String> names(String set, String member) {
        return world.to().rows(set).stream()
                .flatMap(row -> row.value(member).stream())
                .toList();
    }

    @Test
    void the_source_holds_no_scratch_solution_afterwards_and_all_that_it_held() {
        world.run(migration(SCRATCH)).orThrow();
        assertThat(world.scratchSolutions()).isEmpty();
        assertThat(world.from().solutions().named("Everything").components()).isNotEmpty();
        assertThat(world.from().tables()).contains("new_order", "new_invoice");
    }

    @Test
    void a_second_run_sends_nothing_above_READ_to_either_side() {
        world.run(migration(SCRATCH)).orThrow();
        long before = world.changes();
        Plan again = migration(SCRATCH).plan();
        assertThat(again.steps()).noneMatch(step -> step.action().writes());
        world.run(migration(SCRATCH)).orThrow();
        assertThat(world.changes()).isEqualTo(before);
    }

    @Test
    void planning_changes_nothing_and_says_plainly_what_an_execution_changes_in_the_source() {
        long before = world.changes();
        Plan plan = migration(SCRATCH).plan();
        assertThat(world.changes()).isEqualTo(before);
        assertThat(finding(plan, "SOL-012").reason()).contains("changes the source", "deleted again", "contoso");
        assertThat(plan.toLongText()).contains("The source may be changed, too: WRITE is allowed there.");
    }

    @Test
    void without_the_permission_the_plan_refuses_with_the_line_to_paste() {
        Plan plan = world.migration(SCRATCH).scope(selection()).build().plan();
        assertThat(carrier(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(finding(plan, "ENG-SOURCE").remedy()).contains(".allowInSource(Effect.WRITE)");
        assertThat(world.scratchSolutions()).isEmpty();
    }

    @Test
    void a_rehearsal_leaves_its_package_to_the_execution_which_makes_no_second_one() {
        Migration migration = migration(SCRATCH);
        Plan rehearsed = migration.rehearse(migration.plan());
        assertThat(world.scratchSolutions()).isEmpty();
        assertThat(world.to().tables()).doesNotContain("new_order");
        migration.execute(approved(rehearsed)).orThrow();
        assertThat(world.from().solutions().exports()).isEqualTo(1);
    }

    @Test
    void the_destination_is_brought_up_to_date_in_the_same_solution_when_the_table_gets_a_column() {
        world.run(migration(SCRATCH)).orThrow();
        world.from().column("new_order", "new_Note", "String");
        Report report = world.run(migration(SCRATCH));
        report.orThrow();
        assertThat(world.to().rows("solutions").stream()
                        .flatMap(row -> row.value("uniquename").stream())
                        .filter(name -> name.startsWith("powermigrate_")))
                .hasSize(1);
        assertThat(migration(SCRATCH).plan().steps())
                .noneMatch(step -> step.action().writes());
    }

    @Test
    void who_deletes_the_solution_in_the_destination_does_not_get_it_again() {
        world.run(migration(SCRATCH)).orThrow();
        FakeRow solution = world.to().rows("solutions").stream()
                .filter(row -> row.value("uniquename").orElse("").startsWith("powermigrate_"))
                .findFirst()
                .orElseThrow();
        solution.remove();
        world.fake.clock().advance(java.time.Duration.ofHours(1));
        assertThat(migration(SCRATCH).plan().steps())
                .noneMatch(step -> step.action().writes());
    }

    @Test
    void a_managed_package_arrives_too_and_can_be_upgraded_because_each_has_a_higher_version() {
        SolutionOptions managed = SCRATCH.managed().upgrade();
        world.run(migration(managed)).orThrow();
        String name = carrier(migration(managed).plan()).key().name();
        Optional<String> first = world.to().solutions().named(name).version();
        world.fake.clock().advance(java.time.Duration.ofHours(1));
        world.from().column("new_order", "new_Note", "String");
        world.run(migration(managed)).orThrow();
        assertThat(world.to().solutions().named(name).isManaged()).isTrue();
        assertThat(world.to().solutions().named(name).version()).isNotEqualTo(first);
    }

    @Test
    void a_publisher_that_the_source_does_not_have_is_told_with_those_that_it_has() {
        Migration migration = migration(SolutionOptions.defaults().scratchSolution("contosso"));
        assertThatThrownBy(migration::plan)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("no publisher \"contosso\"")
                .hasMessageContaining("contoso");
    }

    @Test
    void what_is_in_a_named_solution_travels_in_that_and_the_rest_in_a_scratch_solution() {
        world.from()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .table(TableSpec.named("new_Shipment", "Shipment"))
                        .toZip());
        Plan plan = world.migration(SCRATCH.solutions("Orders"))
                .scope(selection())
                .allowInSource(Effect.WRITE)
                .build()
                .plan();
        assertThat(plan.steps().stream().map(Step::key).filter(key -> key.type().equals(Solution.TYPE.name())))
                .hasSize(2);
    }

    @Test
    void a_type_that_differs_in_the_destination_is_refused_before_anything_is_made() {
        world.to()
                .solution(SolutionBuilder.named("Other")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.whole("new_Number", 0, 100)))
                        .toZip());
        Plan plan = migration(SCRATCH).plan();
        assertThat(carrier(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(rules(carrier(plan))).contains("IMPORT-0x80041A06");
        assertThat(Map.of("exports", world.from().solutions().exports())).containsEntry("exports", 0);
    }
}
