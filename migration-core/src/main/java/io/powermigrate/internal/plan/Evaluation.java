package io.powermigrate.internal.plan;

import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one resource before it is decided what happens to it.
 *
 * @param resource the resource of the source
 * @param match which one of the destination it is
 * @param counterpart that one, held against what is wanted
 * @param byHand whether only a person makes it: by its verdict, or because the caller did not switch its type on
 * @param findings what was found
 */
record Evaluation(
        Resource resource, Match<?> match, Optional<Counterpart> counterpart, boolean byHand, List<Finding> findings) {

    Evaluation with(Finding another) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(another);
        return new Evaluation(resource, match, counterpart, byHand, all);
    }

    Verdict verdict() {
        return Assessment.highest(findings);
    }

    /** Whether it is not settled which one of the destination it is. */
    boolean isUnsettled() {
        return match.kind() == Match.Kind.AMBIGUOUS || match.kind() == Match.Kind.NOT_FOUND;
    }

    boolean isSame() {
        return counterpart.filter(Counterpart::isSame).isPresent();
    }

    /** What would happen to it if it waited for nothing; the table of verdicts. */
    Action action() {
        if (isUnsettled()) {
            return Action.BLOCKED;
        }
        if (isSame()) {
            return Action.SKIP;
        }
        if (verdict() == Verdict.BLOCK) {
            return Action.BLOCKED;
        }
        if (byHand) {
            return Action.BY_HAND;
        }
        if (counterpart.isPresent()) {
            return Action.UPDATE;
        }
        return verdict() == Verdict.RECREATE ? Action.RECREATE : Action.CREATE;
    }
}
