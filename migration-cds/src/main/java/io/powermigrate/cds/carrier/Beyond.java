package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the package of a scratch solution holds beyond what was planned: what is required, which is known once it was exported. */
final class Beyond {

    private Beyond() {}

    static Optional<Finding> planned(Solution planned, Solution exported) {
        if (!planned.isScratch() || exported.facts().isEmpty()) {
            return Optional.empty();
        }
        String names = names(planned, exported, exported.facts().get());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "SOL-017",
                        planned.key(),
                        Verdict.WARN,
                        new Explanation(
                                "its package also holds what the selection requires, or what comes with its tables: "
                                        + names,
                                "Check that this may be in the destination; to leave it out, put the rest into a solution of"
                                        + " your own and name that with SolutionOptions.solutions",
                                Packing.BASIS)));
    }

    private static String names(Solution planned, Solution exported, SolutionFacts facts) {
        Set<ResourceKey> more = new TreeSet<>(Contents.of(exported).keys());
        more.removeAll(Contents.of(planned).keys());
        return Stream.of(
                        more.stream().map(ResourceKey::toString),
                        facts.content().webResources().stream().map(each -> "web resource " + each.name()),
                        facts.content().canvasApps().stream().map(each -> "canvas app " + each.displayName()),
                        facts.content().carried().stream()
                                .filter(each -> each.count() > 0)
                                .map(each -> each.type() + " " + String.join(", ", each.names())))
                .flatMap(each -> each)
                .collect(Collectors.joining("; "));
    }
}
