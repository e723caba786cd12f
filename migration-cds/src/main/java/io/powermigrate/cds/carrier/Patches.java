package io.powermigrate.cds.carrier;

import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A patch is a part of a solution that only counts together with it (wire/dataverse.md, sections 2.1 and 7): it is never half migrated. */
final class Patches {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, sections 2 and 7", "2026-08-21");
    private static final Basis GUESS = Basis.unsure("docs/wire/dataverse.md, sections 2 and 7", "2026-08-21");
    private static final String MERGE =
            "Merge the patches into the solution in the source (Clone as solution), then plan again";

    private final Solution solution;
    private final CheckContext context;

    Patches(Solution solution, CheckContext context) {
        this.solution = solution;
        this.context = context;
    }

    List<Finding> findings() {
        return solution.isPatch()
                ? List.of(finding(
                        "SOL-003",
                        Verdict.BLOCK,
                        "it is a patch of " + parent() + ", and patches are not migrated",
                        MERGE,
                        BASIS))
                : Stream.of(ofSource(), ofDestination())
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<Finding> ofSource() {
        List<Solution> patches = solution.patches(context.source());
        return patches.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-023",
                        Verdict.BLOCK,
                        "the source holds patches of it, whose changes its package lacks: " + named(patches),
                        MERGE,
                        BASIS));
    }

    private Optional<Finding> ofDestination() {
        List<Solution> patches = context.destination().named(solution.key()).stream()
                .flatMap(each -> ((Solution) each).patches(context.destination()).stream())
                .toList();
        return patches.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-024",
                        Verdict.WARN,
                        "the destination holds patches of it, and what becomes of them is not known: " + named(patches),
                        "Check that the package holds what the patches brought; an upgrade is what is meant to replace them",
                        GUESS));
    }

    private String parent() {
        return solution.facts()
                .map(facts -> Objects.requireNonNullElse(facts.manifest().parent(), ""))
                .filter(name -> !name.isEmpty())
                .orElse("another solution");
    }

    private static String named(List<Solution> patches) {
        return patches.stream()
                .map(each -> each.key().name() + " " + each.version())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy, Basis basis) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, basis));
    }
}
