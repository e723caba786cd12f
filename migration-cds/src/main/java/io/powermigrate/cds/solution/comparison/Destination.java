package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the environment that a package is imported into. Null means not known, and nothing is concluded from it.
 *
 * @param schema tables with the names of the package, all global choices, roles and profiles
 * @param solutions all that are installed
 * @param serverVersion such as 9.2.25063.198
 * @param baseLanguage code of the base language
 * @param languages codes of all languages that are enabled
 * @param privileges depths that are allowed for each privilege, by its name
 * @param references logical names of the connection references, lower case
 * @param variables schema names of the environment variables, lower case
 * @param gates settings that let an import fail late
 */
public record Destination(
        Schema schema,
        @Nullable List<InstalledSolution> solutions,
        @Nullable String serverVersion,
        @Nullable String baseLanguage,
        @Nullable Set<String> languages,
        @Nullable Map<String, Set<PrivilegeDepth>> privileges,
        @Nullable Set<String> references,
        @Nullable Set<String> variables,
        OrganizationGates gates) {

    /** Copies the collections. */
    public Destination {
        solutions = solutions == null ? null : List.copyOf(solutions);
        languages = languages == null ? null : Set.copyOf(languages);
        privileges = privileges == null ? null : Map.copyOf(privileges);
        references = references == null ? null : Set.copyOf(references);
        variables = variables == null ? null : Set.copyOf(variables);
    }

    /** Of which only the schema is known. */
    public static Destination of(Schema schema) {
        return new Destination(schema, null, null, null, null, null, null, null, OrganizationGates.UNKNOWN);
    }

    /** The installed solution of that name, whatever the case. */
    Optional<InstalledSolution> solution(String uniqueName) {
        return Optional.ofNullable(solutions).stream()
                .flatMap(List::stream)
                .filter(solution -> solution.uniqueName().equalsIgnoreCase(uniqueName))
                .findFirst();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
