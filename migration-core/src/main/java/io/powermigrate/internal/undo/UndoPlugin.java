package io.powermigrate.internal.undo;

import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;

/** Puts back what a run has overwritten; its only rule is that it may. */
record UndoPlugin(List<ResourceReader<?>> readers) implements MigrationPlugin {

    private static final String RULES = "undo";

    @Override
    public String name() {
        return "Undo";
    }

    @Override
    public String standardRuleSet() {
        return RULES;
    }

    @Override
    public List<RuleSet> ruleSets() {
        List<Rule<?>> rules =
                readers.stream().<Rule<?>>map(reader -> putBack(reader.type())).toList();
        return List.of(new RuleSet(RULES, rules));
    }

    private static <R extends Resource> Rule<R> putBack(ResourceType<R> type) {
        return Rule.withId("UNDO-" + type.name())
                .forEach(type)
                .always()
                .migrates()
                .because("the run has changed it")
                .remedy("Nothing");
    }
}
