package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.transfer.Publishing;
import io.powermigrate.cds.transfer.ScratchSolution;
import io.powermigrate.cds.transfer.SolutionExport;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.flight.SingleFlight;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
     * The solution with what can be told of it to make a plan: its package and what that holds, if one may be exported now; which
     * changes would stay behind; and which scratch solutions were left. Only a source is open for exports and no more.
     */
    Solution planned(Solution solution, Endpoint source, Workspace workspace) {
        if (!solution.isCandidate() || source.ceiling() != Effect.EXPORT) {
            return solution;
        }
        Solution told = told(solution, source);
        if (solution.isScratch() || options.publishesBeforeExport() || !options.plansWithExport()) {
            return told; // also where a rehearsal has left a package here: that would make the plan another one
        }
        String name = name(told, source);
        Artifact zip = workspace.find(name).orElseGet(() -> exported(told, source, workspace, name));
        return packed(told, zip, workspace);
    }

    private static Solution told(Solution solution, Endpoint source) {
        Document content =
                solution.content().with(Solution.DRAFTS, new Drafts(source.client(Dataverse.KEY)).of(solution));
        return new Solution(solution.item()
                .withContent(
                        solution.isScratch()
                                ? content.with(Solution.LEFTOVERS, Leftovers.near(solution, source))
                                : content));
    }

    /**
     * The solution with its package, made and exported now if it is not here. Of several that ask at once, one does it.
     *
     * @param source open as far as making it needs
     */
    Solution required(Solution solution, Endpoint source, WriteContext context) {
        Workspace workspace = context.workspace();
        Artifact zip = source.client(Made.KEY).of(state(solution, workspace), () -> {
            if (options.publishesBeforeExport()) {
                publish(solution, source.client(Dataverse.KEY), context);
            }
            String name = name(solution, source);
            return workspace.find(name).orElseGet(() -> made(solution, source, name, context));
        });
        return packed(solution, zip, workspace);
    }

    private static void publish(Solution solution, Dataverse dataverse, WriteContext context) {
        context.progress("publishing in the source what travels");
        new Publishing(dataverse, dataverse.time())
                .only(names(solution, DataverseTable.TYPE), names(solution, GlobalChoice.TYPE), context::progress);
    }

    private static List<String> names(Solution solution, ResourceType<?> type) {
        return solution.components().stream()
                .map(Solution.Component::key)
                .filter(key -> key.type().equals(type.name()))
                .map(ResourceKey::name)
                .toList();
    }

    private Artifact made(Solution solution, Endpoint source, String name, WriteContext context) {
        if (!solution.isScratch()) {
            return exported(solution, source, context.workspace(), name);
        }
        Dataverse dataverse = source.client(Dataverse.KEY);
        ScratchSolution.Done<Artifact> done = new ScratchSolution(dataverse, context::progress)
                .during(
                        new ScratchWish(solution, dataverse).wish(),
                        () -> exported(solution, source, context.workspace(), name));
        MigrationException left = done.left();
        if (left != null) {
            context.found(Finding.of(
                    "SOL-016",
                    solution.key(),
                    Verdict.WARN,
                    new Explanation(left.problem(), left.remedy(), Packing.BASIS)));
        }
        return done.result();
    }

    static Solution packed(Solution solution, Artifact zip, Workspace workspace) {
        SolutionFacts facts = workspace.derived(
                zip, SolutionFacts.class, file -> SolutionPackage.open(file).facts());
        AppsInside inside = AppsInside.of(zip, facts, workspace);
        Set<Reference> references = new HashSet<>(providers(facts));
        new Covered(facts).needs(inside.all()).forEach(key -> references.add(Reference.uses(key)));
        return new Solution(solution.item()
                        .withContent(solution.content().with(Solution.PACKAGE, facts))
                        .withArtifacts(List.of(zip))
                        .withReferences(references))
                .holding(inside)
                .calling(ConnectorsInside.of(zip, facts, workspace));
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

    private Artifact exported(Solution solution, Endpoint source, Workspace workspace, String name) {
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
        String state = solution.content().text(Solution.STATE).orElse("") + privileges + metadata(solution, source);
        return "solution " + source.id() + " " + solution.key().name() + " " + solution.version()
                + (options.isManaged() ? " managed " : " unmanaged ")
                + Fingerprint.of(Document.of(state)).value();
    }

    /** The state of a listed solution holds that of all metadata, as it was before anything was published; that of another one does not. */
    private String metadata(Solution solution, Endpoint source) {
        return solution.isScratch() || options.publishesBeforeExport()
                ? source.client(Dataverse.KEY)
                        .function("RetrieveTimestamp", Parameters.none())
                        .text("Timestamp")
                        .orElse("")
                : "";
    }

    /** What was made for other options or another workspace is another package. */
    private String state(Solution solution, Workspace workspace) {
        return String.join(
                " ",
                solution.key().name(),
                solution.content().text(Solution.STATE).orElse(""),
                options.toString(),
                workspace.folder().toString());
    }

    /** Packages that were made through one view of a source: staged and imported is the same one, whatever changes there meanwhile. */
    private static final class Made {

        static final ClientKey<Made> KEY = new ClientKey<>(Made.class, endpoint -> new Made());

        private final Map<String, Artifact> known = new ConcurrentHashMap<>();
        private final SingleFlight<String, Artifact> flights = new SingleFlight<>();

        Artifact of(String state, Supplier<Artifact> make) {
            return flights.fly(state, () -> {
                Artifact made = known.containsKey(state) ? known.get(state) : make.get();
                known.put(state, made);
                return made;
            });
        }
    }
}
