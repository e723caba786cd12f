/** A rollout beyond one machine: a Temporal workflow for each customer, which executes a plan that was approved before. */
package example.temporal;
