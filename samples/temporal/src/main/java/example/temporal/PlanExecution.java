package example.temporal;

import io.temporal.activity.ActivityInterface;

/** Executes an approved plan; another attempt goes on where the last one was cut off. */
@ActivityInterface
public interface PlanExecution {

    String TASK_QUEUE = "plan-executions";

    Result execute(Order order);
}
