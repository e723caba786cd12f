package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.testkit.fake.FakeSolution;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages that people exported: what the fake makes of them in a source arrives in a destination of another tenant. */
@Tag("long")
class RealPackagesTravelTest {

    /** They need solutions of the service that a new organisation of the fake does not hold. */
    private static final Set<String> LACKING = Set.of(
            "ColumnLevelSecuritySampleSolution.zip",
            "PowerPlatformAdmin_1_0_0_51_nocanvas.zip",
            "SalesHub_Customization_1_0_0_1.zip",
            "TestEngine_1_0_0_1.zip",
            "TimeSheetCommunityDemo_1_0_0_1.zip",
            "subcomponents.zip");

    private static final Set<String> MANAGED =
            Set.of("AIBuilderInvoiceProcessingAutomation.zip", "polymorphiclookupexamplesolution.zip");

    /** They need connectors, references and variables that the source held outside of any solution (S01). */
    private static final Set<String> NEEDING_ACTIVE = Set.of(
            "CenterofExcellenceAuditComponents_1_51_5_managed.zip", "CenterofExcellenceAuditLogs_1_40_managed.zip");

    static Stream<String> unmanaged() throws IOException {
        return names(name -> !isManaged(name));
    }

    static Stream<String> lacking() {
        return LACKING.stream().sorted();
    }

    /** Two of them do not say it in their names. */
    static Stream<String> managed() throws IOException {
        return names(RealPackagesTravelTest::isManaged);
    }

    private static boolean isManaged(String name) {
        return name.contains("_managed") || MANAGED.contains(name);
    }

    private static Stream<String> names(Predicate<String> wanted) throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return Stream.of("absent");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip") && wanted.test(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", "dataverse", "solutions");
    }

    @ParameterizedTest
    @MethodSource("unmanaged")
    void it_arrives_or_the_plan_names_what_the_destination_lacks(String name) throws IOException {
        assumeThat(folder()).as("the folder ../shared/fixtures/dataverse").isDirectory();
        try (TwoOrganizations world = new TwoOrganizations()) {
            FakeSolution solution = world.from().solution(Files.readAllBytes(folder().resolve(name)));
            Migration migration = world.migration(SolutionOptions.defaults())
                    .scope(Scope.of(Solution.TYPE).withDependencies())
                    .build();
            Plan plan = migration.plan();
            Report report = migration.execute(plan.approve(
                    Approval.by("ada@contoso.com", world.fake.time().now())));
            boolean blocked = plan.step(Solution.TYPE.key(solution.uniqueName()))
                            .orElseThrow()
                            .action()
                    == Action.BLOCKED;
            assertThat(blocked).as(name + " lacks something").isEqualTo(LACKING.contains(name));
            if (blocked) {
                assertThat(plan.toLongText())
                        .contains("the package needs")
                        .contains("and the destination does not hold it");
                assertThat(world.prod.requests(FakeEffect.WRITE)).isZero();
                return;
            }
            assertThat(report.outcomes()).isNotEmpty().allMatch(outcome -> outcome.state() == Outcome.State.DONE);
            changesNothingAgain(migration, world);
        }
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void it_arrives_where_the_solutions_are_that_it_builds_on(String name) throws IOException {
        assumeThat(folder()).as("the folder ../shared/fixtures/dataverse").isDirectory();
        try (TwoOrganizations world = new TwoOrganizations()) {
            world.from().solution(Files.readAllBytes(folder().resolve(name)));
            Surroundings.of(folder().resolve(name)).into(world.to());
            Migration migration = world.migration(SolutionOptions.defaults())
                    .scope(Scope.of(Solution.TYPE).withDependencies())
                    .build();
            arrives(migration, world);
            changesNothingAgain(migration, world);
        }
    }

    @ParameterizedTest
    @MethodSource("managed")
    void a_managed_package_of_a_folder_arrives_where_the_solutions_are_that_it_builds_on(
            String name, @TempDir Path packages) throws IOException {
        assumeThat(folder()).as("the folder ../shared/fixtures/dataverse").isDirectory();
        try (TwoOrganizations world = new TwoOrganizations()) {
            Files.copy(folder().resolve(name), packages.resolve(name));
            Surroundings.of(folder().resolve(name)).into(world.to());
            Migration migration = Migration.from(Packages.in(packages, world.workspace))
                    .to(world.target)
                    .install(PowerApps.plugin(), Cds.plugin())
                    .ruleSet(RuleSets.SOLUTION_AWARE)
                    .scope(Scope.of(Solution.TYPE).withDependencies())
                    .workspace(world.workspace)
                    .journal(world.journal)
                    .time(world.fake.time())
                    .build();
            if (NEEDING_ACTIVE.contains(name)) {
                isRefusedWithoutAWrite(migration, world);
            } else {
                arrives(migration, world);
            }
        }
    }

    /** Nobody can tell before it is staged whether the destination has what no solution provides. */
    private static void isRefusedWithoutAWrite(Migration migration, TwoOrganizations world) {
        Report report = run(migration, migration.plan(), world);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.key().type().equals(Solution.TYPE.name()))
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
                    assertThat(outcome.reason()).contains("outside of any solution that could be installed ('Active')");
                });
        assertThat(world.prod.requests(FakeEffect.WRITE)).isZero();
    }

    private static Report run(Migration migration, Plan plan, TwoOrganizations world) {
        return migration.execute(
                plan.approve(Approval.by("ada@contoso.com", world.fake.time().now())));
    }

    private static void arrives(Migration migration, TwoOrganizations world) {
        Plan plan = migration.plan();
        Report report = run(migration, plan, world);
        assertThat(plan.steps())
                .filteredOn(step -> step.key().type().equals(Solution.TYPE.name()))
                .as(plan.toLongText())
                .extracting(step -> step.action())
                .containsOnly(Action.CREATE);
        assertThat(report.outcomes()).isNotEmpty().allMatch(outcome -> outcome.state() == Outcome.State.DONE);
    }

    private static void changesNothingAgain(Migration migration, TwoOrganizations world) {
        long changes = changes(world);
        migration.execute(migration
                .plan()
                .approve(Approval.by("grace@fabrikam.com", world.fake.time().now())));
        assertThat(changes(world)).isEqualTo(changes);
    }

    private static long changes(TwoOrganizations world) {
        return world.prod.requests(FakeEffect.WRITE)
                + world.prod.requests(FakeEffect.STAGE)
                + world.dev.requests(FakeEffect.EXPORT);
    }
}
