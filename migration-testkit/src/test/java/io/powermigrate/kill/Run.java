package io.powermigrate.kill;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.HaltingStore;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A run as its order says: plans, approves, executes. In a process of its own it is {@link OtherRun}. */
final class Run implements Work {

    /** How late the service may list what it has accepted, by the clock of the world. */
    static final Duration LISTS_WITHIN = Duration.ofSeconds(48);

    private final Order order;
    private final Endpoint source;
    private final Endpoint target;
    private final Journal journal;

    Run(Order order) {
        this.order = order;
        source = order.endpoint("contoso.onmicrosoft.com", "Contoso Dev", "ada@contoso.com", "analytical");
        target = order.endpoint("fabrikam.onmicrosoft.com", "Fabrikam Prod", "grace@fabrikam.com", "compiler");
        journal = order.stop().isEmpty() || order.waits()
                ? Journal.in(order.journal())
                : Journal.on(HaltingStore.halting(order.journal(), order.stop()));
    }

    Journal journal() {
        return journal;
    }

    Migration migration() {
        return Migration.from(source)
                .to(target)
                .install(order.cargo().plugins())
                .scope(order.cargo().scope())
                .allowInSource(order.cargo().inSource())
                .mapping(Mapping.of(order.lines()))
                .workspace(Workspace.at(order.folder()))
                .journal(journal)
                .listsWithin(LISTS_WITHIN)
                .parallelism(order.threads())
                .time(order.time().time())
                .build();
    }

    @Override
    public long open() {
        return migration().plan().changes();
    }

    Report execute(Migration migration, Plan plan) {
        return migration.execute(
                plan.approve(Approval.by("ada@contoso.com", order.time().time().now())));
    }

    List<Told> run() {
        return run(() -> {});
    }

    /**
     * What a person has to see to: what the plan blocks, and what was not done. What shows after the plan was made, because the
     * service lists late, makes the plan stale; then it is made again, as the message says.
     *
     * @param planned happens between plan and execution
     */
    @Override
    public List<Told> run(Runnable planned) {
        Migration migration = migration();
        Plan plan = migration.plan();
        planned.run();
        try {
            return told(plan, execute(migration, plan));
        } catch (StalePlanException changed) {
            Plan again = migration.plan();
            return told(again, execute(migration, again));
        }
    }

    private static List<Told> told(Plan plan, Report report) {
        return Stream.concat(
                        plan.steps().stream().flatMap(Run::told),
                        report.outcomes().stream()
                                .filter(outcome -> !outcome.isDone())
                                .map(outcome -> Told.of(outcome, plan)))
                .toList();
    }

    private static Stream<Told> told(Step step) {
        if (step.action() == Action.BLOCKED) {
            return Stream.of(Told.of(step));
        }
        return step.findings().stream()
                .filter(finding -> finding.rule().equals("SOL-022"))
                .map(note -> Told.of(step, note));
    }

    @Override
    public void close() {
        journal.close();
        source.close();
        target.close();
    }
}
