package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.Rollout;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.Target;
import io.powermigrate.store.Workspace;
import java.util.List;

/** A rollout as its order says, one customer after the other. */
final class RolloutRun implements Work {

    private final Order order;
    private final Endpoint source;
    private final Workspace workspace;
    private final Rollout rollout;

    RolloutRun(Order order) {
        this.order = order;
        this.source = order.endpoint("contoso.onmicrosoft.com", "Contoso Dev", "ada@contoso.com", "analytical");
        this.workspace = Workspace.at(order.folder());
        this.rollout = Migration.from(source)
                .toEach(RolloutWorld.CUSTOMERS.stream().map(this::target).toList())
                .install(order.cargo().plugins())
                .scope(order.cargo().scope())
                .each((builder, customer) -> builder.parallelism(1).listsWithin(Run.LISTS_WITHIN))
                .workspace(workspace)
                .journals(order.journal())
                .time(order.time().time())
                .atOnce(1)
                .build();
    }

    private Target target(String customer) {
        String domain = RolloutWorld.domain(customer);
        return Target.of(customer, () -> order.endpoint(domain, customer, "grace@" + domain, "compiler"))
                .inRing(customer.equals(RolloutWorld.CUSTOMERS.get(0)) ? "pilots" : "the rest");
    }

    @Override
    public List<Told> run(Runnable planned) {
        RolloutPlan plan = rollout.plan();
        planned.run();
        RolloutReport report = rollout.execute(
                plan.approve(Approval.by("ada@contoso.com", order.time().time().now())));
        return report.needSomebody().stream()
                .flatMap(customer -> told(customer, plan).stream())
                .toList();
    }

    private static List<Told> told(CustomerOutcome customer, RolloutPlan plan) {
        List<Told> told = customer.outcomes().stream()
                .filter(outcome -> !outcome.isDone())
                .map(outcome -> Told.of(outcome, plan.plan(customer.name()).orElseThrow()))
                .toList();
        assertThat(told).as("%s needs somebody", customer).isNotEmpty();
        return told;
    }

    @Override
    public long open() {
        return rollout.plan().changes();
    }

    @Override
    public void close() {
        rollout.close();
        workspace.close();
        source.close();
    }
}
