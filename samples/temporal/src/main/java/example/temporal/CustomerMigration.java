package example.temporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Executes the approved plan of one customer. Give it the customer's name as its id: then it runs once at a time. */
@WorkflowInterface
public interface CustomerMigration {

    String TASK_QUEUE = "customer-migrations";

    @WorkflowMethod
    Result migrate(Order order);
}
