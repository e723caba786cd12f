package io.powermigrate.cds;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;

/** Two environments with Dataverse, in two tenants, and what a migration between them needs. */
final class TwoOrganizations implements AutoCloseable {

    final FakePowerPlatform fake;
    final FakeEnvironment dev;
    final FakeEnvironment prod;
    final Endpoint source;
    final Endpoint target;
    final Workspace workspace = Workspace.temporary();
    final Journal journal = Journal.inMemory();

    TwoOrganizations() {
        this(Dialects.standard());
    }

    TwoOrganizations(Dialects dialects) {
        fake = FakePowerPlatform.start(dialects);
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        prod = grace.tenant().environment("Fabrikam Prod").dataverse("fabrikamprod");
        dev.organisation().member(ada, "System Administrator");
        prod.organisation().member(grace, "System Administrator");
        source = fake.connect(dev, ada);
        target = fake.connect(prod, grace);
    }

    FakeDataverse from() {
        return dev.organisation();
    }

    FakeDataverse to() {
        return prod.organisation();
    }

    MigrationBuilder migration(SolutionOptions options) {
        return Migration.from(source)
                .to(target)
                .install(PowerApps.plugin(), Cds.plugin(options))
                .ruleSet(RuleSets.SOLUTION_AWARE)
                .workspace(workspace)
                .journal(journal)
                .time(fake.time());
    }

    @Override
    public void close() {
        source.close();
        target.close();
        fake.close();
        journal.close();
        workspace.close();
    }
}
