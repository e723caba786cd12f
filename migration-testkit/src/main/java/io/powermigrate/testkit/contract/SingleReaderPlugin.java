package io.powermigrate.testkit.contract;

import io.powermigrate.model.Resource;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;

/** A plugin of one reader, with the rule that everything travels. */
record SingleReaderPlugin<R extends Resource>(ResourceReader<R> reader) implements MigrationPlugin {

    @Override
    public String name() {
        return reader.type() + " alone";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return List.of(reader);
    }

    @Override
    public List<RuleSet> ruleSets() {
        return List.of(RuleSet.of(
                RuleSets.CLASSIC_2016,
                Rule.withId("CONTRACT")
                        .forEach(reader.type())
                        .always()
                        .migrates()
                        .because("the contract is about what travels")
                        .remedy("Nothing")));
    }
}
