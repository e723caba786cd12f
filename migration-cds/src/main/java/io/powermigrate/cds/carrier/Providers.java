package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.comparison.InstalledSolution;
import io.powermigrate.cds.solution.facts.Manifest;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Reference;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packages that a package builds on and that earlier steps of the same plan bring: when it comes, the destination holds what they
 * bring (wire/dataverse-situations.md, S07). Immutable.
 */
record Providers(List<SolutionFacts> facts) {

    Providers {
        facts = List.copyOf(facts);
    }

    static Providers of(Solution solution, CheckContext context) {
        return new Providers(solution.references().stream()
                .map(Reference::to)
                .filter(key -> key.type().equals(Solution.TYPE.name()))
                .filter(context.arrives())
                .flatMap(key -> context.source().find(key).stream())
                .flatMap(provider -> ((Solution) provider).facts().stream())
                .toList());
    }

    /** What is installed by then. */
    List<InstalledSolution> over(List<InstalledSolution> now) {
        Set<String> names =
                facts.stream().map(each -> lower(each.manifest().uniqueName())).collect(Collectors.toSet());
        return Stream.concat(
                        now.stream().filter(each -> !names.contains(lower(each.uniqueName()))),
                        facts.stream().map(each -> installed(each.manifest())))
                .toList();
    }

    private static InstalledSolution installed(Manifest manifest) {
        return new InstalledSolution(
                manifest.uniqueName(),
                manifest.version(),
                manifest.managed(),
                manifest.publisher().uniqueName());
    }

    /** Tables that are there by then, beside those that are there now. */
    List<Table> tablesBeside(List<Table> now) {
        Set<String> names =
                now.stream().map(table -> lower(table.logicalName())).collect(Collectors.toSet());
        List<Table> more = new ArrayList<>();
        facts.stream()
                .flatMap(each -> each.schema().tables().stream())
                .filter(Table::described)
                .filter(table -> names.add(lower(table.logicalName())))
                .forEach(more::add);
        return more;
    }

    /** Their names and versions; empty where there is none. */
    String named() {
        return facts.stream()
                .map(each ->
                        each.manifest().uniqueName() + " " + each.manifest().version())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return Shown.message("Providers[" + named() + "]");
    }
}
