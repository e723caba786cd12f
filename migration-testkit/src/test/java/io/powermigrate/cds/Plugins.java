package io.powermigrate.cds;

import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;

/** Dataverse and the Power Apps as one plugin, where a contract takes one. */
record Plugins(Cds cds, PowerApps apps) implements MigrationPlugin {

    Plugins() {
        this(Cds.plugin(SolutionOptions.defaults()), PowerApps.plugin());
    }

    @Override
    public String name() {
        return "Dataverse and Power Apps";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return Stream.concat(cds.readers().stream(), apps.readers().stream()).toList();
    }

    @Override
    public List<Packager<?>> packagers() {
        return cds.packagers();
    }

    @Override
    public String standardRuleSet() {
        return cds.standardRuleSet();
    }

    @Override
    public List<RuleSet> ruleSets() {
        return Stream.concat(cds.ruleSets().stream(), apps.ruleSets().stream()).toList();
    }
}
