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
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeSolution;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages that people exported: what the fake makes of them in a source arrives in a destination of another tenant. */
class RealPackagesTravelTest {

    /** They need solutions of the service that a new organisation of the fake does not hold. */
    private static final Set<String> LACKING = Set.of(
            "ColumnLevelSecuritySampleSolution.zip",
            "PowerPlatformAdmin_1_0_0_51_nocanvas.zip",
            "SalesHub_Customization_1_0_0_1.zip",
            "TestEngine_1_0_0_1.zip",
            "TimeSheetCommunityDemo_1_0_0_1.zip",
            "subcomponents.zip");

    static Stream<String> unmanaged() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return Stream.of("absent");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip") && !name.contains("_managed"))
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
            assumeThat(solution.isManaged()).as(name + " is managed").isFalse();
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
