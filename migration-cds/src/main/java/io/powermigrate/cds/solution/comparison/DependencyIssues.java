package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.DependencyEnd;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the package needs and does not hold, one issue for each provider (wire/dataverse.md, section 6.2). */
final class DependencyIssues {

    private static final String CODE = "0x8004801D";
    private static final String TABLE = "1";
    private static final int NAMED = 10;

    private final SolutionFacts facts;
    private final Destination destination;

    DependencyIssues(SolutionFacts facts, Destination destination) {
        this.facts = facts;
        this.destination = destination;
    }

    List<ImportIssue> all() {
        Map<String, List<MissingDependency>> byProvider = new LinkedHashMap<>();
        facts.manifest().missingDependencies().stream()
                .filter(missing -> !isThere(missing))
                .forEach(missing -> byProvider
                        .computeIfAbsent(missing.provider(), none -> new ArrayList<>())
                        .add(missing));
        List<ImportIssue> issues = new ArrayList<>();
        byProvider.forEach((provider, missing) -> issue(missing).ifPresent(issues::add));
        return issues;
    }

    /** What lists of the destination tell, by the name that is the same everywhere (wire/dataverse-situations.md, S01). */
    private boolean isThere(MissingDependency missing) {
        DependencyEnd required = missing.required();
        String name = Objects.requireNonNullElse(required.schemaName(), "");
        return switch (required.type().toLowerCase(Locale.ROOT)) {
            case TABLE, "entity" -> destination.schema().table(name).isPresent();
            case "9", "optionset" ->
                destination.schema().choices().stream()
                        .anyMatch(choice -> choice.name().equalsIgnoreCase(name));
            case "20", "role" ->
                destination.schema().roles().stream().anyMatch(role -> role.id().equalsIgnoreCase(required.id()));
            case "connectionreference" ->
                holds(destination.references(), key(required, "connectionreferencelogicalname"));
            case "380", "environmentvariabledefinition" -> holds(destination.variables(), key(required, "schemaname"));
            default -> false;
        };
    }

    private static boolean holds(@Nullable Set<String> names, String name) {
        return names != null && names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Newer types are identified by an attribute of their own. */
    private static String key(DependencyEnd required, String attribute) {
        String own = required.keys().get(attribute);
        return own != null ? own : Objects.requireNonNullElse(required.schemaName(), "");
    }

    private Optional<ImportIssue> issue(List<MissingDependency> missing) {
        MissingDependency first = missing.get(0);
        String needs = "the package needs " + names(missing);
        if (first.active()) {
            return Optional.of(ImportIssue.warn(
                    first.provider(),
                    needs + ", which the source holds outside of any solution that could be installed ('Active')",
                    "Add it to the solution in the source and export again, or make it in the destination under the same"
                            + " name"));
        }
        String solution = first.solution();
        if (solution == null) {
            return Optional.of(ImportIssue.warn(
                    "missing dependency", needs + ", and does not say who has it", "Make sure the destination has it"));
        }
        return provider(first, solution, needs);
    }

    private Optional<ImportIssue> provider(MissingDependency first, String solution, String needs) {
        String least = Objects.requireNonNullElse(first.version(), "");
        String app = first.app() == null ? "" : "; the app '" + first.app() + "' brings it";
        String from = needs + " of the solution '" + solution + "' (" + least + ")" + app;
        if (destination.solutions() == null) {
            return Optional.of(ImportIssue.warn(
                    solution,
                    from + "; which solutions the destination holds is not known",
                    "Make sure the destination has it"));
        }
        Optional<InstalledSolution> installed = destination.solution(solution);
        if (installed.isEmpty()) {
            return Optional.of(ImportIssue.error(
                    solution,
                    from + ", and the destination does not hold it",
                    "Install '" + solution + "' first",
                    CODE));
        }
        String there = installed.get().version();
        return Version.of(there).compareTo(Version.of(least)) >= 0
                ? Optional.empty()
                : Optional.of(ImportIssue.error(
                        solution,
                        from + ", and the destination holds only " + there,
                        "Upgrade '" + solution + "' first",
                        CODE));
    }

    /** Each with who needs it; of many the first. */
    private static String names(List<MissingDependency> missing) {
        Map<String, List<String>> dependents = missing.stream()
                .collect(Collectors.groupingBy(
                        each -> each.required().called(),
                        LinkedHashMap::new,
                        Collectors.mapping(each -> each.dependent().called(), Collectors.toList())));
        String named = dependents.entrySet().stream()
                .limit(NAMED)
                .map(each -> "'" + each.getKey() + "' (for '"
                        + each.getValue().stream().distinct().limit(3).collect(Collectors.joining("', '"))
                        + (each.getValue().stream().distinct().count() > 3 ? "' and others" : "'") + ")")
                .collect(Collectors.joining(", "));
        return dependents.size() > NAMED ? named + " and " + (dependents.size() - NAMED) + " others" : named;
    }
}
