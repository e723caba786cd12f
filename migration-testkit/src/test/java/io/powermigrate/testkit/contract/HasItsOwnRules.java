package io.powermigrate.testkit.contract;

import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;

/** Sound, with rules in a set of its own. */
class HasItsOwnRules extends BrokenNotes.Sound {
    @Override
    protected MigrationPlugin plugin() {
        Notes notes = subject();
        return new MigrationPlugin() {
            @Override
            public String name() {
                return "notes";
            }

            @Override
            public List<ResourceReader<?>> readers() {
                return List.of(notes);
            }

            @Override
            public List<RuleSet> ruleSets() {
                return List.of(RuleSet.of(
                        "notes-of-our-house",
                        Rule.withId("NOTE-1")
                                .forEach(notes.type())
                                .always()
                                .migrates()
                                .because("notes travel")
                                .remedy("Nothing")));
            }
        };
    }
}
