package io.powermigrate.cds.carrier;

import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.transfer.SolutionExport;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Reference;
import io.powermigrate.store.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exports a solution once for each state of its contents, and keeps it in the workspace: planning again, rehearsing, executing and
 * further destinations find it there.
 */
final class Exports {

    private final SolutionOptions options;

    Exports(SolutionOptions options) {
        this.options = options;
    }

    /**
     * The solution with its package and what that holds, if a package may be exported to plan or is here already. Only a source is open
     * for exports and nothing more.
     */
    Solution planned(Solution solution, Endpoint source, Workspace workspace) {
        if (!solution.isCandidate() || source.ceiling() != Effect.EXPORT) {
            return solution;
        }
        String name = name(solution, source);
        Optional<Artifact> known = workspace.find(name);
        if (known.isEmpty() && !options.plansWithExport()) {
            return solution;
        }
        return packed(solution, known.orElseGet(() -> exported(name, solution, source, workspace)), workspace);
    }

    /** The solution with its package, exported now if it is not here. */
    Solution required(Solution solution, Endpoint source, Workspace workspace) {
        String name = name(solution, source);
        Artifact zip = workspace.find(name).orElseGet(() -> exported(name, solution, source, workspace));
        return packed(solution, zip, workspace);
    }

    static Solution packed(Solution solution, Artifact zip, Workspace workspace) {
        SolutionFacts facts = workspace.derived(
                zip, SolutionFacts.class, file -> SolutionPackage.open(file).facts());
        return new Solution(solution.item()
                .withContent(solution.content().with(Solution.PACKAGE, facts))
                .withArtifacts(List.of(zip))
                .withReferences(providers(facts)));
    }

    /** Solutions that hold what this one lacks come first, where they travel, too (wire/dataverse-situations.md, S07). */
    private static Set<Reference> providers(SolutionFacts facts) {
        return facts.manifest().missingDependencies().stream()
                .map(missing -> missing.solution())
                .filter(name ->
                        name != null && !name.equalsIgnoreCase(facts.manifest().uniqueName()))
                .map(name -> Reference.uses(Solution.TYPE.key(String.valueOf(name))))
                .collect(Collectors.toSet());
    }

    private Artifact exported(String name, Solution solution, Endpoint source, Workspace workspace) {
        Dataverse dataverse = source.client(Dataverse.KEY);
        Artifact zip = new SolutionExport(dataverse, workspace)
                .export(solution.key().name(), options.isManaged(), message -> {});
        workspace.remember(name, zip);
        return zip;
    }

    /** Privileges change without a trace in the rows of roles, so they are asked for, all with one request. */
    private String name(Solution solution, Endpoint source) {
        List<Query> roles = solution.components().stream()
                .filter(part -> part.key().type().equals(SecurityRole.TYPE.name()))
                .map(part -> Query.function("RetrieveRolePrivilegesRole", Parameters.guid("RoleId", part.id())))
                .toList();
        String privileges = roles.isEmpty()
                ? ""
                : source.client(Dataverse.KEY).batch(roles).stream()
                        .map(answer -> answer.json().canonical())
                        .collect(Collectors.joining());
        String state = solution.content().text(Solution.STATE).orElse("") + privileges;
        return "solution " + source.id() + " " + solution.key().name() + " " + solution.version()
                + (options.isManaged() ? " managed " : " unmanaged ")
                + Fingerprint.of(Document.of(state)).value();
    }
}
