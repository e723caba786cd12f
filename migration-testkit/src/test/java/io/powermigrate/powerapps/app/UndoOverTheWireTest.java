package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.UndoMigration;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.AppDocument;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An app that a run has overwritten holds its former document and connections again, in every dialect of the service. */
@Tag("long")
class UndoOverTheWireTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.at(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    static Stream<Dialects> every_dialect() {
        return AppsOverTheWireTest.every_dialect();
    }

    private static FakeApp old(Crossing world) {
        return world.prod.app(AppDocument.named(Crossing.EXPENSES)
                .screen("Old")
                .connection(
                        "shared_teams",
                        world.prod.connection("shared_teams", "Teams of Grace").name())
                .toBytes());
    }

    private Report run(Crossing world) {
        Migration migration = world.builder().workspace(workspace).build();
        return world.execute(migration, migration.plan());
    }

    private Migration undo(Crossing world, Report report) {
        return UndoMigration.of(report, world.target, workspace, PowerApps.plugin())
                .journal(world.journal)
                .time(world.fake.time())
                .build();
    }

    @ParameterizedTest
    @MethodSource("every_dialect")
    void an_app_holds_what_it_held_before(Dialects dialects) {
        try (Crossing world = new Crossing(dialects)) {
            world.expenses();
            FakeApp app = old(world);
            Step before = update(world.plan());
            Report report = run(world);
            report.orThrow();
            assertThat(app.publishedReferences()).hasSize(2);

            Migration undo = undo(world, report);
            world.execute(undo, undo.plan()).orThrow();
            assertThat(app.publishedReferences()).singleElement().satisfies(reference -> assertThat(
                            reference.connectorName())
                    .isEqualToIgnoringCase("shared_teams"));
            assertThat(update(world.plan()).counterpart().orElseThrow().fingerprint())
                    .as("it is what it was to the next plan, too")
                    .isEqualTo(before.counterpart().orElseThrow().fingerprint());
        }
    }

    private static Step update(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.action() == Action.UPDATE)
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.toLongText()));
    }

    @Test
    void a_plan_of_an_undo_changes_nothing_and_an_app_that_was_made_stays() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            Report report = run(world);
            long above = world.prod.requests(FakeEffect.WRITE);
            Plan plan = undo(world, report).plan();
            assertThat(plan.steps()).extracting(Step::action).containsOnly(Action.BLOCKED);
            assertThat(plan.toText()).contains("Delete canvas-app \"Expense report\"");
            assertThat(world.execute(undo(world, report), plan).outcomes())
                    .noneMatch(outcome -> outcome.state() == Outcome.State.DONE);
            assertThat(world.prod.requests(FakeEffect.WRITE)).isEqualTo(above);
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void an_app_that_somebody_published_since_is_left_alone() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            FakeApp app = old(world);
            Report report = run(world);
            app.using(world.prod.connection("shared_sql", "SQL of Grace"), "Orders");
            Step step = undo(world, report).plan().steps().get(0);
            assertThat(step.action()).isEqualTo(Action.BLOCKED);
            assertThat(step.findings()).anyMatch(finding -> finding.rule().equals("UNDO-CHANGED"));
        }
    }
}
