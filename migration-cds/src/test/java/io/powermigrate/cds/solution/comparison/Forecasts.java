package io.powermigrate.cds.solution.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.Zips;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/** Small packages, destinations and what is forecast of them. */
final class Forecasts {

    static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of(), List.of());

    private Forecasts() {}

    static ListAssert<ImportIssue> installed(SolutionFacts facts, InstalledSolution solution) {
        ImportMode mode = facts.manifest().managed() ? ImportMode.UPDATE : ImportMode.UNMANAGED;
        return assertThat(new ArrayList<>(
                ImportForecast.of(facts, destination(List.of(solution), null, OrganizationGates.UNKNOWN), mode)));
    }

    static Destination destination(
            @Nullable List<InstalledSolution> solutions, @Nullable String server, OrganizationGates gates) {
        return new Destination(EMPTY, solutions, server, null, null, null, null, null, gates);
    }

    static ListAssert<ImportIssue> all(SolutionFacts facts, Schema there) {
        return assertThat(new ArrayList<>(ImportForecast.of(facts, Destination.of(there), ImportMode.UNMANAGED)));
    }

    static ListAssert<ImportIssue> errors(SolutionFacts facts, Schema there) {
        return all(facts, there).filteredOn(issue -> issue.severity() == Severity.ERROR);
    }

    static Schema schema(String column, String body) {
        return table(column, body).schema();
    }

    static SolutionFacts table(String column, String body) {
        return facts(entity(
                "<attribute PhysicalName=\"" + column + "\"><LogicalName>" + column + "</LogicalName>" + body
                        + "</attribute>",
                "UserOwned"));
    }

    static String entity(String columns, String ownership) {
        return "<Entities><Entity><Name>con_Order</Name><EntityInfo><entity><attributes>" + columns + "</attributes>"
                + "<OwnershipTypeMask>" + ownership + "</OwnershipTypeMask></entity></EntityInfo></Entity></Entities>";
    }

    static SolutionFacts facts(String sections) {
        return read(Zips.MANIFEST, sections);
    }

    static SolutionFacts read(String manifest, String sections) {
        return Zips.of("solution.xml", manifest)
                .with("customizations.xml", "<ImportExportXml>" + sections + "</ImportExportXml>")
                .open()
                .facts();
    }
}
