package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An organisation runs one solution operation at a time. Those of others are waited for and named (wire/dataverse-facts.md, A5;
 * wire/dataverse-situations.md, S61, S62). Not every lock shows in the history, so a refusal that tells of one is waited for, too: it
 * says that nothing was started.
 */
final class OtherOperations {

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** What is listed as running for longer has most likely been forgotten by the service, and would be waited for in vain. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final Set<String> MESSAGES = Set.of(
            "ImportSolutionAsync",
            "ExportSolutionAsync",
            "StageAndUpgradeAsync",
            "DeleteAndPromoteAsync",
            "UninstallSolutionAsync",
            "PublishAllXmlAsync");

    private final Dataverse destination;
    private final Time time;
    private final Consumer<String> progress;
    private final Duration within;

    OtherOperations(Dataverse destination, Time time, Consumer<String> progress) {
        this(destination, time, progress, WITHIN);
    }

    /** @param within how long others are waited for */
    OtherOperations(Dataverse destination, Time time, Consumer<String> progress, Duration within) {
        this.within = within;
        this.destination = destination;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Returns when neither the history nor the asynchronous operations show one that runs or waits to run.
     *
     * @param first in words, the one that was seen
     */
    void awaited(String first) {
        Instant latest = time.now().plus(within);
        Optional<String> running = Optional.of(first);
        while (running.isPresent()) {
            pause(running.get(), latest);
            running = running();
        }
    }

    /** Does something that is refused, or ends without an effect, while another operation runs; again until that has ended. */
    <T> T whenFree(Supplier<T> work) {
        Instant latest = time.now().plus(within);
        while (true) {
            try {
                return work.get();
            } catch (LockedException refused) {
                pause(refused.problem(), latest);
            } catch (DataverseException refused) {
                if (!Locks.isLock(refused)) {
                    throw refused;
                }
                pause(refused.error().words(), latest);
            }
        }
    }

    private void pause(String running, Instant latest) {
        if (!time.now().isBefore(latest)) {
            throw new MigrationException(
                    "Nothing was started because another operation still runs after " + within.toMinutes() + " min: "
                            + running,
                    "Wait until the solution history shows its end, then run again");
        }
        progress.accept("waits for another operation: " + running);
        time.sleep(PAUSE);
    }

    /** One that runs or waits to run, in words. Both in one request. Some identities may not read one of them: then that is said, and a refusal tells later. */
    Optional<String> running() {
        List<Answer> answers = destination.batch(List.of(history(), operations()));
        return Stream.concat(
                        rows(answers.get(0), "the solution history")
                                .filter(row -> row.text("msdyn_status").isPresent() && isRecent(row, "msdyn_starttime"))
                                .map(OtherOperations::inHistory),
                        rows(answers.get(1), "the asynchronous operations")
                                .filter(row -> MESSAGES.contains(
                                                row.text("messagename").orElse(""))
                                        && isRecent(row, "createdon"))
                                .map(OtherOperations::inOperations))
                .findFirst();
    }

    private Stream<Document> rows(Answer answer, String list) {
        DataverseException refused = answer.error();
        if (refused != null) {
            progress.accept("whether another operation runs is not known from " + list + ": "
                    + refused.error().toLine());
            return Stream.empty();
        }
        return answer.rows().stream();
    }

    private static Query history() {
        return Query.of("msdyn_solutionhistories")
                .select("msdyn_name", "msdyn_operation", "msdyn_status", "msdyn_starttime")
                .filter(Filter.inNumbers("msdyn_status", List.of(0L, 2L)));
    }

    private static Query operations() {
        return Query.of("asyncoperations")
                .select("asyncoperationid", "messagename", "operationtype", "createdon", "startedon")
                .filter(Filter.inNumbers("operationtype", List.of(54L, 202L, 203L, 204L, 207L, 208L, 211L))
                        .and(Filter.inNumbers("statecode", List.of(0L, 1L, 2L))));
    }

    private static String inHistory(Document row) {
        String what =
                switch ((int) row.number(-1, "msdyn_operation")) {
                    case 0 -> "the import";
                    case 1 -> "the uninstall";
                    case 2 -> "the export";
                    case 3, 4 -> "the publishing";
                    default -> "an operation";
                };
        return what + " of " + row.text("msdyn_name").orElse("a solution") + ", which began at "
                + row.text("msdyn_starttime").orElse("an unknown time");
    }

    private static String inOperations(Document row) {
        return row.text("messagename").orElse("an operation") + ", which "
                + row.text("startedon")
                        .map(at -> "began at " + at)
                        .orElseGet(() -> "waits since " + row.text("createdon").orElse("an unknown time"));
    }

    /** A moment that cannot be read may be now. */
    private boolean isRecent(Document row, String column) {
        Function<String, Boolean> recent = text -> {
            try {
                Instant begin = OffsetDateTime.parse(text).toInstant();
                return Duration.between(begin, time.now()).compareTo(FORGOTTEN) < 0;
            } catch (DateTimeException unreadable) {
                return true;
            }
        };
        return row.text(column).map(recent).orElse(true);
    }
}
