package example.temporal;

import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.StalePlanException;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;

/** Workers, any number of each kind. */
public final class Workers {

    /** A plan that is refused or stale, or of which a step failed, needs a person: no further attempt makes it better. */
    private static final RetryOptions RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(5))
            .setMaximumInterval(Duration.ofMinutes(5))
            .setDoNotRetry(MigrationException.class.getName(), StalePlanException.class.getName())
            .build();

    private Workers() {}

    /**
     * Adds a worker of workflows; it needs neither folders nor credentials, and begins when the factory is started.
     *
     * @param lostAfter a worker of activities that is not heard of for so long is lost, and another one takes over; such as 30
     *     seconds
     */
    public static void ofWorkflows(WorkerFactory factory, Duration lostAfter) {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setTaskQueue(PlanExecution.TASK_QUEUE)
                .setStartToCloseTimeout(Duration.ofHours(6))
                .setHeartbeatTimeout(lostAfter)
                .setRetryOptions(RETRIES)
                .build();
        factory.newWorker(CustomerMigration.TASK_QUEUE)
                .registerWorkflowImplementationTypes(
                        WorkflowImplementationOptions.newBuilder()
                                .setDefaultActivityOptions(options)
                                .build(),
                        CustomerMigrationWorkflow.class);
    }

    /** Adds a worker of activities, on a machine that sees the folders; it begins when the factory is started. */
    public static void ofActivities(WorkerFactory factory, PlanExecutor executor) {
        factory.newWorker(PlanExecution.TASK_QUEUE).registerActivitiesImplementations(executor);
    }
}
