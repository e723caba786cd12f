package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import would really do, before anything is sent (wire/dataverse.md, section 7). Pure, thread-safe.
 *
 * <pre>{@code
 * List<ImportIssue> issues = ImportForecast.of(solution.facts(), destination, ImportMode.UPDATE);
 * }</pre>
 */
public final class ImportForecast {

    private ImportForecast() {}

    /** Every issue, errors first; none where nothing speaks against the import, as far as the destination is known. */
    public static List<ImportIssue> of(SolutionFacts facts, Destination destination, ImportMode mode) {
        return Stream.of(
                        new ManifestIssues(facts, destination, mode).all(),
                        new DependencyIssues(facts, destination).all(),
                        new SchemaIssues(facts, destination, mode).all(),
                        new SecurityIssues(facts, destination).all(),
                        new ContentIssues(facts, destination).all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ImportIssue::severity).reversed())
                .toList();
    }
}
