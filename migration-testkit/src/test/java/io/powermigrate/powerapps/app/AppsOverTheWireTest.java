package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of an app: new, updated, found again, by each source of packages, in every dialect. */
@Tag("long")
class AppsOverTheWireTest {

    static Stream<Dialects> every_dialect() {
        return Dialects.each().stream();
    }

    @ParameterizedTest
    @MethodSource("every_dialect")
    void apps_with_connections_a_flow_and_a_custom_connector_arrive_once_and_stay(Dialects dialects) {
        try (Crossing world = new Crossing(dialects)) {
            world.expenses();
            world.leave();
            world.orders();
            world.run().orThrow();
            assertThat(world.prod.apps())
                    .extracting(FakeApp::displayName)
                    .containsExactlyInAnyOrder(Crossing.EXPENSES, Crossing.LEAVE, Crossing.ORDERS);
            assertThat(world.prod.apps()).noneMatch(FakeApp::hasDraft);
            long before = world.aboveRead();
            Plan again = world.plan();
            assertThat(again.changes()).isZero();
            assertThat(world.aboveRead()).isEqualTo(before);
        }
    }

    @Test
    void references_hold_the_connector_and_the_flow_of_the_destination() {
        try (Crossing world = new Crossing()) {
            world.orders();
            world.leave();
            world.run().orThrow();
            String connector = world.prod.customConnectors().get(0).name();
            assertThat(world.arrived(Crossing.ORDERS).get(0).publishedReferences())
                    .anySatisfy(
                            reference -> assertThat(reference.connectorName()).isEqualToIgnoringCase(connector));
            String flow = world.prod.flows().get(0).id();
            assertThat(world.arrived(Crossing.LEAVE).get(0).publishedReferences())
                    .anySatisfy(
                            reference -> assertThat(reference.workflowName()).contains(flow));
        }
    }

    @ParameterizedTest
    @MethodSource("every_dialect")
    void an_app_that_is_there_with_another_document_is_updated_not_doubled(Dialects dialects) {
        try (Crossing world = new Crossing(dialects)) {
            world.expenses();
            FakeApp old = world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("Old").toBytes());
            Plan plan = world.plan();
            assertThat(plan.steps()).anyMatch(step -> step.action() == Action.UPDATE);
            world.execute(plan).orThrow();
            assertThat(world.arrived(Crossing.EXPENSES)).extracting(FakeApp::id).containsExactly(old.id());
            assertThat(old.publishedReferences()).hasSize(2);
            assertThat(world.plan().changes()).isZero();
        }
    }

    @Test
    void lost_references_are_written_again_without_an_import() {
        try (Crossing world = new Crossing()) {
            FakeApp origin = world.expenses();
            world.run().orThrow();
            long imports = imports(world);
            FakeApp arrived = world.arrived(Crossing.EXPENSES).get(0);
            origin.using(world.dev.connection("shared_office365users", "Another"), "More");
            world.prod.connection("shared_teams", "unrelated");
            Report report = world.run();
            assertThat(world.outcome(report, Crossing.EXPENSES).state()).isEqualTo(Outcome.State.DONE);
            assertThat(imports(world)).isEqualTo(imports);
            assertThat(arrived.publishedReferences()).hasSize(3);
        }
    }

    @Test
    void an_app_open_in_studio_is_waited_for() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            FakeApp old = world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("Old").toBytes());
            old.openInStudio(world.grace, 3);
            world.run().orThrow();
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void an_app_of_a_solution_goes_by_a_pair_of_the_destination() {
        try (Crossing world = new Crossing()) {
            world.expenses().inSolution();
            world.prod.app(SampleDocuments.nothing());
            world.run().orThrow();
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
            assertThat(world.dev.requests(FakeEffect.EXPORT)).isZero();
            assertThat(world.prod.requests(FakeEffect.EXPORT)).isEqualTo(1);
        }
    }

    @Test
    void without_any_pair_a_person_has_to_begin_and_nothing_is_written() {
        try (Crossing world = new Crossing()) {
            world.expenses().inSolution();
            Plan plan = world.plan();
            assertThat(plan.changes()).isZero();
            assertThat(plan.toLongText()).contains("Import the first app into Fabrikam Prod");
            assertThat(world.aboveRead()).isZero();
        }
    }

    @Test
    void a_pair_that_nobody_minted_is_refused_and_nothing_is_made() {
        try (Crossing world = new Crossing()) {
            world.expenses().inSolution();
            world.supplying(new PackagePair("1cbde1d4-1111-4a55-9d6e-2b8f4c6a1e90", "17095642363502456728"));
            Outcome outcome = world.outcome(world.run(), Crossing.EXPENSES);
            assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
            assertThat(outcome.reason())
                    .contains("refused the pair that the caller gave")
                    .contains("it is not in the destination");
            assertThat(outcome.remedy()).contains("by hand");
            assertThat(world.prod.apps()).isEmpty();
        }
    }

    @Test
    void a_refused_own_package_is_followed_by_a_pair_of_the_destination() {
        Dialects refusing = Dialects.standard().with(Dialect.DATAVERSE_APP_IN_PACKAGE, "refused");
        try (Crossing world = new Crossing(refusing)) {
            world.dev.app(SampleDocuments.tables("https://contosodev.crm4.dynamics.com/"));
            world.prod.app(SampleDocuments.nothing());
            Report report = world.run();
            assertThat(report.outcomes()).isNotEmpty().allMatch(Outcome::isDone);
            assertThat(world.dev.requests(FakeEffect.EXPORT)).isZero();
        }
    }

    @Test
    void a_name_that_the_service_refuses_is_blocked_before_anything_is_written() {
        try (Crossing world = new Crossing()) {
            world.expenses().called("Expenses: 2026");
            Plan plan = world.plan();
            assertThat(plan.steps())
                    .filteredOn(step -> step.key().type().equals("canvas-app"))
                    .extracting(step -> step.action())
                    .containsExactly(Action.BLOCKED);
            assertThat(world.aboveRead()).isZero();
        }
    }

    @Test
    void the_origin_sees_nothing_above_export() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.run().orThrow();
            assertThat(world.dev.requests(FakeEffect.WRITE)).isZero();
            assertThat(world.dev.requests(FakeEffect.STAGE)).isZero();
        }
    }

    @Test
    void a_launch_that_is_refused_fails_the_step_and_one_that_cannot_be_asked_warns() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake.service().faults().times(50, seen -> seen.is("POST", "/launch"), Fault.error(403, "Forbidden"));
            Outcome outcome = world.outcome(world.run(), Crossing.EXPENSES);
            assertThat(outcome.state()).isEqualTo(Outcome.State.DONE);
            assertThat(outcome.findings())
                    .extracting(finding -> finding.rule())
                    .filteredOn(rule -> !rule.startsWith("APP-2")) // sites and lists that no line binds
                    .containsExactly(LaunchProof.NOT_PROVEN);
        }
    }

    private static long imports(Crossing world) {
        return world.fake.service().requests().stream()
                .filter(seen -> seen.is("POST", "/importPackage"))
                .count();
    }
}
