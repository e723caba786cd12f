package io.powermigrate.internal.run;

import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.internal.plan.PlanOptions;
import io.powermigrate.internal.plan.PlanTools;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.journal.Journal;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.time.Duration;

/**
 * What reading and executing are done with.
 *
 * @param tools what plans are made with
 * @param journal what earlier runs did, and where this one writes what it does
 * @param time the clock, and waiting
 * @param events who watches
 * @param parallelism how many resources are worked on at once
 * @param patience how long is waited for what
 * @param approvals what an execution wants of the approvals of its plan
 */
public record RunContext(
        PlanTools tools,
        Journal journal,
        Time time,
        Events events,
        int parallelism,
        Patience patience,
        ApprovalPolicy approvals) {

    /**
     * How long is waited.
     *
     * @param verify how long the destination is read again until it shows what was written
     * @param lists how late the destination may list what was made there
     * @param step how long one step may take, in real time; zero for no limit
     */
    public record Patience(Duration verify, Duration lists, Duration step) {}

    Plugins plugins() {
        return tools.plugins();
    }

    /** What the caller decided. */
    public PlanOptions options() {
        return tools.options();
    }

    Workspace workspace() {
        return tools.workspace();
    }

    Watchdog watchdog() {
        return new Watchdog(patience.step());
    }
}
