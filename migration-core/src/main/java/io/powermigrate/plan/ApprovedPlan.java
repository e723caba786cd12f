package io.powermigrate.plan;

import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A plan that somebody approved; the only thing that can be executed: once, in the environment that it was made for. */
public final class ApprovedPlan {

    private final Plan plan;
    private final List<Approval> approvals;
    private final String id = UUID.randomUUID().toString();

    ApprovedPlan(Plan plan, List<Approval> approvals) {
        this.plan = plan;
        this.approvals = List.copyOf(approvals);
    }

    /** What was approved. */
    public Plan plan() {
        return plan;
    }

    /** What tells this approval from every other one, also of the same plan; it can be used once. */
    public String id() {
        return id;
    }

    /** By whom. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** The environment that resources come from, and who was signed in when the plan was made; it must be the same still. */
    public Party source() {
        return plan.source();
    }

    /** The environment that is changed, and who was signed in when the plan was made; it must be the same still. */
    public Party destination() {
        return plan.destination();
    }

    /**
     * Holds the approval against an environment and a time.
     *
     * @throws MigrationException when the plan was made for another environment, or an approval has ended
     */
    public void requireFor(String destinationId, Instant now) {
        plan.requireFor(destinationId, "executed");
        for (Approval approval : approvals) {
            if (approval.until().filter(end -> !now.isBefore(end)).isPresent()) {
                throw new MigrationException(
                        "The plan was not executed because the approval of " + approval.by() + " ended at "
                                + approval.until().get(),
                        "Approve it again");
            }
        }
    }

    /** Who approved what, from where to where, and who is signed in to both. */
    @Override
    public String toString() {
        String by = approvals.stream().map(Approval::by).collect(Collectors.joining(", "));
        return Shown.message("Plan of " + Counted.of(plan.changes(), "change") + ", approved by " + by + "; source: "
                + source() + "; destination: " + destination());
    }
}
