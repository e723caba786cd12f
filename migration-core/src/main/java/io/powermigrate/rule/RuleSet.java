package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Objects;

/**
 * Rules under one name. Each plugin brings its part of a set, and a migration joins the parts of the same name. Immutable.
 *
 * <pre>{@code
 * RuleSet part = RuleSet.of(RuleSets.CLASSIC_2016, firstRule, secondRule);
 * }</pre>
 *
 * @param name the name of the whole set, such as {@link RuleSets#CLASSIC_2016}
 * @param rules in the order in which their findings are listed
 */
public record RuleSet(String name, List<Rule<?>> rules) {

    public RuleSet {
        Objects.requireNonNull(name, "name");
        rules = List.copyOf(rules);
    }

    /** A set, or a part of one, with these rules. */
    public static RuleSet of(String name, Rule<?>... rules) {
        return new RuleSet(name, List.of(rules));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
