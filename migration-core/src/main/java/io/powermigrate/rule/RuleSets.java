package io.powermigrate.rule;

import io.powermigrate.error.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of the rule sets that come with the library, and how parts are joined. */
public final class RuleSets {

    /** The scenario's own rules, of 2016; the default. */
    public static final String CLASSIC_2016 = "classic-2016";

    /** The rules of the service's own export of packages, of 2018. */
    public static final String PACKAGE_2018 = "package-2018";

    /** Today's rules, where resources live in solutions. */
    public static final String SOLUTION_AWARE = "solution-aware";

    private RuleSets() {}

    /**
     * The parts of a name as one set.
     *
     * @throws MigrationException when no part has the name, or two rules have the same id
     */
    public static RuleSet join(String name, Collection<RuleSet> parts) {
        List<Rule<?>> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> names = new TreeSet<>();
        for (RuleSet part : parts) {
            names.add(part.name());
            if (part.name().equals(name)) {
                rules.addAll(part.rules());
            }
        }
        if (!names.contains(name)) {
            throw new MigrationException(
                    "The rule set \"" + name
                            + "\" was not found because no installed plugin has a part of it; there are " + names,
                    "Name one of these, or install the plugin that brings it");
        }
        rules.stream().map(Rule::id).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new MigrationException(
                    "The rule set \"" + name + "\" could not be joined because two rules have the id " + id,
                    "Give one of them another id");
        });
        return new RuleSet(name, rules);
    }
}
