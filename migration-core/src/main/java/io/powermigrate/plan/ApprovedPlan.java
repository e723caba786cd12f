package io.powermigrate.plan;

import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A plan that somebody approved; the only thing that can be executed: once, in the environment that it was made for. */
public final class ApprovedPlan {

    private final Plan plan;
    private final ApprovalRequest request;

    ApprovedPlan(Plan plan, ApprovalRequest request) {
        this.plan = plan;
        this.request = request;
    }

    /** What was approved. */
    public Plan plan() {
        return plan;
    }

    /** Who asked for it, and who approved it. */
    public ApprovalRequest request() {
        return request;
    }

    /** What tells this approval from every other one, also of the same plan; it can be used once. */
    public String id() {
        return request.id();
    }

    /** By whom. */
    public List<Approval> approvals() {
        return request.approvals();
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
     * Holds the approval against an environment, a policy and a time.
     *
     * @throws MigrationException when the plan was made for another environment, or its approvals are not what the policy
     *     wants, such as one that has ended
     */
    public void requireFor(String destinationId, ApprovalPolicy policy, Instant now) {
        plan.requireFor(destinationId, "executed");
        policy.require(request, now);
    }

    /** Who approved what, from where to where, and who is signed in to both. */
    @Override
    public String toString() {
        String by = approvals().stream().map(Approval::by).collect(Collectors.joining(", "));
        return Shown.message("Plan of " + Counted.of(plan.changes(), "change") + ", approved by " + by + "; source: "
                + source() + "; destination: " + destination());
    }
}
