package io.powermigrate.testkit.demo;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.cds.Cds;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Mapping;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Two tenants of a fake: {@code Contoso Dev} holds apps and what they need, {@code Fabrikam Prod} is empty. Close it when
 * it is no longer used.
 */
public final class DemoWorld implements AutoCloseable {

    private final FakePowerPlatform fake;
    private final boolean solutions;
    private final FakeEnvironment dev;
    private final FakeEnvironment prod;
    private final Endpoint source;
    private final Endpoint target;
    private final Workspace workspace = Workspace.temporary();
    private final Journal journal = Journal.in(workspace.folder().resolve("journal"));

    private DemoWorld(Dialects dialects, boolean solutions, BiConsumer<FakeEnvironment, String> filling) {
        this.solutions = solutions;
        this.fake = FakePowerPlatform.start(dialects);
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        this.dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        this.prod = grace.tenant().environment("Fabrikam Prod").dataverse("fabrikamprod");
        try {
            if (solutions) {
                dev.organisation().member(ada, "System Administrator");
                prod.organisation().member(grace, "System Administrator");
            }
            this.source = fake.connect(dev, ada);
            this.target = fake.connect(prod, grace);
            filling.accept(dev, source.about().text("dataverseUrl").orElse(""));
        } catch (RuntimeException failed) { // else its threads would keep the program alive
            fake.close();
            workspace.close();
            throw failed;
        }
    }

    /** The built-in world: seven apps, one of each kind of need, and a solution. */
    public static DemoWorld builtIn() {
        return new DemoWorld(Dialects.standard(), true, DemoWorld::fill);
    }

    /**
     * A world in which every {@code .msapp} of a folder is an app, with what it refers to.
     *
     * @param told is told of each file that is no document, and left out
     */
    public static DemoWorld of(Path folder, Consumer<String> told) {
        return new DemoWorld(Dialects.standard(), false, (dev, url) -> dev.documents(folder, told));
    }

    /** One in which every file of the folder is a document, where the fake answers in a chosen way. */
    public static DemoWorld of(Path folder, Dialects dialects) {
        return new DemoWorld(dialects, false, (dev, url) -> dev.documents(folder));
    }

    private static void fill(FakeEnvironment dev, String dataverseUrl) {
        FakeConnection office = dev.connection("shared_office365users", "Office 365 Users of Ada");
        FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
        FakeConnector orders = dev.customConnector("Orders API");
        FakeConnection order = dev.connection(orders, "Orders of Contoso").through(dev.gateway("Head office"));
        FakeFlow approve = dev.flow("Approve leave")
                .taking("Reason", "string")
                .returning("result", "string")
                .calling(office);
        dev.organisation().solution(CustomerVisits.solution());
        dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()));
        dev.app(SampleDocuments.flow(approve.id(), office.name()));
        dev.app(SampleDocuments.customConnector(orders.name(), order.name()));
        dev.app(SampleDocuments.tables(dataverseUrl));
        dev.app(SampleDocuments.nothing());
        dev.app(SampleDocuments.nothingOlder());
        dev.app(SampleDocuments.customPage(dataverseUrl)).type("CustomCanvasPage");
    }

    /** The fake, to look behind. */
    public FakePowerPlatform fake() {
        return fake;
    }

    /** Where the apps are, as the fake sees it. */
    public FakeEnvironment dev() {
        return dev;
    }

    /** Where they go, as the fake sees it. */
    public FakeEnvironment prod() {
        return prod;
    }

    /** Where the apps are, opened. */
    public Endpoint source() {
        return source;
    }

    /** Where they go, opened. */
    public Endpoint target() {
        return target;
    }

    /** What every run of this world wrote down. */
    public Journal journal() {
        return journal;
    }

    /** A migration on the fake's clock, to be built further; Dataverse takes part in the built-in world. */
    public MigrationBuilder migration() {
        return Migration.from(source)
                .to(target)
                .install(
                        solutions
                                ? new MigrationPlugin[] {PowerApps.plugin(), Cds.plugin()}
                                : new MigrationPlugin[] {PowerApps.plugin()})
                .workspace(workspace)
                .journal(journal)
                .time(fake.time());
    }

    /** A migration with these lines, built. */
    public Migration migration(Mapping mapping) {
        return migration().mapping(mapping).build();
    }

    /** Closes both environments, stops the fake and deletes the workspace. */
    @Override
    public void close() {
        source.close();
        target.close();
        fake.close();
        journal.close();
        workspace.close();
    }
}
