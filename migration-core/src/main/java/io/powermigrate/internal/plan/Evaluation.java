package io.powermigrate.internal.plan;

import io.powermigrate.model.Difference;
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
 * @param serves whether what the destination holds serves who needs it, also where it differs
 * @param findings what was found
 */
record Evaluation(
        Resource resource,
        Match<?> match,
        Optional<Counterpart> counterpart,
        boolean byHand,
        boolean serves,
        List<Finding> findings) {

    Evaluation with(Finding another) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(another);
        return new Evaluation(resource, match, counterpart, byHand, serves, all);
    }

    /** What a person would have to make arrives inside another one. */
    Evaluation carried(Finding why) {
        return new Evaluation(resource, match, counterpart, false, serves, findings).with(why);
    }

    /** There is more in which the destination differs. */
    Evaluation differing(List<Difference> more) {
        return new Evaluation(
                resource, match, counterpart.map(held -> held.differingIn(more)), byHand, serves, findings);
    }

    /** The destination holds all that it stands for. */
    Evaluation served() {
        return new Evaluation(resource, match, counterpart, byHand, true, findings);
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
        if (isSame() || (serves && (byHand || counterpart.isEmpty()))) {
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
