package example.temporal;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.temporal.activity.Activity;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every worker needs the same folders: plan, approvals, journal and workspace of each customer. Here they are on a drive that all of
 * them see; a journal may as well be in a database, behind {@code JournalStore}.
 */
public final class PlanExecutor implements PlanExecution {

    private final Path folders;
    private final Environments environments;

    /** Opens environments, with credentials that only the worker knows. */
    public interface Environments {

        Endpoint source();

        Endpoint of(String customer);
    }

    public PlanExecutor(Path folders, Environments environments) {
        this.folders = folders;
        this.environments = environments;
    }

    /** How a plan is made and how it is executed: with other settings it would be stale. */
    public static MigrationBuilder migration(Endpoint source, Endpoint destination) {
        return Migration.from(source)
                .to(destination)
                .install(PowerApps.plugin())
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .parallelism(1); // what a lost worker leaves half done needs a person: one app at most
    }

    @Override
    public Result execute(Order order) {
        Path kept = folders.resolve(order.customer());
        Plan plan = Plan.read(kept.resolve("plan.json"));
        ApprovalRequest approvals = ApprovalRequest.read(kept.resolve("plan.approvals.json"), order.digest());
        Path reportFile = kept.resolve("report-" + approvals.id() + ".json");
        if (Files.exists(reportFile)) { // the worker was lost between its end and telling Temporal of it
            return result(order, Report.read(reportFile));
        }
        try (Endpoint source = environments.source();
                Endpoint destination = environments.of(order.customer());
                Workspace workspace = Workspace.at(kept.resolve("workspace"));
                Journal journal = Journal.in(kept.resolve("journal"));
                Migration migration = migration(source, destination)
                        .workspace(workspace)
                        .journal(journal)
                        .build();
                Heartbeat heartbeat = new Heartbeat(Activity.getExecutionContext(), migration::cancel)) {
            Report report = migration.execute(plan.approve(approvals));
            if (!report.outcomes().stream().allMatch(Outcome::isDone)) {
                heartbeat.requireStillWanted(); // else it was cut off, and the next attempt goes on
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("The worker shuts down: the next attempt goes on");
                }
            }
            report.writeTo(reportFile);
            return result(order, report);
        }
    }

    private static Result result(Order order, Report report) {
        report.orThrow();
        return new Result(order.customer(), report.outcomes().size());
    }
}
