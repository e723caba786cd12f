package io.powermigrate.powerapps.app;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Two tenants; the destination has by hand what the apps of the source need. */
final class Crossing implements AutoCloseable {

    static final String EXPENSES = "Expense report";
    static final String LEAVE = "Leave request";
    static final String ORDERS = "Order tracking";

    final FakePowerPlatform fake;
    final FakeUser ada;
    final FakeUser grace;
    final FakeEnvironment dev;
    final FakeEnvironment prod;
    final Endpoint source;
    final Endpoint target;
    final Journal journal = Journal.inMemory();
    /** One for all worlds: what is found out of the bytes of the same documents is found once. It ends with the process. */
    private static final Workspace WORKSPACE = Workspace.temporary();

    private Optional<PackagePair> pair = Optional.empty();
    private Mapping mapping = Mapping.none();

    Crossing() {
        this(Dialects.standard());
    }

    Crossing(Dialects dialects) {
        this(dialects, service -> {});
    }

    Crossing(Dialects dialects, Consumer<FakeService> before) {
        this(dialects, before, "fabrikam.onmicrosoft.com", settings -> settings);
    }

    /**
     * One in which something is said to the service before anybody asks it, with a destination of its own: into one
     * destination only one plan is executed at a time.
     */
    Crossing(Dialects dialects, Consumer<FakeService> before, String domain, UnaryOperator<HttpSettings> settings) {
        fake = FakePowerPlatform.start(dialects);
        before.accept(fake.service());
        ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        grace = fake.tenant(domain).user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev");
        prod = grace.tenant().environment("Fabrikam Prod");
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

    /** An app with two connections, which the destination has. */
    FakeApp expenses() {
        FakeConnection office = office(dev, "Office of Ada");
        office(prod, "Office of Grace");
        FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
        prod.connection("shared_sharepointonline", "SharePoint of Grace");
        return dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()));
    }

    /** An app that runs a flow, which the destination has under another id. */
    FakeApp leave() {
        FakeConnection office = office(dev, "Office of Ada");
        FakeFlow approve = approval(dev).calling(office);
        approval(prod).calling(office(prod, "Office of Grace"));
        return dev.app(SampleDocuments.flow(approve.id(), office.name()));
    }

    private static FakeFlow approval(FakeEnvironment environment) {
        return environment.flow("Approve leave").taking("Reason", "string").returning("result", "string");
    }

    private static FakeConnection office(FakeEnvironment environment, String title) {
        return environment.connections().stream()
                .filter(each -> each.connectorName().equals("shared_office365users"))
                .findFirst()
                .orElseGet(() -> environment.connection("shared_office365users", title));
    }

    /** An app with a custom connector, which the destination has under another id. */
    FakeApp orders() {
        FakeConnector here = dev.customConnector("Orders API");
        FakeConnection order = dev.connection(here, "Orders of Contoso");
        prod.connection(prod.customConnector("Orders API"), "Orders of Fabrikam");
        return dev.app(SampleDocuments.customConnector(here.name(), order.name()));
    }

    Crossing supplying(PackagePair given) {
        pair = Optional.of(given);
        return this;
    }

    Crossing mapping(Mapping lines) {
        mapping = lines;
        return this;
    }

    MigrationBuilder builder() {
        return builder(source, target);
    }

    /** Over endpoints that were opened later than the world. */
    MigrationBuilder builder(Endpoint from, Endpoint to) {
        return builder(from, to, pair.<MigrationPlugin>map(Supplied::new).orElse(PowerApps.plugin()));
    }

    /** With a plugin of the caller's. */
    MigrationBuilder builder(MigrationPlugin plugin) {
        return builder(source, target, plugin);
    }

    private MigrationBuilder builder(Endpoint from, Endpoint to, MigrationPlugin plugin) {
        return Migration.from(from)
                .to(to)
                .install(plugin)
                .workspace(WORKSPACE)
                .journal(journal)
                .mapping(mapping)
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .time(fake.time());
    }

    Plan plan() {
        return builder().build().plan();
    }

    Report execute(Plan plan) {
        return execute(builder().build(), plan);
    }

    Report execute(Migration migration, Plan plan) {
        return migration.execute(
                plan.approve(Approval.by("ada@contoso.com", fake.clock().instant())));
    }

    Report run() {
        return execute(plan());
    }

    Outcome outcome(Report report, String app) {
        return report.outcome(new ResourceKey(CanvasApp.TYPE.name(), app)).orElseThrow();
    }

    List<FakeApp> arrived(String name) {
        return prod.apps().stream()
                .filter(app -> app.displayName().equals(name))
                .toList();
    }

    /** Requests that left something in the destination, and any above READ in the source. */
    long aboveRead() {
        return prod.requests(FakeEffect.WRITE)
                + prod.requests(FakeEffect.STAGE)
                + prod.requests(FakeEffect.EXPORT)
                + dev.requests(FakeEffect.EXPORT)
                + dev.requests(FakeEffect.STAGE)
                + dev.requests(FakeEffect.WRITE);
    }

    @Override
    public void close() {
        source.close();
        target.close();
        fake.close();
    }

    /** The plugin with a pair given to its migrator. */
    private record Supplied(PackagePair given) implements MigrationPlugin {

        @Override
        public String name() {
            return "Power Apps with a pair";
        }

        @Override
        public List<ResourceReader<?>> readers() {
            return PowerApps.plugin().readers().stream()
                    .<ResourceReader<?>>map(
                            reader -> reader instanceof CanvasApps ? CanvasApps.migrator(given) : reader)
                    .toList();
        }

        @Override
        public String standardRuleSet() {
            return PowerApps.plugin().standardRuleSet();
        }

        @Override
        public List<RuleSet> ruleSets() {
            return PowerApps.plugin().ruleSets();
        }
    }
}
