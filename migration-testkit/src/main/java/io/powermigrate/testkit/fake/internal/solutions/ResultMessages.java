package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Versions;
import java.util.Locale;
import java.util.Optional;

/** How an import ended (wire/dataverse.md, section 2.7). */
final class ResultMessages {
    private static final String SINCE = "9.2.23034.30";

    private ResultMessages() {}

    static Answer result(Request request, ObjectNode parameters) {
        if (Versions.compare(request.organisation().settings().version(), SINCE) < 0) {
            throw Refusal.of(404, "0x8006088a", "Resource not found for the segment 'RetrieveSolutionImportResult'.");
        }
        SolutionState.Result result = find(request, parameters);
        ImportFailure failure = result.log().failure();
        ObjectNode answer = Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM.RetrieveSolutionImportResultResponse"));
        ObjectNode operation = answer.putObject("SolutionOperationResult")
                .put("Type", "Import")
                .put("Status", failure == null ? "Passed" : "Failed");
        ArrayNode warnings = operation.putArray("WarningMessages");
        result.log().warnings().forEach(warnings::add);
        ArrayNode errors = operation.putArray("ErrorMessages");
        if (failure != null) {
            errors.add(failure.text());
        }
        operation.putObject("ActionLink").putNull("Label").putNull("Target");
        operation.put("FormattedResults", spreadsheet(request, result));
        return Answer.ok(answer);
    }

    static Answer formatted(Request request, ObjectNode parameters) {
        SolutionState.Result result = find(request, parameters);
        return Answer.ok(Json.object()
                .put(
                        "@odata.context",
                        request.context("Microsoft.Dynamics.CRM.RetrieveFormattedImportJobResultsResponse"))
                .put("FormattedResults", spreadsheet(request, result)));
    }

    private static String spreadsheet(Request request, SolutionState.Result result) {
        return new JobData(
                        result.manifest(), result.log(), request.organisation().now())
                .spreadsheet();
    }

    private static SolutionState.Result find(Request request, ObjectNode parameters) {
        String id = parameters.path("ImportJobId").asText("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(SolutionMessages.state(request).results().get(id))
                .orElseThrow(() -> Refusal.of(404, "0x80040217", "importjob With Id = " + id + " Does Not Exist"));
    }
}
