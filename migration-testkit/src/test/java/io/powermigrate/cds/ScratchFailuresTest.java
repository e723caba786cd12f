package io.powermigrate.cds;

import static io.powermigrate.cds.TwoOrganizations.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Leftover;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the making of a scratch solution ends, the source holds none afterwards; and one that a crash left is told. */
class ScratchFailuresTest {

    private static final SolutionOptions SCRATCH = SolutionOptions.defaults().scratchSolution("contoso");

    private static final int ALWAYS = 1000;

    private final TwoOrganizations world = filled(Dialects.standard());

    private static TwoOrganizations filled(Dialects dialects) {
        TwoOrganizations world = new TwoOrganizations(dialects);
        world.from().solution(TwoOrganizations.orders());
        return world;
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Migration migration(TwoOrganizations world) {
        return world.migration(SCRATCH)
                .scope(Scope.of(DataverseTable.TYPE, SecurityRole.TYPE)
                        .named("new_order", "Order reader")
                        .withDependencies())
                .allowInSource(Effect.WRITE)
                .build();
    }

    private static Predicate<SeenRequest> post(String end) {
        return seen -> seen.method().equals("POST") && seen.path().endsWith(end);
    }

    private static Predicate<SeenRequest> removal() {
        return seen -> seen.method().equals("DELETE") && seen.path().contains("/solutions(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/solutions", "/AddSolutionComponent", "/ExportSolutionAsync", "/DownloadSolutionExportData"})
    void a_step_that_the_source_refuses_is_told_and_leaves_no_scratch_solution(String step) {
        world.fake.service().faults().times(ALWAYS, post(step), Fault.error(400, "0x80040216"));
        Report report = world.run(migration(world));
        assertThat(report.outcomes()).anyMatch(outcome -> outcome.state() == Outcome.State.FAILED);
        assertThat(world.scratchSolutions()).isEmpty();
        world.fake.service().faults().clear();
        world.run(migration(world)).orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/solutions", "/AddSolutionComponent", "/ExportSolutionAsync"})
    void a_lost_answer_leaves_no_scratch_solution_either(String step) {
        world.fake.service().faults().next(post(step), Fault.lostAnswer());
        world.run(migration(world));
        assertThat(world.scratchSolutions()).isEmpty();
        assertThat(world.run(migration(world)).outcomes()).allMatch(outcome -> outcome.state() == Outcome.State.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/AddSolutionComponent", "/ExportSolutionAsync", "/DownloadSolutionExportData"})
    void a_run_that_is_cancelled_in_the_middle_leaves_no_scratch_solution(String step) {
        Migration migration = migration(world);
        world.fake
                .service()
                .faults()
                .next(
                        post(step).and(seen -> {
                            migration.cancel();
                            return false;
                        }),
                        Fault.lostAnswer());
        Report report = world.run(migration);
        assertThat(report.outcomes()).noneMatch(outcome -> outcome.state() == Outcome.State.DONE);
        assertThat(world.scratchSolutions()).isEmpty();
    }

    @Test
    void one_that_cannot_be_deleted_is_told_with_the_line_that_removes_it_and_the_import_goes_on() {
        world.fake.service().faults().times(ALWAYS, removal(), Fault.error(403, "0x80040220"));
        Report report = world.run(migration(world));
        Outcome outcome = report.outcome(carrier(report.plan()).key()).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.DONE);
        assertThat(outcome.findings())
                .filteredOn(found -> found.rule().equals("SOL-016"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.reason()).contains("stays in the source");
                    assertThat(found.remedy()).contains("Cds.removeLeftovers");
                });
    }

    @Test
    void one_that_cannot_be_deleted_after_a_failure_is_told_with_the_failure() {
        world.fake.service().faults().times(ALWAYS, post("/ExportSolutionAsync"), Fault.error(400, "0x80040216"));
        world.fake.service().faults().times(ALWAYS, removal(), Fault.error(403, "0x80040220"));
        Report report = world.run(migration(world));
        Outcome outcome = report.outcome(carrier(report.plan()).key()).orElseThrow();
        assertThat(outcome.reason()).contains("0x80040216", "stays in the source");
    }

    private String crashed() {
        String name = carrier(migration(world).plan()).key().name();
        world.from()
                .row(
                        "solutions",
                        Map.of(
                                "uniquename",
                                name,
                                "friendlyname",
                                name,
                                "version",
                                "1.0.0.0",
                                "ismanaged",
                                false,
                                "isvisible",
                                true));
        return name;
    }

    @Test
    void the_next_run_names_one_that_a_crash_left_and_makes_nothing_until_somebody_removes_it() {
        String name = crashed();
        Plan plan = migration(world).plan();
        assertThat(carrier(plan).action()).isEqualTo(Action.BLOCKED);
        Finding found = carrier(plan).findings().stream()
                .filter(each -> each.rule().equals("SOL-014"))
                .findFirst()
                .orElseThrow();
        assertThat(found.reason()).contains(name, "another run", "cut off");
        assertThat(found.remedy()).contains("Cds.removeLeftovers(source, Duration.ZERO)");
        assertThat(Cds.removeLeftovers(world.source, Duration.ZERO))
                .singleElement()
                .matches(Leftover::removed);
        world.run(migration(world)).orThrow();
    }

    @Test
    void one_that_another_run_makes_between_plan_and_execution_is_not_deleted() {
        Migration migration = migration(world);
        Plan plan = migration.plan();
        String name = carrier(plan).key().name();
        world.fake
                .service()
                .faults()
                .next(
                        post("/solutions").and(seen -> {
                            crashed(name);
                            return false;
                        }),
                        Fault.lostAnswer());
        Report report = migration.execute(
                plan.approve(Approval.by("ada@contoso.com", world.fake.time().now())));
        assertThat(report.outcome(carrier(plan).key()).orElseThrow().reason()).contains("another run uses it now");
        assertThat(world.scratchSolutions()).containsExactly(name);
    }

    private void crashed(String name) {
        world.from().row("solutions", Map.of("uniquename", name, "friendlyname", name, "version", "1.0.0.0"));
    }

    @Test
    void leftovers_are_listed_and_removed_only_if_they_are_old_unmanaged_and_made_here() {
        String name = crashed();
        world.from()
                .row(
                        "solutions",
                        Map.of(
                                "uniquename",
                                "powermigrate_00000000_0123",
                                "friendlyname",
                                "From elsewhere",
                                "version",
                                "1.0.0.0"));
        assertThat(Cds.leftovers(world.source)).extracting(Leftover::solution).containsExactly(name);
        assertThat(Cds.removeLeftovers(world.source)).singleElement().satisfies(each -> {
            assertThat(each.removed()).isFalse();
            assertThat(each.kept()).contains("a run may use it now");
        });
        world.fake.clock().advance(Duration.ofDays(2));
        assertThat(carrier(migration(world).plan()).findings())
                .extracting(Finding::rule)
                .contains("SOL-015");
        assertThat(Cds.removeLeftovers(world.source)).singleElement().matches(Leftover::removed);
        assertThat(world.scratchSolutions()).containsExactly("powermigrate_00000000_0123");
    }

    @Test
    void a_leftover_is_no_solution_that_could_travel() {
        crashed();
        assertThat(world.migration(SolutionOptions.defaults())
                        .scope(Scope.everything())
                        .build()
                        .read()
                        .source()
                        .all(Solution.TYPE))
                .noneMatch(each -> each.key().name().startsWith("powermigrate_"));
    }

    @Test
    void it_arrives_where_dependencies_do_not_tell_their_solution_and_a_component_is_refused_twice() {
        Dialects other =
                Dialects.standard().with(Dialect.DEPENDENCY_BASE, "absent").with(Dialect.COMPONENT_TWICE, "refused");
        try (TwoOrganizations elsewhere = filled(other)) {
            elsewhere.run(migration(elsewhere)).orThrow();
            assertThat(elsewhere.scratchSolutions()).isEmpty();
        }
    }
}
