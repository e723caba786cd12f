package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says of each resource that only a person makes whether the destination holds it, what to do, and who waits. What is to
 * be done first is the recipe, and the only one: which one of the destination it is, then what blocks it, then making it.
 */
final class RecreateList {

    private final DependencyGraph links;
    private final ByHandFiles files;

    RecreateList(DependencyGraph links, ByHandFiles files) {
        this.links = links;
        this.files = files;
    }

    RecreateItem item(Evaluation judgement) {
        ResourceKey key = judgement.resource().key();
        Finding main = main(judgement);
        RecreateItem.State state = state(judgement);
        Recipe recipe = Recipe.of(judgement, main, state);
        return new RecreateItem(
                key,
                judgement.resource().displayName(),
                state,
                by(judgement, state),
                main.verdict(),
                recipe.reason(),
                recipe.remedy(),
                recipe.basis(),
                links.waitingFor(key),
                null,
                lines(judgement, state),
                judgement.isUnsettled() ? CounterpartFindings.candidates(judgement.match()) : List.of(),
                state == RecreateItem.State.MISSING ? files.of(judgement.resource()) : List.of());
    }

    /** The finding that makes it a thing to recreate; a block that came on top is in the step. */
    private static Finding main(Evaluation judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.RECREATE
                        || finding.verdict() == Verdict.RECREATE_BY_HAND
                        || finding.verdict() == Verdict.UNKNOWN)
                .max(Comparator.comparing(Finding::verdict))
                .orElseThrow(() -> new IllegalStateException(
                        Shown.message(judgement.resource().key() + " is by hand without a finding")));
    }

    private static RecreateItem.State state(Evaluation judgement) {
        if (judgement.action() == Action.SKIP) {
            return RecreateItem.State.SATISFIED;
        }
        if (judgement.match().kind() == Match.Kind.NOT_FOUND) {
            return RecreateItem.State.NOT_FOUND;
        }
        return judgement.isUnsettled() ? RecreateItem.State.AMBIGUOUS : RecreateItem.State.MISSING;
    }

    private static String by(Evaluation judgement, RecreateItem.State state) {
        if (judgement.isUnsettled()) {
            return judgement.match().how()
                    + CounterpartFindings.words(
                            state == RecreateItem.State.NOT_FOUND ? "; the nearest there: " : ": ",
                            CounterpartFindings.candidates(judgement.match()));
        }
        return judgement
                .counterpart()
                .map(held -> new Candidate(held.id(), held.displayName()) + ", " + held.how() + differences(held))
                .orElse(judgement.match().how());
    }

    private static String differences(Counterpart held) {
        return held.isSame()
                ? ""
                : ", but "
                        + held.differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
    }

    private static List<Binding> lines(Evaluation judgement, RecreateItem.State state) {
        return switch (state) {
            case SATISFIED -> List.of();
            case MISSING ->
                List.of(Binding.toBeFilledIn(
                        new SlotType(judgement.resource().key().type()),
                        judgement.resource().id()));
            case AMBIGUOUS, NOT_FOUND ->
                Recipe.settling(judgement).map(Finding::suggestions).orElse(List.of());
        };
    }

    /** What a person reads of one item: why, and what to do. */
    private record Recipe(String reason, String remedy, Basis basis) {

        static Recipe of(Evaluation judgement, Finding main, RecreateItem.State state) {
            if (state == RecreateItem.State.AMBIGUOUS || state == RecreateItem.State.NOT_FOUND) {
                return settling(judgement)
                        .map(finding -> new Recipe(main.reason(), finding.remedy(), main.basis()))
                        .orElseGet(() -> of(main));
            }
            return blocking(judgement).map(block -> of(block, main)).orElseGet(() -> of(main, judgement));
        }

        private static Recipe of(Finding finding) {
            return new Recipe(finding.reason(), finding.remedy(), finding.basis());
        }

        /** Making it again is the advice only where nothing forbids it; unread, it can still be made without its details. */
        private static Recipe of(Finding block, Finding main) {
            return block.rule().equals(EngineFindings.UNREADABLE)
                    ? new Recipe(
                            block.reason(), block.remedy() + ". If it stays unread: " + main.remedy(), block.basis())
                    : of(block);
        }

        /** That no plugin makes it says nothing of the way: the rules do, where they know one. */
        private static Recipe of(Finding main, Evaluation judgement) {
            List<Finding> ways = EngineFindings.waysByHand(judgement.findings());
            return !main.rule().equals(EngineFindings.NO_MIGRATOR) || ways.isEmpty()
                    ? of(main)
                    : new Recipe(
                            main.reason() + "; " + joined(ways, Finding::reason, "; "),
                            joined(ways, Finding::remedy, ". ") + ". Then plan again",
                            ways.get(0).basis());
        }

        private static String joined(List<Finding> findings, Function<Finding, String> part, String between) {
            return findings.stream().map(part).distinct().collect(Collectors.joining(between));
        }

        /** Where nobody knows which one it is, or whether it is there, making another one is not the advice. */
        static Optional<Finding> settling(Evaluation judgement) {
            return judgement.findings().stream()
                    .filter(CounterpartFindings::isOne)
                    .findFirst();
        }

        private static Optional<Finding> blocking(Evaluation judgement) {
            return judgement.findings().stream()
                    .filter(finding -> finding.verdict() == Verdict.BLOCK)
                    .findFirst();
        }
    }
}
