package io.powermigrate.powerapps.app;

import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.List;
import java.util.stream.Stream;

/** What the rule sets say about canvas apps (rules.md). Thread-safe: rules are pure. */
public final class CanvasAppRules {

    private CanvasAppRules() {}

    /** The part of each built-in rule set that is about apps. */
    public static List<RuleSet> sets() {
        return List.of(
                set(RuleSets.CLASSIC_2016, List.of(AppKindRules.CLASSIC)),
                set(RuleSets.PACKAGE_2018, List.of(AppKindRules.PACKAGE, AppKindRules.SOLUTION_IN_PACKAGE)),
                set(
                        RuleSets.SOLUTION_AWARE,
                        List.of(AppKindRules.OUTSIDE, AppKindRules.IN_SOLUTION, AppKindRules.IMPLICITLY_SHARED)));
    }

    private static RuleSet set(String name, List<Rule<CanvasApp>> own) {
        List<Rule<?>> rules = Stream.of(own, AppKindRules.everywhere(), AppWayRules.all(), AppSourceRules.all())
                .<Rule<?>>flatMap(List::stream)
                .toList();
        return new RuleSet(name, rules);
    }
}
