package io.powermigrate.internal.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Waiver;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.RuleSet;
import java.util.List;
import java.util.Set;

/**
 * What the caller decided before planning.
 *
 * @param scope which resources it is about
 * @param rules the joined rule set, the caller's own rules with it
 * @param recreate the types that the library may make again itself
 * @param mayStayUnread the types whose lists may stay unread
 * @param waivers findings that may be passed over
 * @param limit the most resources that may be changed
 * @param inSource how far the source may be changed
 * @param journalKept whether the journal outlives the process
 */
public record PlanOptions(
        Scope scope,
        RuleSet rules,
        Set<String> recreate,
        Set<String> mayStayUnread,
        List<Waiver> waivers,
        int limit,
        Effect inSource,
        boolean journalKept) {

    public PlanOptions {
        recreate = Set.copyOf(recreate);
        mayStayUnread = Set.copyOf(mayStayUnread);
        waivers = List.copyOf(waivers);
    }

    /** The findings, with those that the caller accepted as mere warnings. */
    List<Finding> waive(List<Finding> findings) {
        return findings.stream()
                .map(finding -> waivers.stream()
                        .filter(waiver -> waiver.rule().equals(finding.rule())
                                && waiver.resource().equals(finding.resource()))
                        .findFirst()
                        .map(waiver -> EngineFindings.waived(finding, waiver.because()))
                        .orElse(finding))
                .toList();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
