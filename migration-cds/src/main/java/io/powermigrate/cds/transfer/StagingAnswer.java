package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.facts.DependencyEnd;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code StageSolution} answers (wire/dataverse.md, section 2.5). Missing dependencies stand in a list of their own, or
 * as XML in the message of a check (wire/dataverse-situations.md, S02), or in both. Pure.
 */
final class StagingAnswer {

    private static final String FALLBACK = "Correct what the service names, then plan again";

    private StagingAnswer() {}

    /**
     * What was found; the upload has no id where the service kept nothing.
     *
     * @param results the member {@code StageSolutionResults}
     */
    static Staged read(Document results) {
        Set<MissingDependency> missing = new LinkedHashSet<>();
        List<StagingIssue> checks = new ArrayList<>();
        results.at("MissingDependencies").items().forEach(item -> missing.add(dependency(item)));
        for (Document check : results.at("SolutionValidationResults").items()) {
            DataverseError error = DataverseError.of(
                    check.text("ErrorCode").orElse(""), check.text("Message").orElse(""));
            missing.addAll(error.missing());
            if (error.missing().isEmpty()) {
                checks.add(issue(check, error));
            }
        }
        List<StagingIssue> issues = new ArrayList<>(MissingParts.issues(missing));
        issues.addAll(checks);
        String status = results.text("StageSolutionStatus").orElse("");
        if (status.toLowerCase(Locale.ROOT).startsWith("fail")
                && issues.stream().noneMatch(StagingIssue::refuses)) {
            issues.add(new StagingIssue(
                    true,
                    "",
                    "the service refuses the package and gives no reason",
                    "Check the package in the maker portal"));
        }
        return new Staged(results.text("StageSolutionUploadId").orElse(""), issues);
    }

    private static StagingIssue issue(Document check, DataverseError error) {
        boolean refuses = check.text("SolutionValidationResultType")
                .filter("Error"::equalsIgnoreCase)
                .isPresent();
        String more = check.text("AdditionalInfo")
                .filter(text -> !text.isBlank())
                .map(text -> "; " + DataverseError.of("", text).words())
                .orElse("");
        String meaning = error.reason().map(why -> ", which means that " + why).orElse("");
        return new StagingIssue(
                refuses,
                error.code(),
                error.toLine() + more + meaning,
                error.remedy().orElse(FALLBACK));
    }

    private static MissingDependency dependency(Document item) {
        String provider = item.text("RequiredSolutionName")
                .or(() -> item.text("RequiredComponent", "Solution"))
                .orElse("")
                .trim();
        boolean active = provider.equals("Active");
        int bracket = provider.endsWith(")") ? provider.lastIndexOf('(') : -1;
        String name = bracket < 0 ? provider : provider.substring(0, bracket).trim();
        return new MissingDependency(
                end(item.at("RequiredComponent")),
                end(item.at("DependentComponent")),
                active || name.isEmpty() ? null : name,
                bracket < 0
                        ? null
                        : provider.substring(bracket + 1, provider.length() - 1).trim(),
                active,
                null,
                provider);
    }

    private static DependencyEnd end(Document component) {
        String id = text(component, "Id");
        return new DependencyEnd(
                component.text("Type").orElse(""),
                text(component, "SchemaName"),
                text(component, "DisplayName"),
                id == null ? null : id.toLowerCase(Locale.ROOT),
                text(component, "ParentSchemaName"),
                Map.of());
    }

    private static @Nullable String text(Document component, String name) {
        return component.text(name).filter(text -> !text.isBlank()).orElse(null);
    }
}
