package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.World.rulesOf;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.UndoMigration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Difference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.report.Undo;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has overwritten is put back by a plan of its own; everything else is blocked with what a person does. */
class UndoMigrationTest {

    private final World world = new World();

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.at(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Report run() {
        return world.run(builder -> builder.workspace(workspace));
    }

    private MigrationBuilder undo(Report report) {
        return UndoMigration.of(report, world.destination.endpoint(), workspace, world)
                .journal(world.journal)
                .time(world.clock.time());
    }

    private Report executed(Migration undo) {
        return undo.execute(undo.plan().approve(World.approval()));
    }

    /** A run that has made Expenses and has overwritten Costs. */
    private Report runOverCosts() {
        world.source.put(app("a1", "Expenses"), app("a2", "Costs"));
        world.destination.put(app("x", "Costs").text("as it was"));
        return run();
    }

    private static Step ofCosts(Plan plan) {
        return step(plan, Thing.APP.key("Costs"));
    }

    private static Finding block(Step step) {
        return step.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.BLOCK)
                .findFirst()
                .orElseThrow();
    }

    private String textOfCosts() {
        return world.destination.items("app").stream()
                .filter(each -> each.id().equals("x"))
                .findFirst()
                .flatMap(each -> each.content().text("text"))
                .orElse("");
    }

    @Test
    void what_was_overwritten_is_put_back_and_what_was_made_is_left_to_a_person() {
        Report report = runOverCosts();
        assertThat(textOfCosts()).isEqualTo("text of Costs");
        Plan plan = undo(report).build().plan();
        assertThat(ofCosts(plan).action()).isEqualTo(Action.UPDATE);
        Step made = step(plan, Thing.APP.key("Expenses"));
        assertThat(made.action()).isEqualTo(Action.BLOCKED);
        assertThat(block(made).remedy()).startsWith("Delete app \"Expenses\"");

        Report undone = executed(undo(report).build());
        assertThat(undone.outcome(ofCosts(plan).key()).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        assertThat(textOfCosts()).isEqualTo("as it was");
    }

    @Test
    void a_report_that_was_saved_is_enough() throws IOException {
        Path file = folder.resolve("report.json");
        runOverCosts().writeTo(file);
        executed(undo(Report.read(file)).build());
        assertThat(textOfCosts()).isEqualTo("as it was");
        assertThat(Files.readString(file)).contains("\"left\"");
    }

    @Test
    void an_undo_that_is_done_has_nothing_left_to_do() {
        Report report = runOverCosts();
        executed(undo(report).build());
        assertThat(ofCosts(undo(report).build().plan()).action()).isEqualTo(Action.SKIP);
    }

    @Test
    void an_undo_can_be_undone() {
        Report undone = executed(undo(runOverCosts()).build());
        executed(undo(undone).build());
        assertThat(textOfCosts()).isEqualTo("text of Costs");
    }

    @Test
    void what_somebody_has_changed_since_is_not_overwritten_unless_the_caller_says_so() {
        Report report = runOverCosts();
        world.destination.put(app("x", "Costs").text("by somebody"));
        Step changed = ofCosts(undo(report).build().plan());
        assertThat(changed.action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(changed)).contains("UNDO-CHANGED");

        MigrationBuilder waived = undo(report).waive("UNDO-CHANGED", changed.key(), "it was a mistake, too");
        executed(waived.build());
        assertThat(textOfCosts()).isEqualTo("as it was");
    }

    @Test
    void what_somebody_changes_after_the_plan_makes_it_stale() {
        Migration undo = undo(runOverCosts()).build();
        Plan plan = undo.plan();
        world.destination.put(app("x", "Costs").text("by somebody"));
        assertThatThrownBy(() -> undo.execute(plan.approve(World.approval()))).isInstanceOf(StalePlanException.class);
        assertThat(textOfCosts()).isEqualTo("by somebody");
    }

    @Test
    void what_the_run_never_saw_as_written_is_not_overwritten_unless_the_caller_says_so() {
        Report report = runOverCosts();
        List<Undo> unseen = report.undo().stream()
                .map(each -> new Undo(
                        each.key(), each.action(), each.destinationId(), each.way(), each.remedy(), each.files(), ""))
                .toList();
        assertThat(rulesOf(ofCosts(undo(report.with(unseen)).build().plan()))).contains("UNDO-NOT-VERIFIED");
    }

    @Test
    void what_is_gone_is_not_made_again() {
        Report report = runOverCosts();
        world.destination.remove(app("x", "Costs"));
        Step gone = ofCosts(undo(report).build().plan());
        assertThat(gone.action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(gone)).contains("UNDO-GONE");
    }

    @Test
    void what_the_run_only_added_to_is_not_called_as_before() {
        world.readers.set(0, new ThingMigrator(Thing.APP, world) {
            @Override
            public List<Difference> differences(Thing desired, Thing actual) {
                String wanted = desired.content().text("text").orElse("");
                String held = actual.content().text("text").orElse("");
                return held.startsWith(wanted) ? List.of() : super.differences(desired, actual);
            }
        });
        world.source.put(app("a2", "Costs").text("old and new"));
        world.destination.put(app("x", "Costs").text("old"));
        Step step = ofCosts(undo(run()).build().plan());
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(rulesOf(step)).contains("UNDO-MORE");
        assertThat(block(step).remedy()).startsWith("Take away by hand what the run added: Put back into app");
    }

    @Test
    void without_the_workspace_of_the_run_nothing_is_put_back_and_the_plan_says_why() {
        Report report = runOverCosts();
        try (Workspace other = Workspace.at(folder.resolve("other"))) {
            Step step = ofCosts(UndoMigration.of(report, world.destination.endpoint(), other, world)
                    .build()
                    .plan());
            assertThat(step.action()).isEqualTo(Action.BLOCKED);
            assertThat(block(step).reason()).contains("does not hold what it was before", "other");
        }
    }

    @Test
    void what_somebody_has_changed_in_the_workspace_is_not_written_and_the_plan_says_why() throws IOException {
        Report report = runOverCosts();
        Path kept = workspace.folder().resolve(ofCostsIn(report).files().get(0).sha256());
        Files.writeString(kept, Files.readString(kept).replace("as it was", "so it was"));
        Step step = ofCosts(undo(report).build().plan());
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(block(step).reason()).startsWith("what it was before cannot be read: ");
    }

    @Test
    void what_a_report_names_of_another_resource_is_not_written() {
        Report report = runOverCosts();
        Undo costs = ofCostsIn(report);
        Undo other =
                new Undo(costs.key(), costs.action(), "y", costs.way(), costs.remedy(), costs.files(), costs.left());
        world.destination.put(app("y", "Wages").text("of nobody's business"));
        Step step = undo(report.with(List.of(other))).build().plan().steps().get(0);
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(block(step).reason()).contains("does not hold what it was before");
    }

    private static Undo ofCostsIn(Report report) {
        return report.undo().stream()
                .filter(undo -> undo.way() == Undo.Way.PUT_BACK)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_run_wrote_last_is_put_back_first() {
        Thing base = app("a1", "Base");
        world.source.put(base, app("a2", "Above").needs(base));
        world.destination.put(app("b", "Base").text("old"), app("c", "Above").text("old"));
        Plan plan = undo(run()).build().plan();
        assertThat(step(plan, Thing.APP.key("Above")).wave())
                .isLessThan(step(plan, Thing.APP.key("Base")).wave());
    }

    @Test
    void a_waiver_writes_nothing_where_nothing_was_kept() {
        Report report = runOverCosts();
        ResourceKey made = Thing.APP.key("Expenses");
        Report undone = executed(
                undo(report).waive("UNDO-BY-HAND", made, "it will do something").build());
        Outcome outcome = undone.outcome(made).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(outcome.reason()).contains("what it was before was not kept");
        assertThat(world.destination.items("app"))
                .anySatisfy(item -> assertThat(item.content().text("text")).contains("text of Expenses"));
    }

    @Test
    void another_environment_is_refused() {
        Report report = runOverCosts();
        assertThatThrownBy(() -> UndoMigration.of(report, world.source.endpoint(), workspace, world))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the run has changed the destination (", "not the source (")
                .hasMessageContaining("Give the environment that the run has changed");
    }

    @Test
    void a_run_that_has_changed_nothing_is_refused() {
        world.source.put(app("a1", "Expenses"));
        run();
        Report nothing = run();
        assertThatThrownBy(() -> undo(nothing)).hasMessageContaining("There is nothing to undo because the run of");
    }

    @Test
    void a_type_that_no_plugin_reads_is_named() {
        Report report = runOverCosts();
        MigrationPlugin other = new MigrationPlugin() {
            @Override
            public String name() {
                return "other";
            }

            @Override
            public List<ResourceReader<?>> readers() {
                return List.of(new ThingReader(Thing.LINK, world));
            }
        };
        assertThatThrownBy(() -> UndoMigration.of(report, world.destination.endpoint(), workspace, other))
                .hasMessageContaining("no plugin reads the type of app \"")
                .hasMessageContaining("Install every plugin that the run had");
    }
}
