package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.spi.Operation;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.time.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The import of a package, started once (wire/dataverse.md, section 2.6). Its reference is the id of its import job and, where the answer
 * told it, that of its operation. After a lost answer it is looked for among the import jobs of the solution.
 */
public final class SolutionImport implements Operation<ImportVerdict> {

    /** How far two clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String OWN_ID = "ImportJobId";
    private static final int MOST_STARTS = 5;

    private final Dataverse destination;
    private final ImportWish wish;
    private final ImportEnd end;
    private final OtherOperations others;
    private final Runnable imported;
    private final String ownJob = UUID.randomUUID().toString();
    private boolean sent;

    /** An import. */
    public SolutionImport(Dataverse destination, ImportWish wish, Time time, Consumer<String> progress) {
        this(destination, wish, time, progress, () -> {});
    }

    private SolutionImport(
            Dataverse destination, ImportWish wish, Time time, Consumer<String> progress, Runnable imported) {
        this.imported = imported;
        this.destination = destination;
        this.wish = wish;
        this.end = new ImportEnd(destination, wish, time, progress);
        this.others = new OtherOperations(destination, time, progress);
    }

    /**
     * Waits for what runs. What the plan saw of the solution is no longer true where it was changed meanwhile, for example by an
     * import that a run without its journal had started: then nothing is started.
     *
     * @throws MigrationException when the solution was changed, or when what runs does not end
     */
    @Override
    public void prepare() {
        Optional<String> running = others.running();
        if (running.isEmpty()) {
            return;
        }
        Optional<Document> before = installed();
        others.awaited(running.get());
        if (!installed().equals(before)) {
            throw new MigrationException(
                    "The solution " + wish.solution()
                            + " was not imported because somebody imported it while this run waited for another operation",
                    "Plan again: what has arrived is not imported a second time");
        }
    }

    private Optional<Document> installed() {
        return destination
                .rows(Query.of("solutions")
                        .select("solutionid", "version", "modifiedon")
                        .filter(Filter.eq("uniquename", wish.solution()))
                        .strong())
                .findFirst()
                .map(row -> row.without("@odata.etag"));
    }

    /** One that the plan did not know was imported by somebody else meanwhile. */
    @Override
    public Set<String> alike() {
        return installed().flatMap(row -> row.text("solutionid")).map(Set::of).orElse(Set.of());
    }

    @Override
    public String start() {
        Document answer = others.whenFree(() -> started(true));
        String operation = answer.text("AsyncOperationId").orElse("");
        return answer.text("ImportJobKey")
                .filter(key -> !key.isBlank())
                .map(key -> key + " " + operation)
                .orElseThrow(() -> new UnclearAnswer(message()));
    }

    private String message() {
        return wish.upgrade() ? "StageAndUpgradeAsync" : "ImportSolutionAsync";
    }

    /**
     * With an id of our own the job is found for sure after a lost answer. A service may take it, pass it over, or refuse it before
     * anything is started; then it is left out (wire/dataverse-facts.md, A1).
     */
    private Document started(boolean withOwnId) {
        sent |= withOwnId;
        try {
            return withOwnId ? send(members().with(OWN_ID, ownJob)) : send(members());
        } catch (DataverseException refused) {
            boolean ownId = refused.status() == 400 && refused.error().words().contains(OWN_ID);
            if (withOwnId && ownId && !refused.mayHaveHappened()) {
                return started(false);
            }
            throw refused;
        }
    }

    private Document members() {
        return Document.empty()
                .with("OverwriteUnmanagedCustomizations", wish.overwrite())
                .with("PublishWorkflows", true);
    }

    private Document send(Document members) {
        String upload = wish.upload();
        if (upload == null || upload.isBlank()) {
            return destination.upload(Effect.WRITE, message(), members, wish.file());
        }
        return destination.action(
                Effect.WRITE, message(), members.with("SolutionParameters", Map.of("StageSolutionUploadId", upload)));
    }

    /** By our own id, else by the jobs of the solution since the intent; an upgrade may go by the name of what it imports first. */
    @Override
    public Optional<String> find(Intent intent) {
        Query own = Query.of("importjobs").key(Key.id(ownJob)).select("importjobid");
        if (sent && destination.find(own).isPresent()) {
            return Optional.of(ownJob + " ");
        }
        return since(wish.solution(), intent)
                .or(() -> wish.upgrade() ? since(wish.solution() + "_Upgrade", intent) : Optional.empty());
    }

    private Optional<String> since(String solution, Intent intent) {
        Instant since = intent.at().minus(SKEW);
        List<String> jobs = destination
                .rows(Query.of("importjobs")
                        .select("importjobid", "createdon", "completedon")
                        .filter(Filter.eq("solutionname", solution).and(Filter.since("createdon", since))))
                .filter(row -> !endedBefore(row, intent))
                .flatMap(row -> row.text("importjobid").stream())
                .filter(id -> intent.ended().stream().noneMatch(reference -> reference.startsWith(id)))
                .toList();
        if (jobs.size() > 1) {
            throw new MigrationException(
                    "Which import of " + wish.solution() + " this run started cannot be told: since " + since
                            + " there are the jobs " + String.join(", ", jobs),
                    "Wait until all of them have ended in the solution history, then plan again");
        }
        return jobs.stream().findFirst().map(id -> id + " ");
    }

    /** An import of somebody else that was over before the intent is none of ours. */
    private static boolean endedBefore(Document row, Intent intent) {
        try {
            return row.text("completedon")
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .filter(end -> end.isBefore(intent.at()))
                    .isPresent();
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** A refusal that tells of another operation started nothing. */
    @Override
    public boolean isRefusal(MigrationException answer) {
        return answer instanceof DataverseException refused && Locks.isLock(refused);
    }

    /**
     * Imports, and starts again where the job ends because something else was running meanwhile: nothing was started then.
     *
     * @param context journals each start
     * @param imported happens after the import; the end of both is the end of the operation, and it may happen twice
     */
    public static ImportVerdict run(WriteContext context, Dataverse destination, ImportWish wish, Runnable imported) {
        for (int starts = 1; ; starts++) {
            try {
                return context.run(
                        "import", new SolutionImport(destination, wish, context.time(), context::progress, imported));
            } catch (ImportFailedException failed) {
                if (!failed.isLocked() || starts == MOST_STARTS) {
                    throw failed;
                }
                context.progress("starts again, because the service was busy: " + failed.problem());
            }
        }
    }

    @Override
    public ImportVerdict await(String reference) {
        String[] ids = reference.split(" ", 2);
        ImportVerdict verdict = end.of(ids[0], ids.length > 1 ? ids[1] : "", !sent);
        imported.run();
        return verdict;
    }

    @Override
    public String toString() {
        return Shown.message("SolutionImport of " + wish.solution());
    }

    /** The service has taken the start, and does not say as what: it is looked for. */
    private static final class UnclearAnswer extends MigrationException {

        private static final long serialVersionUID = 1L;

        UnclearAnswer(String message) {
            super(
                    message + " was answered, but what it started is not known because the answer has no ImportJobKey",
                    "Look in the solution history whether it runs, then run again");
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }
}
