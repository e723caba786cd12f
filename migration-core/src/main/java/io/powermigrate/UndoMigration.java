package io.powermigrate;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.undo.Before;
import io.powermigrate.report.Report;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import java.util.List;

/**
 * Puts back what a run has overwritten, as a migration of its own: it is planned, approved, executed, verified and recorded as every
 * other one. Its source is what the destination held before, which the run kept in its workspace.
 *
 * <pre>{@code
 * Report report = Report.read(file);                              // of the run, kept with report.writeTo(file)
 * try (Workspace workspace = Workspace.at(folder);                // of the run
 *         Migration undo = UndoMigration.of(report, target, workspace, plugin).build()) {
 *     Plan plan = undo.plan();
 *     System.out.println(plan.toText());
 *     undo.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
 * }
 * }</pre>
 *
 * <p>What cannot be put back is BLOCKED in the plan, with what a person does: what the run made (nothing is deleted), a package (what
 * the destination held of it was not exported), what a migrator cannot write again, what the run only added to, what is gone, what the
 * run did not see as written, and what somebody has changed since. The last two the caller may waive ({@code UNDO-NOT-VERIFIED}, {@code
 * UNDO-CHANGED}). What the destination holds as before is skipped, so an undo can be repeated.
 */
public final class UndoMigration {

    private UndoMigration() {}

    /**
     * Starts the undo of a run.
     *
     * @param report what the run returned, or was saved of it
     * @param destination the environment that the run has changed; it stays the caller's, who closes it after the migration
     * @param workspace the one of the run; it stays the caller's
     * @param plugins every plugin that the run had
     * @return a builder that has source, destination, workspace and plugin; add an approval policy, a journal, waivers
     * @throws MigrationException when the run has changed nothing, it has changed another environment, or no plugin reads the type of
     *     something that it has changed
     */
    public static MigrationBuilder of(
            Report report, Endpoint destination, Workspace workspace, MigrationPlugin... plugins) {
        if (!report.destination().id().equals(destination.id())) {
            throw new MigrationException(
                    "Nothing was undone because the run has changed "
                            + report.destination().name() + " ("
                            + report.destination().id() + "), not "
                            + destination.name() + " (" + destination.id() + ")",
                    "Give the environment that the run has changed");
        }
        Before before = new Before(report, workspace, List.of(plugins));
        return Migration.from(before.inventory())
                .to(destination)
                .install(before.plugin())
                .workspace(workspace);
    }
}
