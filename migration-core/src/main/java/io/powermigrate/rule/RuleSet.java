package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Objects;

/**
 * Rules that hold together under one name. Each plugin contributes its part; the engine joins parts of the same name.
 *
 * @param name such as {@link RuleSets#CLASSIC_2016}
 * @param rules in the order in which their findings are listed
 */
public record RuleSet(String name, List<Rule<?>> rules) {

    public RuleSet {
        Objects.requireNonNull(name, "name");
        rules = List.copyOf(rules);
    }

    /** A set of some rules. */
    public static RuleSet of(String name, Rule<?>... rules) {
        return new RuleSet(name, List.of(rules));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
