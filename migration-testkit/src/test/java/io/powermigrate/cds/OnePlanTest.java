package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One plan with an app, the table, role and permission set that it stands on, a custom connector, a connection and a flow of a
 * solution: in the order of wire/rules.md, connector, connection, package, flow, app.
 */
class OnePlanTest {

    private static final ResourceKey PACKAGE = Solution.TYPE.key("Visits");
    private static final ResourceKey TABLE = DataverseTable.TYPE.key("new_visit");
    private static final ResourceKey APP = CanvasApp.TYPE.key("Plan visits");
    private static final ResourceKey FLOW = FlowState.TYPE.key("Notify customer");

    private final TwoOrganizations world = new TwoOrganizations();

    @AfterEach
    void close() {
        world.close();
    }

    @BeforeEach
    void an_app_that_uses_all_of_it() {
        FakeConnector orders = world.dev.customConnector("Orders API");
        FakeConnection order = world.dev.connection(orders, "Orders of Contoso");
        world.from().solution(visits(orders.name()).toZip());
        FakeFlow notify = world.dev.flows().get(0);
        world.dev.app(AppDocument.named("Plan visits")
                .dataverse(world.source.about().text("dataverseUrl").orElseThrow())
                .screen("Visit", screen -> screen.control(
                                "Day",
                                "label",
                                c -> c.formula("Text", "First(Visits).Day & OrdersAPI.ListOrders().value"))
                        .control("Save", "button", c -> c.formula("OnSelect", "Notify.Run(\"Saved\")")))
                .customConnector(orders.name(), order.name(), c -> c.displayName("Orders API")
                        .service("OrdersAPI", "ListOrders"))
                .table("Visits", "new_visit", "new_visits", "Day")
                .flow("Notify", notify.id(), flow -> flow.input("Text"))
                .toBytes());
    }

    private static SolutionBuilder visits(String connector) {
        return SolutionBuilder.named("Visits")
                .publisher("contoso", "new")
                .version("1.0.0.0")
                .table(TableSpec.named("new_Visit", "Visit")
                        .column(ColumnSpec.text("new_Day", 20))
                        .column(ColumnSpec.money("new_Costs", 2).secured()))
                .role(RoleSpec.named("Visit planner").privilege("prvReadnew_Visit", "Global"))
                .permissionSet(PermissionSetSpec.named("Visit costs").reads("new_visit", "new_costs"))
                .connectionReference("new_orders", connector)
                .flow(FlowSpec.named("Notify customer")
                        .takes("Text", "string")
                        .returns("result", "string")
                        .uses("new_orders", connector));
    }

    private Migration migration(Mapping mapping) {
        return world.migration(SolutionOptions.defaults())
                .ruleSet(RuleSets.CLASSIC_2016)
                .mapping(mapping)
                .build();
    }

    private static Step step(Plan plan, ResourceKey key) {
        return plan.step(key).orElseThrow(() -> new AssertionError(key + " is not in " + plan.toLongText()));
    }

    private static List<String> openTypes(Plan plan) {
        return plan.recreate().stream()
                .filter(item -> item.state() == RecreateItem.State.MISSING)
                .map(item -> item.key().type())
                .toList();
    }

    /** Connector and connection are made by hand, and the reference is bound to the connection. */
    private Mapping byHand() {
        FakeConnection made = world.prod.connection(world.prod.customConnector("Orders API"), "Orders of Contoso");
        return Mapping.of(Cds.reference("new_orders", made.name()));
    }

    @Test
    void first_a_person_makes_connector_and_connection_and_everything_waits_for_the_connector() {
        Plan plan = migration(Mapping.none()).plan();
        assertThat(openTypes(plan)).containsExactly("custom-connector", "connection");
        assertThat(step(plan, PACKAGE).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, APP).action()).isEqualTo(Action.HELD);
    }

    private static void package_flow_and_app_go_one_after_the_other(Plan plan) {
        assertThat(openTypes(plan)).isEmpty();
        assertThat(step(plan, PACKAGE).wave()).isEqualTo(0);
        assertThat(step(plan, ReferenceBinding.TYPE.key("new_orders")).wave()).isEqualTo(1);
        assertThat(step(plan, FLOW).wave()).isEqualTo(2);
        assertThat(step(plan, APP).wave()).isEqualTo(3);
        assertThat(List.of(
                        TABLE,
                        SecurityRole.TYPE.key("Visit planner"),
                        PermissionSet.TYPE.key("Visit costs"),
                        CloudFlow.TYPE.key("Notify customer")))
                .allSatisfy(key -> assertThat(step(plan, key).action()).isEqualTo(Action.CARRIED));
    }

    @Test
    void then_the_package_goes_before_its_flow_the_flow_before_the_app_and_a_second_run_sends_nothing_above_read() {
        Mapping mapping = byHand();
        Migration migration = migration(mapping);
        Plan plan = migration.plan();
        package_flow_and_app_go_one_after_the_other(plan);
        Report report = migration.execute(
                plan.approve(Approval.by("ada@contoso.com", world.fake.time().now())));
        report.orThrow();
        assertThat(report.outcomes()).allMatch(outcome -> outcome.state() == Outcome.State.DONE);
        assertThat(world.to().tables()).contains("new_visit");
        assertThat(world.prod.flows()).singleElement().satisfies(flow -> {
            assertThat(flow.state()).isEqualTo("Started");
            assertThat(flow.id()).isNotEqualTo(world.dev.flows().get(0).id());
        });
        assertThat(world.prod.apps()).extracting(app -> app.displayName()).containsExactly("Plan visits");
        long before = aboveRead();
        Plan again = migration(mapping).plan();
        assertThat(again.steps()).noneMatch(step -> step.action().writes());
        world.run(migration(mapping)).orThrow();
        assertThat(aboveRead()).isEqualTo(before);
    }

    private long aboveRead() {
        return List.of(world.dev, world.prod).stream()
                .mapToLong(environment -> environment.requests(FakeEffect.EXPORT)
                        + environment.requests(FakeEffect.STAGE)
                        + environment.requests(FakeEffect.WRITE))
                .sum();
    }

    @Test
    void an_app_waits_where_the_package_with_its_table_is_refused() {
        Mapping mapping = byHand();
        world.to().lockUnmanaged();
        Plan plan = migration(mapping).plan();
        assertThat(step(plan, PACKAGE).action()).isEqualTo(Action.BLOCKED);
        assertThat(step(plan, APP).action()).isEqualTo(Action.HELD);
        assertThat(step(plan, APP).waitsFor()).contains(TABLE, FLOW);
        world.run(migration(mapping));
        assertThat(world.prod.apps()).isEmpty();
    }

    @Test
    void an_app_waits_where_the_package_fails_in_the_middle() {
        Mapping mapping = byHand();
        world.to().solutions().fails("new_visit", "The import failed.");
        Report report = world.run(migration(mapping));
        assertThat(report.outcome(PACKAGE).orElseThrow().state()).isEqualTo(Outcome.State.FAILED);
        assertThat(report.outcome(APP).orElseThrow().state()).isNotEqualTo(Outcome.State.DONE);
        assertThat(world.prod.apps()).isEmpty();
    }
}
