package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A rollout that somebody approved; the only thing that can be executed, once. Immutable. */
public final class ApprovedRollout {

    private final RolloutPlan plan;
    private final List<Approval> approvals;
    private final Map<String, ApprovedPlan> approved;
    private final Map<String, MigrationException> refused;

    private ApprovedRollout(
            RolloutPlan plan,
            List<Approval> approvals,
            Map<String, ApprovedPlan> approved,
            Map<String, MigrationException> refused) {
        this.plan = plan;
        this.approvals = List.copyOf(approvals);
        this.approved = Collections.unmodifiableMap(approved);
        this.refused = Collections.unmodifiableMap(refused);
    }

    static ApprovedRollout of(RolloutPlan plan, Function<Plan, ApprovedPlan> approve) {
        Map<String, ApprovedPlan> approved = new LinkedHashMap<>();
        Map<String, MigrationException> refused = new LinkedHashMap<>();
        for (CustomerPlan customer : plan.customers()) {
            try {
                customer.plan().ifPresent(each -> approved.put(customer.name(), approve.apply(each)));
            } catch (MigrationException e) {
                refused.put(customer.name(), e);
            }
        }
        List<Approval> approvals = approved.values().stream()
                .flatMap(each -> each.approvals().stream())
                .distinct()
                .toList();
        return new ApprovedRollout(plan, approvals, approved, refused);
    }

    /** What was approved. */
    public RolloutPlan plan() {
        return plan;
    }

    /** By whom; each once, also where they approved several plans. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** The approved plan of a customer; empty where it has none, or its plan could not be approved. */
    public Optional<ApprovedPlan> of(String customer) {
        return Optional.ofNullable(approved.get(customer));
    }

    /** Why the plan of a customer could not be approved; empty where it was, or where there is none. */
    public Optional<MigrationException> refusal(String customer) {
        return Optional.ofNullable(refused.get(customer));
    }

    /** In one line: what was approved, and by whom. */
    @Override
    public String toString() {
        return Shown.message(
                plan + ", approved by " + approvals.stream().map(Approval::by).toList());
    }
}
