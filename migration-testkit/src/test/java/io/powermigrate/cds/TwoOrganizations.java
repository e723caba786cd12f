package io.powermigrate.cds;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.journal.Journal;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Two environments with Dataverse, in two tenants, and what a migration between them needs. */
public final class TwoOrganizations implements AutoCloseable {

    public final FakePowerPlatform fake;
    final FakeUser grace;
    final FakeEnvironment dev;
    final FakeEnvironment prod;
    public final Endpoint source;
    public final Endpoint target;
    final Workspace workspace = Workspace.temporary();
    final Journal journal = Journal.inMemory();

    public TwoOrganizations() {
        this(Dialects.standard());
    }

    TwoOrganizations(Dialects dialects) {
        this(dialects, service -> {}, "fabrikam.onmicrosoft.com", settings -> settings);
    }

    /**
     * One in which something is said to the service before anybody asks it, with a destination of its own: into one
     * destination only one plan is executed at a time.
     */
    TwoOrganizations(
            Dialects dialects, Consumer<FakeService> before, String domain, UnaryOperator<HttpSettings> settings) {
        fake = FakePowerPlatform.start(dialects);
        before.accept(fake.service());
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        grace = fake.tenant(domain).user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        prod = grace.tenant().environment("Fabrikam Prod").dataverse("fabrikamprod");
        dev.organisation().member(ada, "System Administrator");
        prod.organisation().member(grace, "System Administrator");
        try {
            source = opened(dev, ada, settings);
            target = opened(prod, grace, settings);
        } catch (RuntimeException refused) {
            fake.close();
            throw refused;
        }
    }

    private Endpoint opened(FakeEnvironment environment, FakeUser user, UnaryOperator<HttpSettings> settings) {
        Environment where = Environment.of(fake.cloud(), environment.tenant().domain(), environment.name());
        return PowerPlatform.connect(where, fake.credential(user), settings.apply(fake.settings()));
    }

    /** What the source holds. */
    public FakeDataverse from() {
        return dev.organisation();
    }

    /** What the destination holds. */
    public FakeDataverse to() {
        return prod.organisation();
    }

    /** A package with a table, a role, a permission set and a variable that needs a value. */
    public static byte[] orders() {
        return SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version("1.0.0.0")
                .table(TableSpec.named("new_Order", "Order")
                        .column(ColumnSpec.money("new_Amount", 2).secured()))
                .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"))
                .variable(VariableSpec.text("new_Url").required())
                .toZip();
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

    /** Plans, approves and executes. */
    Report run(Migration migration) {
        return migration.execute(migration
                .plan()
                .approve(Approval.by("ada@contoso.com", fake.time().now())));
    }

    /** The step of the one solution of a plan. */
    static Step carrier(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.key().type().equals(Solution.TYPE.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Unique names of the scratch solutions that the source holds. */
    List<String> scratchSolutions() {
        return from().rows("solutions").stream()
                .flatMap(row -> row.value("uniquename").stream())
                .filter(name -> name.startsWith("powermigrate_"))
                .toList();
    }

    /** Requests to either side that do more than read. */
    long changes() {
        return List.of(dev, prod).stream()
                .mapToLong(side -> side.requests(FakeEffect.WRITE)
                        + side.requests(FakeEffect.STAGE)
                        + side.requests(FakeEffect.EXPORT))
                .sum();
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
