package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.spi.Operation;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The import of a package, started once (wire/dataverse.md, section 2.6). Its reference is the id of its import job and, where the answer
 * told it, that of its operation. After a lost answer it is looked for among the import jobs of the solution.
 */
public final class SolutionImport implements Operation<ImportVerdict> {

    /** How far two clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Dataverse destination;
    private final ImportWish wish;
    private final ImportEnd end;
    private final OtherOperations others;

    /** An import. */
    public SolutionImport(Dataverse destination, ImportWish wish, Time time, Consumer<String> progress) {
        this.destination = destination;
        this.wish = wish;
        this.end = new ImportEnd(destination, wish, time, progress);
        this.others = new OtherOperations(destination, time, progress);
    }

    @Override
    public void prepare() {
        others.awaited();
    }

    @Override
    public String start() {
        Document answer = others.whenFree(() -> wish.upload() == null ? byFile(true) : byUpload(wish.upload()));
        return AnswerMember.of(answer, "ImportJobKey", message()) + " "
                + answer.text("AsyncOperationId").orElse("");
    }

    private String message() {
        return wish.upgrade() ? "StageAndUpgradeAsync" : "ImportSolutionAsync";
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("OverwriteUnmanagedCustomizations", wish.overwrite());
        members.put("PublishWorkflows", true);
        return members;
    }

    private Document byUpload(String upload) {
        Map<String, Object> members = members();
        members.put("SolutionParameters", Map.of("StageSolutionUploadId", upload));
        return destination.action(Effect.WRITE, message(), Document.of(members));
    }

    /** A service that does not know the own id says so before it starts anything; then it is left out (dataverse-facts.md, A1). */
    private Document byFile(boolean withOwnId) {
        Map<String, Object> members = members();
        if (withOwnId) {
            members.put("ImportJobId", UUID.randomUUID().toString());
        }
        try {
            return destination.upload(Effect.WRITE, message(), Document.of(members), wish.file());
        } catch (DataverseException refused) {
            if (withOwnId && refused.status() == 400 && refused.error().words().contains("ImportJobId")) {
                return byFile(false);
            }
            throw refused;
        }
    }

    @Override
    public Optional<String> find(Intent intent) {
        Instant since = intent.at().minus(SKEW);
        List<String> jobs = destination
                .rows(Query.of("importjobs")
                        .select("importjobid", "createdon")
                        .filter(Filter.eq("solutionname", wish.solution()).and(Filter.since("createdon", since))))
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

    /** A refusal that tells of another operation started nothing. */
    @Override
    public boolean isRefusal(MigrationException answer) {
        return answer instanceof DataverseException refused && OtherOperations.isLock(refused);
    }

    @Override
    public ImportVerdict await(String reference) {
        String[] ids = reference.split(" ", 2);
        return end.of(ids[0], ids.length > 1 ? ids[1] : "");
    }

    @Override
    public String toString() {
        return Shown.message("SolutionImport of " + wish.solution());
    }
}
