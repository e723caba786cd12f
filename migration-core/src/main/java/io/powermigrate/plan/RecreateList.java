package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Difference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of each resource that only a person makes whether the destination holds it, what to do, and who waits. */
final class RecreateList {

    private final Links links;

    RecreateList(Links links) {
        this.links = links;
    }

    RecreateItem item(Judgement judgement) {
        ResourceKey key = judgement.resource().key();
        Finding main = main(judgement);
        RecreateItem.State state = state(judgement);
        return new RecreateItem(
                key,
                judgement.resource().displayName(),
                state,
                by(judgement, state),
                main.verdict(),
                main.reason(),
                state == RecreateItem.State.AMBIGUOUS ? settling(judgement).orElse(main.remedy()) : main.remedy(),
                main.basis(),
                links.waitingFor(key),
                state == RecreateItem.State.SATISFIED ? List.of() : lines(judgement));
    }

    /** The finding that makes it a thing to recreate; a block that came on top is in the step. */
    private static Finding main(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.RECREATE
                        || finding.verdict() == Verdict.RECREATE_BY_HAND
                        || finding.verdict() == Verdict.UNKNOWN)
                .max(Comparator.comparing(Finding::verdict))
                .orElseThrow(() -> new IllegalStateException(
                        Shown.message(judgement.resource().key() + " is by hand without a finding")));
    }

    /** Where nobody knows which one it is, or whether it is there, making another one is not the advice. */
    private static Optional<String> settling(Judgement judgement) {
        return judgement.findings().stream()
                .filter(EngineFindings::isAboutItsCounterpart)
                .map(Finding::remedy)
                .findFirst();
    }

    private static RecreateItem.State state(Judgement judgement) {
        if (judgement.isSame()) {
            return RecreateItem.State.SATISFIED;
        }
        return judgement.isAmbiguous() ? RecreateItem.State.AMBIGUOUS : RecreateItem.State.MISSING;
    }

    private static String by(Judgement judgement, RecreateItem.State state) {
        if (state == RecreateItem.State.AMBIGUOUS) {
            return judgement.match().how();
        }
        return judgement
                .counterpart()
                .map(held -> "\"" + held.displayName() + "\" (id " + held.id() + "), " + held.how() + differences(held))
                .orElse(judgement.match().how());
    }

    private static String differences(Counterpart held) {
        return held.isSame()
                ? ""
                : ", but "
                        + held.differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
    }

    private static List<Binding> lines(Judgement judgement) {
        List<Binding> ambiguous = judgement.findings().stream()
                .flatMap(finding -> finding.suggestions().stream())
                .filter(line -> !line.isNew())
                .toList();
        return ambiguous.isEmpty()
                ? List.of(new Binding(
                        new SlotType(judgement.resource().key().type()),
                        judgement.resource().id(),
                        "<id in the destination>"))
                : ambiguous;
    }
}
