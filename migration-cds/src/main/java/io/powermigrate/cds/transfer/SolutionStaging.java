package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.cds.webapi.FileMember;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The service's own dry run (wire/dataverse.md, section 2.5). Missing dependencies are told in a list of their own, or as XML within
 * a message (wire/dataverse-situations.md, S02).
 */
public final class SolutionStaging {

    private static final int NAMED = 10;
    private static final String MISSING = "0x8004801D";

    private final Dataverse destination;

    /** Staging in a destination. */
    public SolutionStaging(Dataverse destination) {
        this.destination = destination;
    }

    /** Brings a package to the scratch place and tells what the service says of it. */
    public Staged stage(FileMember customizationFile) {
        Document results = destination
                .upload(Effect.STAGE, "StageSolution", Document.empty(), customizationFile)
                .at("StageSolutionResults");
        List<StagingIssue> issues = new ArrayList<>();
        missing(results.at("MissingDependencies").items()).forEach(issues::add);
        results.at("SolutionValidationResults").items().forEach(result -> issues.addAll(validation(result)));
        boolean failed = results.text("StageSolutionStatus")
                .filter("Failed"::equalsIgnoreCase)
                .isPresent();
        if (failed && issues.stream().noneMatch(StagingIssue::refuses)) {
            issues.add(new StagingIssue(
                    true,
                    "",
                    "the service refuses the package and gives no reason",
                    "Check the package in the maker portal"));
        }
        return new Staged(AnswerMember.of(results, "StageSolutionUploadId", "StageSolution"), issues);
    }

    /** Takes it away again; one that is gone already is no error. */
    public void delete(String uploadId) {
        destination.delete(Effect.STAGE, "stagesolutionuploads", uploadId);
    }

    private static List<StagingIssue> missing(List<Document> listed) {
        Map<String, List<String>> byProvider = new LinkedHashMap<>();
        for (Document each : listed) {
            String needed =
                    called(each.at("RequiredComponent")) + " (for " + called(each.at("DependentComponent")) + ")";
            byProvider
                    .computeIfAbsent(each.text("RequiredSolutionName").orElse(""), none -> new ArrayList<>())
                    .add(needed);
        }
        return byProvider.entrySet().stream()
                .map(each -> lacks(each.getKey(), each.getValue()))
                .toList();
    }

    private static String called(Document component) {
        String parent = component
                .text("ParentSchemaName")
                .filter(text -> !text.isBlank())
                .map(text -> text + ".")
                .orElse("");
        return parent
                + component
                        .text("SchemaName")
                        .filter(text -> !text.isBlank())
                        .or(() -> component.text("DisplayName").filter(text -> !text.isBlank()))
                        .or(() -> component.text("Id"))
                        .orElse("a component without a name");
    }

    /** 'Active' is no solution that anybody could install (wire/dataverse-situations.md, S01, S02). */
    private static StagingIssue lacks(String provider, List<String> needed) {
        String some = needed.stream().distinct().limit(NAMED).collect(Collectors.joining(", "))
                + (needed.size() > NAMED ? " and others" : "");
        if (provider.isBlank() || provider.startsWith("Active")) {
            return new StagingIssue(
                    true,
                    MISSING,
                    "the package needs " + some + ", which no solution of the source held",
                    "Add it to the solution in the source, or make it in the destination under the same name");
        }
        return new StagingIssue(
                true,
                MISSING,
                "the package needs " + some + " of the solution " + provider,
                "Install " + provider + " in the destination first");
    }

    private static List<StagingIssue> validation(Document result) {
        boolean refuses = result.text("SolutionValidationResultType")
                .filter("Error"::equalsIgnoreCase)
                .isPresent();
        DataverseError error = DataverseError.of(
                result.text("ErrorCode").orElse(""), result.text("Message").orElse(""));
        if (refuses && !error.missing().isEmpty()) {
            return missing(error);
        }
        String reason = error.toLine()
                + error.reason().map(why -> ", which means that " + why).orElse("");
        return List.of(new StagingIssue(
                refuses,
                error.code(),
                reason,
                error.remedy().orElse("Correct what the service names, then plan again")));
    }

    private static List<StagingIssue> missing(DataverseError error) {
        Map<String, List<String>> byProvider = new LinkedHashMap<>();
        for (MissingDependency each : error.missing()) {
            byProvider
                    .computeIfAbsent(each.active() ? "" : each.provider(), none -> new ArrayList<>())
                    .add(each.required().called() + " (for " + each.dependent().called() + ")");
        }
        return byProvider.entrySet().stream()
                .map(each -> lacks(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return Shown.message("SolutionStaging in " + destination);
    }
}
