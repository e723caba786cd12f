package io.powermigrate.cds;

import static io.powermigrate.cds.TwoOrganizations.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.solution.ChoiceSpec;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody has published does not travel, which the plan says; or it is published first, if the caller wants that. */
class UnpublishedChangesTest {

    private static final SolutionOptions PUBLISHING = SolutionOptions.defaults().publishBeforeExport();

    private final TwoOrganizations world = new TwoOrganizations();

    @BeforeEach
    void fill() {
        world.from()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Number", 100)))
                        .table(TableSpec.named("new_Invoice", "Invoice"))
                        .choice(ChoiceSpec.named("new_priority").option(100000000, "Low"))
                        .toZip());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Migration migration(SolutionOptions options) {
        return world.migration(options)
                .scope(Scope.of(DataverseTable.TYPE).named("new_order").withDependencies())
                .allowInSource(Effect.WRITE)
                .build();
    }

    private static Optional<Finding> found(Plan plan, String rule) {
        return carrier(plan).findings().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_column_that_nobody_has_published_will_not_travel_and_the_plan_warns_of_it(boolean scratch) {
        world.from().drafts().column("new_order", "new_Note");
        SolutionOptions options = SolutionOptions.defaults();
        Plan plan = migration(scratch ? options.scratchSolution("contoso") : options)
                .plan();
        Finding warning = found(plan, "SOL-013").orElseThrow();
        assertThat(warning.verdict()).isEqualTo(Verdict.WARN);
        assertThat(warning.reason()).contains("will not travel", "new_order", "the column new_note is new");
        assertThat(warning.remedy()).contains("Publish them in the source", "publishBeforeExport()");
    }

    @Test
    void a_column_that_was_changed_and_a_choice_that_is_new_are_named_too() {
        world.from().drafts().length("new_order", "new_number", 200).choice("new_priority");
        assertThat(found(migration(SolutionOptions.defaults()).plan(), "SOL-013")
                        .orElseThrow()
                        .reason())
                .contains("the column new_number has changed", "choice \"new_priority\" is new");
    }

    @Test
    void where_everything_is_published_nothing_is_said_but_which_kinds_are_not_known() {
        Plan plan = migration(SolutionOptions.defaults()).plan();
        assertThat(carrier(plan).findings()).extracting(Finding::rule).doesNotContain("SOL-013", "SOL-018", "SOL-019");
        assertThat(plan.toLongText()).contains("forms, views, charts, apps and web resources of the solution Orders");
    }

    @Test
    void where_the_service_does_not_tell_what_is_published_the_plan_says_that_it_is_not_known() {
        world.from().drafts().column("new_order", "new_Note");
        world.fake
                .service()
                .faults()
                .times(
                        1000,
                        seen -> seen.path().endsWith("$batch"),
                        Fault.body((path, body) -> body.replace("\"EntityMetadata\":{", "\"Another\":{")));
        Finding unknown =
                found(migration(SolutionOptions.defaults()).plan(), "SOL-019").orElseThrow();
        assertThat(unknown.verdict()).isEqualTo(Verdict.WARN);
        assertThat(unknown.reason()).contains("is not known", "new_order");
    }

    @Test
    void publishing_first_lets_it_travel_and_the_plan_says_whose_work_that_may_be() {
        world.from().drafts().column("new_order", "new_Note");
        Migration migration = migration(PUBLISHING);
        Plan plan = migration.plan();
        assertThat(found(plan, "SOL-018").orElseThrow().reason())
                .contains("are published there before the export, no matter who made them", "new_note");
        assertThat(world.from().isPublished()).isFalse();
        world.run(migration).orThrow();
        assertThat(world.from().isPublished()).isTrue();
        assertThat(migration(PUBLISHING).plan().steps())
                .noneMatch(step -> step.action().writes());
    }

    @Test
    void a_scratch_solution_publishes_what_it_carries_and_nothing_else() {
        world.from().drafts().column("new_order", "new_Note").column("new_invoice", "new_Draft");
        Migration migration = migration(PUBLISHING.scratchSolution("contoso"));
        Plan rehearsed = migration.rehearse(migration.plan());
        migration
                .execute(rehearsed.approve(
                        Approval.by("ada@contoso.com", world.fake.time().now())))
                .orThrow();
        assertThat(world.from().drafts().all()).containsExactly("new_invoice.new_draft");
        assertThat(world.from().solutions().exports()).isEqualTo(1);
    }

    @Test
    void a_plan_that_exports_nothing_stays_true_after_a_rehearsal_that_exports() {
        Migration migration = migration(SolutionOptions.defaults().planWithoutExport());
        Plan rehearsed = migration.rehearse(migration.plan());
        migration
                .execute(rehearsed.approve(
                        Approval.by("ada@contoso.com", world.fake.time().now())))
                .orThrow();
        assertThat(world.from().solutions().exports()).isEqualTo(1);
    }

    @Test
    void publishing_needs_the_permission_to_change_the_source() {
        Plan plan = world.migration(PUBLISHING)
                .scope(Scope.of(DataverseTable.TYPE).named("new_order").withDependencies())
                .build()
                .plan();
        assertThat(carrier(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(found(plan, "ENG-SOURCE").orElseThrow().remedy()).contains(".allowInSource(Effect.WRITE)");
    }

    @Test
    void a_second_run_that_publishes_first_has_nothing_to_publish_or_to_import() {
        world.run(migration(PUBLISHING)).orThrow();
        long before = world.changes();
        world.run(migration(PUBLISHING)).orThrow();
        assertThat(world.changes()).isEqualTo(before);
    }
}
