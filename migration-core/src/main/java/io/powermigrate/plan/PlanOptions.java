package io.powermigrate.plan;

import io.powermigrate.model.Scope;
import io.powermigrate.rule.RuleSet;
import java.util.List;
import java.util.Set;

/**
 * What the caller decided before planning.
 *
 * @param scope which resources it is about
 * @param rules the joined rule set, the caller's own rules with it
 * @param recreate the types that the library may make again itself
 * @param waivers findings that may be passed over
 * @param limit the most resources that may be changed
 */
public record PlanOptions(Scope scope, RuleSet rules, Set<String> recreate, List<Waiver> waivers, int limit) {

    public PlanOptions {
        recreate = Set.copyOf(recreate);
        waivers = List.copyOf(waivers);
    }
}
