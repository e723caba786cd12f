package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asynchronous operations of solutions: one at a time in an organisation (wire/dataverse.md, sections 1.10 and 2.7). */
final class Jobs {
    private static final int WAITING = 0;
    private static final int IN_PROGRESS = 20;
    private static final int SUCCEEDED = 30;
    private static final int FAILED = 31;

    private final SolutionState state;
    private final Organisation organisation;

    Jobs(SolutionState state) {
        this.state = state;
        this.organisation = state.organisation();
    }

    /** What is started; {@code history} is the number of the operation in the solution history. */
    enum Kind {
        EXPORT("ExportSolutionAsync", "Export", 202, 2),
        IMPORT("ImportSolutionAsync", "Import", 203, 0),
        PROMOTE("DeleteAndPromoteAsync", "Uninstall", 207, 1),
        UNINSTALL("UninstallSolutionAsync", "Uninstall", 208, 1),
        STAGE_AND_UPGRADE("StageAndUpgradeAsync", "Import", 211, 0);

        private final String message;
        private final String word;
        private final int type;
        private final int history;

        Kind(String message, String word, int type, int history) {
            this.message = message;
            this.word = word;
            this.type = type;
            this.history = history;
        }

        String message() {
            return message;
        }

        /** What the lock's text calls it. */
        String word() {
            return word;
        }

        int history() {
            return history;
        }
    }

    /**
     * An order for a job.
     *
     * @param begin runs when it begins
     * @param effect runs at its end; gives back why it failed, null for success
     */
    record Order(Kind kind, Histories.Subject subject, Runnable begin, Supplier<@Nullable ImportFailure> effect) {}

    /** Starts a job, and gives back the id of its row. */
    String start(Order order) {
        Optional<Work.Running> running = state.work().running();
        boolean queued = state.dialects().is(Dialect.SOLUTION_LOCK, "job waits");
        if (running.isPresent() && state.dialects().is(Dialect.SOLUTION_LOCK, "request refused")) {
            throw refusal(locked(order.kind(), running.get()));
        }
        String id = row(order.kind());
        Instant now = organisation.now();
        if (running.isPresent() && !queued) {
            ImportFailure why = locked(order.kind(), running.get());
            state.work().at(now.plus(beginsAfter()), () -> end(id, why));
            return id;
        }
        Instant from = running.filter(any -> queued).map(Work.Running::until).orElse(now);
        schedule(id, order, from);
        return id;
    }

    private void schedule(String id, Order order, Instant from) {
        Instant until = from.plus(state.work().takes());
        state.work().hold(order.kind().word(), order.subject().solution(), until);
        Histories histories = new Histories(state);
        String history = histories.started(order.kind(), order.subject());
        state.work().at(from.plus(beginsAfter()), () -> {
            begin(id);
            order.begin().run();
        });
        state.work().at(until, () -> {
            ImportFailure why = order.effect().get();
            end(id, why);
            histories.ended(history, why);
            state.work().running().filter(each -> each.until().equals(until)).ifPresent(each -> state.work()
                    .release());
        });
    }

    private Duration beginsAfter() {
        return state.work().takes().dividedBy(4);
    }

    static ImportFailure locked(Kind kind, Work.Running running) {
        String before = kind == Kind.STAGE_AND_UPGRADE ? "ImportAsHolding failed with exception :" : "";
        return new ImportFailure(
                ImportFailure.CONCURRENT,
                before + "Cannot start another [" + kind.word() + "] because there is a previous [" + running.kind()
                        + "] running at this moment. Use Solution History for more details. -- The solution installation or"
                        + " removal failed due to the installation or removal of another solution at the same time."
                        + " Please try again later.");
    }

    static Refusal refusal(ImportFailure why) {
        int status = why.code() == ImportFailure.NO_PRIVILEGE ? 403 : why.code() == ImportFailure.NOT_FOUND ? 404 : 400;
        return Refusal.of(status, why.hex(), why.text());
    }

    private String row(Kind kind) {
        boolean dedicated = state.dialects().is(Dialect.SOLUTION_JOB_TYPE, "dedicated");
        return organisation
                .rows("asyncoperations")
                .add(Rows.row()
                        .put("name", kind.message().replace("Async", ""))
                        .put("messagename", kind.message())
                        .put("operationtype", dedicated ? kind.type : 54)
                        .put("subtype", 1)
                        .put("dependencytoken", "SolutionOperation_" + organisation.id())
                        .put("statecode", 0)
                        .put("statuscode", WAITING)
                        .put("errorcode", 0)
                        .putNull("message")
                        .putNull("friendlymessage")
                        .putNull("startedon")
                        .putNull("completedon")
                        .put("retrycount", 0)
                        .put("correlationid", organisation.nextId("correlation")));
    }

    private void begin(String id) {
        organisation
                .rows("asyncoperations")
                .update(
                        id,
                        Rows.row()
                                .put("statecode", 2)
                                .put("statuscode", IN_PROGRESS)
                                .put("startedon", Ids.seconds(organisation.now())));
    }

    private void end(String id, @Nullable ImportFailure why) {
        ObjectNode row = Rows.row()
                .put("statecode", 3)
                .put("statuscode", why == null ? SUCCEEDED : FAILED)
                .put("completedon", organisation.stamp())
                .put("executiontimespan", state.work().takes().toMillis() / 1000.0);
        if (why != null) {
            row.put("errorcode", why.code()).put("message", why.text()).put("friendlymessage", why.text());
        }
        organisation.rows("asyncoperations").update(id, row);
    }
}
