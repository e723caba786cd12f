package io.powermigrate.cds;

import static io.powermigrate.cds.TwoOrganizations.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.solution.ChoiceSpec;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes along in a scratch solution beside what was selected: what that requires and people made, and nothing else. */
class ScratchContentsTest {

    private static final SolutionOptions SCRATCH = SolutionOptions.defaults().scratchSolution("contoso");

    private final TwoOrganizations world = new TwoOrganizations();

    @BeforeEach
    void fill() {
        world.from()
                .solution(SolutionBuilder.named("Everything")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .choice(ChoiceSpec.named("new_priority").option(100000000, "Low"))
                        .table(TableSpec.named("new_Order", "Order")
                                .column(ColumnSpec.choice("new_Priority", "new_priority")))
                        .table(TableSpec.named("new_Invoice", "Invoice"))
                        .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                        .toZip());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Migration migration(SolutionOptions options) {
        return world.migration(options)
                .scope(Scope.of(DataverseTable.TYPE, SecurityRole.TYPE)
                        .named("new_order", "Order reader")
                        .withDependencies())
                .allowInSource(Effect.WRITE)
                .build();
    }

    @Test
    void what_people_added_to_a_table_of_the_service_travels_without_the_table() {
        world.from().column("account", "new_Rating", "String");
        Migration migration = world.migration(SCRATCH)
                .scope(Scope.of(DataverseTable.TYPE).named("account").withDependencies())
                .allowInSource(Effect.WRITE)
                .build();
        world.run(migration).orThrow();
        assertThat(world.to().rows("solutioncomponents").stream()
                        .filter(row ->
                                row.value("componenttype").filter("1"::equals).isPresent())
                        .filter(row -> row.value("rootcomponentbehavior")
                                .filter("2"::equals)
                                .isPresent()))
                .hasSize(1);
        assertThat(migration.plan().steps()).noneMatch(step -> step.action().writes());
    }

    @Test
    void a_choice_of_a_column_and_the_table_of_a_lookup_come_along() {
        world.from().lookup("new_order", "new_InvoiceId", "new_invoice");
        Report report = world.run(migration(SCRATCH));
        report.orThrow();
        assertThat(world.to().tables()).contains("new_order", "new_invoice");
        assertThat(report.outcome(GlobalChoice.TYPE.key("new_priority"))
                        .orElseThrow()
                        .state())
                .isEqualTo(Outcome.State.DONE);
    }

    @Test
    void what_a_selected_component_requires_is_added_if_people_made_it_and_the_report_names_it() {
        String invoice = world.from().tableId("new_invoice");
        String role = world.from().rows("roles").stream()
                .filter(row -> row.value("name").filter("Order reader"::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        world.from().solutions().requires(20, role, 1, invoice);
        Report report = world.run(migration(SCRATCH));
        assertThat(world.to().tables()).contains("new_invoice");
        assertThat(report.outcome(carrier(report.plan()).key()).orElseThrow().findings())
                .filteredOn(found -> found.rule().equals("SOL-017"))
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).contains("new_invoice"));
    }

    @Test
    void what_a_managed_solution_brings_is_not_added() {
        world.from()
                .solution(SolutionBuilder.named("Base")
                        .publisher("base", "bas")
                        .version("1.0.0.0")
                        .managed()
                        .table(TableSpec.named("bas_Customer", "Customer"))
                        .toZip());
        world.to()
                .solution(SolutionBuilder.named("Base")
                        .publisher("base", "bas")
                        .version("1.0.0.0")
                        .managed()
                        .table(TableSpec.named("bas_Customer", "Customer"))
                        .toZip());
        world.from().lookup("new_order", "new_CustomerId", "bas_customer");
        world.run(migration(SCRATCH)).orThrow();
        String name = carrier(migration(SCRATCH).plan()).key().name();
        assertThat(world.to().solutions().named(name).components())
                .doesNotContain("1 " + world.to().tableId("bas_customer"));
    }

    @Test
    void a_flow_travels_with_its_reference_and_a_variable_without_its_value() {
        world.from()
                .solution(SolutionBuilder.named("Notifications")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .variable(VariableSpec.text("new_Url").value("https://dev.example"))
                        .connectionReference("new_sql", "shared_sql")
                        .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql"))
                        .toZip());
        Migration migration = world.migration(SCRATCH)
                .scope(Scope.of(CloudFlow.TYPE, ReferenceDefinition.TYPE, VariableDefinition.TYPE)
                        .named("Notify", "new_sql", "new_Url")
                        .withDependencies())
                .mapping(Mapping.of(
                        Cds.value("new_Url", "https://prod.example"),
                        Cds.reference(
                                "new_sql",
                                world.prod.connection("shared_sql", "SQL").name())))
                .allowInSource(Effect.WRITE)
                .build();
        world.run(migration).orThrow();
        assertThat(world.to().rows("workflows").stream().flatMap(row -> row.value("name").stream()))
                .contains("Notify");
        assertThat(world.to().rows("environmentvariablevalues").stream().flatMap(row -> row.value("value").stream()))
                .containsExactly("https://prod.example");
        assertThat(migration.plan().steps()).noneMatch(step -> step.action().writes());
    }
}
