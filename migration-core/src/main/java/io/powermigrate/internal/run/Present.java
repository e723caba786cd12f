package io.powermigrate.internal.run;

import io.powermigrate.internal.plan.Reading;
import io.powermigrate.plan.Plan;

/**
 * Both environments as they are right before an execution, and the plan that this gives.
 *
 * @param reading what was read
 * @param plan what is executed: what was approved or, where an execution of it was cut off, what that one has left
 */
public record Present(Reading reading, Plan plan) {}
