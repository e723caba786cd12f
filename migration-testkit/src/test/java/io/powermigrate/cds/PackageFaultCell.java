package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.app.Operation;
import io.powermigrate.powerapps.app.Trouble;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One fault at one operation of a migration of a solution with one of everything. */
record PackageFaultCell(Operation operation, Trouble trouble) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final String VALUE = "https://fabrikam.example";

    /** What an undisturbed migration asks of a Dataverse. */
    static List<Operation> operations() {
        try (TwoOrganizations world = filled(Trouble.NONE, service -> {})) {
            execute(world, migration(world).plan()).orThrow();
            return world.fake.service().requests().stream()
                    .map(Operation::of)
                    .filter(Operation::isOfDataverse)
                    .distinct()
                    .sorted(Comparator.comparing(Operation::template).thenComparing(Operation::method))
                    .toList();
        }
    }

    /** The cells of an operation. */
    static Stream<PackageFaultCell> of(Operation operation) {
        return Trouble.ALL.stream()
                .filter(trouble -> trouble.fits().test(operation))
                .map(trouble -> new PackageFaultCell(operation, trouble));
    }

    /** Whether it takes as long as publishing may take: until then nobody knows that the answer will never begin. */
    boolean isLong() {
        return operation.template().contains("PublishAllXml") && trouble.words().equals("head without end");
    }

    /** What stands in the page; an error where the migration did something wrong. */
    String result() {
        Consumer<FakeService> fails = service -> service.faults()
                .times(trouble.times(), operation, trouble.fault().apply(service.now()));
        try (TwoOrganizations world = filled(trouble, fails)) {
            String result = migrated(world);
            world.fake.service().faults().clear();
            if (result.equals("right")) {
                result = isUnseen(world) ? "unseen" : result;
                assertRight(world);
                assertThat(migration(world).plan().changes())
                        .as("changes of a plan afterwards")
                        .isZero();
            } else {
                result = finished(world);
            }
            assertThat(world.fake.clock().waited()).as("waiting").isLessThan(LONGEST_WAIT);
            return result;
        }
    }

    /** A 204 is how the service says that it has published, and nothing that can be read shows that it has not. */
    private boolean isUnseen(TwoOrganizations world) {
        boolean unseen = trouble.words().equals("204 always") && !world.to().isPublished();
        if (unseen) {
            world.to().publish();
        }
        return unseen;
    }

    private static TwoOrganizations filled(Trouble trouble, Consumer<FakeService> before) {
        TwoOrganizations world = new TwoOrganizations(
                Dialects.standard(),
                before,
                "customer" + WORLDS.incrementAndGet() + ".onmicrosoft.com",
                trouble::settings);
        world.from()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .table(TableSpec.named("new_Order", "Order")
                                .column(ColumnSpec.money("new_Amount", 2).secured()))
                        .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                        .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"))
                        .variable(VariableSpec.text("new_Url").required())
                        .connectionReference("new_sql", "shared_sql")
                        .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql"))
                        .toZip());
        world.prod.connection("shared_sql", "SQL of Grace");
        return world;
    }

    private static Migration migration(TwoOrganizations world) {
        String connection = world.prod.connections().get(0).name();
        return world.migration(SolutionOptions.defaults())
                .scope(Scope.of(DataverseTable.TYPE).named("new_order").withDependencies())
                .mapping(Mapping.of(Cds.value("new_Url", VALUE), Cds.reference("new_sql", connection)))
                .build();
    }

    private static Report execute(TwoOrganizations world, Plan plan) {
        return migration(world)
                .execute(plan.approve(
                        Approval.by("ada@contoso.com", world.fake.time().now())));
    }

    private static String migrated(TwoOrganizations world) {
        try {
            Plan plan = migration(world).plan();
            Report report = execute(world, plan);
            boolean told = plan.notLookedAt().stream().anyMatch(PackageFaultCell::isOfTheFault)
                    || plan.steps().stream().anyMatch(PackageFaultCell::isTold)
                    || report.outcomes().stream().anyMatch(PackageFaultCell::isTold);
            return told ? "told" : "right";
        } catch (MigrationException refused) {
            assertThat(refused.remedy()).as(refused.problem()).isNotBlank();
            return "told";
        }
    }

    /** The next run, without the fault; where it asks a person to check whether something was started, one does. */
    private static String finished(TwoOrganizations world) {
        Report next = execute(world, migration(world).plan());
        List<Outcome> open = next.outcomes().stream()
                .filter(each -> each.key().type().equals(Solution.TYPE.name())
                        && each.remedy().contains("journal.notStarted("))
                .toList();
        for (Outcome each : open) {
            assertThat(world.to().solutions().imports()).as("%s", each).isZero();
            world.journal.notStarted(each.key(), "the test", world.fake.clock().instant());
        }
        Report last = open.isEmpty() ? next : execute(world, migration(world).plan());
        assertThat(last.outcomes()).as(last.toText()).allMatch(each -> each.state() == Outcome.State.DONE);
        assertRight(world);
        return open.isEmpty() ? "told" : "asked";
    }

    /** Every plan says that drafts of forms and apps are not read. */
    private static boolean isOfTheFault(String notChecked) {
        return !notChecked.contains("have changes that are not published");
    }

    private static boolean isTold(Step step) {
        return step.action() == Action.BLOCKED || step.action() == Action.HELD;
    }

    private static boolean isTold(Outcome outcome) {
        boolean open = outcome.state() != Outcome.State.DONE;
        assertThat(open && (outcome.reason().isBlank() || outcome.remedy().isBlank()))
                .as("%s without a reason or a remedy", outcome)
                .isFalse();
        return open;
    }

    /** Everything there, once, published, bound and switched on, and brought by one import. */
    private static void assertRight(TwoOrganizations world) {
        assertThat(world.to().solutions().imports()).as("imports").isEqualTo(1);
        assertThat(world.to().tables()).containsOnlyOnce("new_order");
        assertThat(world.to().isPublished()).as("published").isTrue();
        assertThat(values(world, "roles", "name")).containsOnlyOnce("Order reader");
        assertThat(values(world, "fieldsecurityprofiles", "name")).containsOnlyOnce("Amounts");
        assertThat(values(world, "environmentvariablevalues", "value")).containsExactly(VALUE);
        assertThat(values(world, "connectionreferences", "connectionid")).hasSize(1);
        assertThat(values(world, "workflows", "statecode")).containsExactly("1");
    }

    private static List<String> values(TwoOrganizations world, String set, String member) {
        return world.to().rows(set).stream()
                .flatMap(row -> row.value(member).stream())
                .toList();
    }

    @Override
    public String toString() {
        return operation + ", " + trouble;
    }
}
