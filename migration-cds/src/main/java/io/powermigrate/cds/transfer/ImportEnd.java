package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.spi.OperationFailedException;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an import, and what it means (wire/dataverse-facts.md, A2): the operation has succeeded, and the result or, where a server
 * has none, the document of the job says so, too. Neither the end of the request nor that of the operation is enough.
 */
final class ImportEnd {

    private static final Duration WITHIN = Duration.ofHours(4);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Our own job runs already (wire/dataverse-situations.md, S64). */
    private static final Pattern ALREADY =
            Pattern.compile("duplicate import job id already exists\\s{0,3}:\\s{0,3}([0-9a-fA-F-]{36})");

    private final Dataverse destination;
    private final ImportWish wish;
    private final Time time;
    private final Consumer<String> progress;

    ImportEnd(Dataverse destination, ImportWish wish, Time time, Consumer<String> progress) {
        this.destination = destination;
        this.wish = wish;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Waits for it.
     *
     * @param attached whether another run has started it
     */
    ImportVerdict of(String importJob, String operation, boolean attached) {
        if (operation.isBlank() || attached && isGone(operation)) {
            return ofJob(importJob);
        }
        JobEnd end = JobEnd.of(destination.ended(operation, WITHIN, progress));
        Matcher already = ALREADY.matcher(end.error().words());
        if (!end.succeeded() && already.find()) {
            return ofJob(already.group(1));
        }
        Evidence evidence = evidence(importJob, Optional.of(end));
        return end.succeeded() && evidence.succeeded() ? evidence.verdict(importJob) : failed(importJob, evidence);
    }

    /** Rows of operations are cleared away after a while; a run that attaches late finds the job only. */
    private boolean isGone(String operation) {
        return destination
                .find(Query.of("asyncoperations").key(Key.id(operation)).select("asyncoperationid"))
                .isEmpty();
    }

    /** The operation is not known after a lost answer: the job itself says when it is over. */
    private ImportVerdict ofJob(String importJob) {
        Instant latest = time.now().plus(WITHIN);
        while (true) {
            Optional<Document> row = destination.find(
                    Query.of("importjobs").key(Key.id(importJob)).select("importjobid", "completedon", "progress"));
            if (row.flatMap(job -> job.text("completedon")).isPresent()) {
                Evidence evidence = evidence(importJob, Optional.empty());
                return evidence.succeeded() ? evidence.verdict(importJob) : failed(importJob, evidence);
            }
            if (!time.now().isBefore(latest)) {
                throw new MigrationException(
                        "The end of the import of " + wish.solution() + " was not seen because " + WITHIN.toHours()
                                + " h were not enough",
                        "Run again: it is followed further, and not started again");
            }
            progress.accept("imports " + wish.solution() + ", "
                    + row.flatMap(job -> job.text("progress")).orElse("0") + " %");
            time.sleep(PAUSE);
        }
    }

    /** The document of the job may be large: it is read only where the result does not say that all is well. */
    private Evidence evidence(String importJob, Optional<JobEnd> end) {
        Document result = result(importJob);
        boolean passed =
                result.text("Status").filter("Passed"::equalsIgnoreCase).isPresent();
        boolean ended = end.map(JobEnd::succeeded).orElse(true);
        return new Evidence(
                end.filter(row -> !row.succeeded()).map(JobEnd::told).orElse(List.of()),
                result,
                passed && ended ? JobData.none() : job(importJob));
    }

    /** Servers before 9.2.23034.30 have no such function. */
    private Document result(String importJob) {
        try {
            return destination
                    .function("RetrieveSolutionImportResult", Parameters.guid("ImportJobId", importJob))
                    .at("SolutionOperationResult");
        } catch (DataverseException notOffered) {
            if (notOffered.status() == 404 || notOffered.status() == 400 || notOffered.status() == 501) {
                return Document.missing();
            }
            throw notOffered;
        }
    }

    private JobData job(String importJob) {
        return destination
                .find(Query.of("importjobs").key(Key.id(importJob)).select("importjobid", "data"))
                .flatMap(row -> row.text("data"))
                .map(JobData::of)
                .orElseGet(JobData::none);
    }

    private ImportVerdict failed(String importJob, Evidence evidence) {
        DataverseError error = evidence.error();
        ImportFailure failure =
                new ImportFailure(error, evidence.components(), wish.file().length());
        String left = (wish.upgrade() ? "; " + left() : "") + BaseLayer.words(destination, error.words());
        OperationFailedException failed = new ImportFailedException(
                "The package of " + wish.solution() + " was not imported because the service said: " + failure.words()
                        + left,
                failure.remedy(),
                importJob,
                error);
        throw failed;
    }

    /** A single-step upgrade is one transaction, one in two steps leaves the first (wire/dataverse-facts.md, C). */
    private String left() {
        String holding = wish.solution() + "_Upgrade";
        try {
            return isThere(holding)
                    ? holding + " stayed in the destination: apply or delete it before the next upgrade"
                    : holding + " did not stay in the destination";
        } catch (MigrationException notTold) { // why the import failed is worth more
            return "whether " + holding + " stayed in the destination is not known (" + notTold.problem() + ")";
        }
    }

    private boolean isThere(String solution) {
        return destination
                .rows(Query.of("solutions")
                        .select("solutionid")
                        .filter(Filter.eq("uniquename", solution))
                        .strong())
                .findFirst()
                .isPresent();
    }
}
