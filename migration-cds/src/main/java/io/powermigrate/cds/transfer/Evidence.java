package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known about an import that has ended (wire/dataverse-facts.md, A2).
 *
 * @param operation what the row of the operation says
 * @param result what {@code RetrieveSolutionImportResult} answers; missing on servers that do not know it
 * @param data the document of the job; without a verdict where it was not read
 */
record Evidence(List<DataverseError> operation, Document result, JobData data) {

    Evidence {
        operation = List.copyOf(operation);
    }

    /** What the result says; else what the document says; else the operation alone counts, and {@link #warnings} tell it. */
    boolean succeeded() {
        return says().orElse(true);
    }

    /** Anything else than {@code Passed} is no success; errors beside it are remarks. */
    private Optional<Boolean> says() {
        return result.text("Status").map("Passed"::equalsIgnoreCase).or(data::succeeded);
    }

    ImportVerdict verdict(String importJob) {
        return new ImportVerdict(importJob, components(), warnings());
    }

    DataverseError error() {
        List<DataverseError> told = new ArrayList<>(operation);
        messages("ErrorMessages").forEach(told::add);
        told.addAll(data.told());
        return JobEnd.best(told);
    }

    List<ComponentResult> components() {
        return data.components().isEmpty() ? workbook().components() : data.components();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        messages("WarningMessages").forEach(each -> warnings.add(each.toLine()));
        messages("ErrorMessages").forEach(each -> warnings.add(each.toLine()));
        if (says().isEmpty()) {
            warnings.add("that the import has succeeded is known from the end of its operation only");
        }
        if (!data.whole() || !workbook().whole()) {
            warnings.add("what the service says of single components could not be read to its end");
        }
        return warnings;
    }

    private List<DataverseError> messages(String member) {
        return result.at(member).items().stream()
                .map(each -> DataverseError.of(
                        each.text("ErrorCode").orElse(""),
                        each.text().or(() -> each.text("Message")).orElse("")))
                .toList();
    }

    private FormattedResults workbook() {
        return FormattedResults.of(result.text("FormattedResults").orElse(""));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
