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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The end of an import, and what it means (wire/dataverse-facts.md, A2): the operation has succeeded, and the result or, where a server
 * has none, the document of the job says so, too. Neither the end of the request nor that of the operation is enough.
 */
final class ImportEnd {

    private static final Duration WITHIN = Duration.ofHours(4);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int NAMED = 20;

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

    ImportVerdict of(String importJob, String operation) {
        if (operation.isBlank()) {
            return ofJob(importJob);
        }
        JobEnd end = JobEnd.of(destination.ended(operation, WITHIN, progress));
        if (!end.succeeded()) {
            throw failed(importJob, end.error(), job(importJob));
        }
        return verdict(importJob);
    }

    /** The operation is not known after a lost answer: the job itself says when it is over. */
    private ImportVerdict ofJob(String importJob) {
        Instant latest = time.now().plus(WITHIN);
        while (true) {
            Optional<Document> row = destination.find(
                    Query.of("importjobs").key(Key.id(importJob)).select("importjobid", "completedon", "progress"));
            if (row.flatMap(job -> job.text("completedon")).isPresent()) {
                return verdict(importJob);
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

    private ImportVerdict verdict(String importJob) {
        Optional<Document> result = result(importJob);
        if (result.isEmpty()) {
            return byData(importJob);
        }
        Document told = result.get();
        List<ComponentResult> components =
                FormattedResults.of(told.text("FormattedResults").orElse(""));
        String status = told.text("Status").orElse("");
        if (status.equalsIgnoreCase("Failed") || !told.texts("ErrorMessages").isEmpty()) {
            throw failed(
                    importJob, DataverseError.of("", String.join(" / ", told.texts("ErrorMessages"))), job(importJob));
        }
        return new ImportVerdict(importJob, components);
    }

    /** Servers before 9.2.23034.30 have no such function. */
    private Optional<Document> result(String importJob) {
        try {
            return Optional.of(destination
                            .function("RetrieveSolutionImportResult", Parameters.guid("ImportJobId", importJob))
                            .at("SolutionOperationResult"))
                    .filter(Document::isObject);
        } catch (DataverseException notOffered) {
            if (notOffered.status() == 404 || notOffered.status() == 400 || notOffered.status() == 501) {
                return Optional.empty();
            }
            throw notOffered;
        }
    }

    private ImportVerdict byData(String importJob) {
        JobData data = job(importJob);
        if (!data.succeeded().orElse(true)) {
            throw failed(importJob, DataverseError.of("", data.words()), data);
        }
        return new ImportVerdict(importJob, data.components());
    }

    private JobData job(String importJob) {
        return destination
                .find(Query.of("importjobs").key(Key.id(importJob)).select("importjobid", "data"))
                .flatMap(row -> row.text("data"))
                .map(JobData::of)
                .orElseGet(JobData::none);
    }

    private OperationFailedException failed(String importJob, DataverseError error, JobData data) {
        DataverseError best = error.words().isBlank() ? DataverseError.of(error.code(), data.words()) : error;
        List<String> parts = new ArrayList<>();
        parts.add(best.toLine()
                + best.reason().map(why -> ", which means that " + why).orElse(""));
        data.components().stream()
                .filter(ComponentResult::failed)
                .limit(NAMED)
                .forEach(each -> parts.add(
                        each.kind() + " " + each.name() + ": " + each.error().toLine()));
        if (!best.blockers().isEmpty()) {
            parts.add(best.blockers().stream()
                    .limit(NAMED)
                    .map(each -> each.required().type() + " " + each.required().name() + " is needed by "
                            + each.dependent().type() + " " + each.dependent().name())
                    .collect(Collectors.joining(", ")));
        }
        parts.add(wish.upgrade() ? left() : "the solution that was there before is unchanged");
        return new OperationFailedException(
                "The package of " + wish.solution() + " was not imported because the service said: "
                        + String.join("; ", parts),
                best.remedy().orElse("Look at the solution history, correct what it names, then plan again"),
                importJob);
    }

    private String left() {
        String holding = wish.solution() + "_Upgrade";
        boolean stayed = destination
                .rows(Query.of("solutions").select("solutionid").filter(Filter.eq("uniquename", holding)))
                .findFirst()
                .isPresent();
        return stayed
                ? holding + " stayed in the destination: apply or delete it before the next upgrade"
                : "the version that was there before is unchanged, and nothing of the upgrade stayed";
    }
}
