package example.temporal;

import io.temporal.workflow.Workflow;

/** Reads no clock, no file and no environment: all that is the activity's, so that the history can be replayed. */
public final class CustomerMigrationWorkflow implements CustomerMigration {

    private final PlanExecution execution = Workflow.newActivityStub(PlanExecution.class); // options: see Workers

    @Override
    public Result migrate(Order order) {
        return execution.execute(order);
    }
}
