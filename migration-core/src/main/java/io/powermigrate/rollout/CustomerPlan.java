package io.powermigrate.rollout;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plan of one customer, or why there is none. Immutable. */
public final class CustomerPlan {

    private final Target target;
    private final List<String> layers;
    private final @Nullable Plan plan;
    private final @Nullable Problem problem;

    private record Problem(String reason, String remedy, boolean missing) {}

    private CustomerPlan(Target target, List<String> layers, @Nullable Plan plan, @Nullable Problem problem) {
        this.target = target;
        this.layers = List.copyOf(layers);
        this.plan = plan;
        this.problem = problem;
    }

    /**
     * A customer with a plan.
     *
     * @param layers the names of the mapping layers that hold for it, from the widest to the narrowest
     */
    public static CustomerPlan of(Target target, List<String> layers, Plan plan) {
        return new CustomerPlan(target, layers, plan, null);
    }

    /** A customer of whom no plan could be made; the others go on. */
    public static CustomerPlan failed(Target target, MigrationException why) {
        return new CustomerPlan(target, List.of(), null, new Problem(why.problem(), why.remedy(), false));
    }

    /** A customer whose environment is not there yet: a person makes it. */
    public static CustomerPlan missing(Target target, MigrationException why) {
        String remedy = "Make the environment of " + target.name() + ", then run the rollout again. If it is there: "
                + why.remedy();
        return new CustomerPlan(target, List.of(), null, new Problem(why.problem(), remedy, true));
    }

    /** Whom it is about. */
    public Target target() {
        return target;
    }

    /** What people call the customer. */
    public String name() {
        return target.name();
    }

    /** The mapping layers that hold for it, from the widest to the narrowest. */
    public List<String> layers() {
        return layers;
    }

    /** What would happen there; empty where no plan could be made. */
    public Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Why there is no plan; empty where there is one. */
    public String reason() {
        return problem == null ? "" : problem.reason();
    }

    /** What to do about it, in one imperative sentence; empty where there is a plan. */
    public String remedy() {
        return problem == null ? "" : problem.remedy();
    }

    /** Whether its environment is not there yet. */
    public boolean isMissing() {
        return problem != null && problem.missing();
    }

    /** In one line: the customer, and its plan or why there is none. */
    @Override
    public String toString() {
        return Shown.message(target.name() + ": " + (plan == null ? "no plan, because " + reason() : plan.toString()));
    }
}
