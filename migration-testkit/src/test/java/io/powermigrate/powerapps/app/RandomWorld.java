package io.powermigrate.powerapps.app;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.AppDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Two environments of one seed: a source, read over the wire or from files, and a destination that holds a part of it already. */
final class RandomWorld implements AutoCloseable {

    final FakePowerPlatform fake;
    final FakeEnvironment dev;
    final FakeEnvironment prod;
    final RandomSource contents;
    final List<Plan> plans = new ArrayList<>();
    private final int seed;
    private final Workspace workspace;
    private final Journal journal = Journal.inMemory();
    private final Endpoint source;
    private final Endpoint target;
    private final Optional<Inventory> files;
    private final List<String> told = new ArrayList<>();

    RandomWorld(FakePowerPlatform fake, Workspace workspace, Path folder, int seed) throws IOException {
        this.fake = fake;
        this.workspace = workspace;
        this.seed = seed;
        FakeUser ada = fake.tenant("contoso" + seed + ".com").user("ada@contoso.com", "analytical");
        FakeUser bob = ada.tenant().user("bob@contoso.com", "builder");
        FakeUser grace = fake.tenant("fabrikam" + seed + ".com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev");
        prod = grace.tenant().environment("Fabrikam Prod");
        source = fake.connect(dev, ada);
        target = fake.connect(prod, grace);
        contents = new RandomSource(new Random(seed), dev, bob);
        alreadyThere();
        files = contents.one(3)
                ? Optional.of(files(Files.createDirectories(folder.resolve("seed" + seed))))
                : Optional.empty();
    }

    private void alreadyThere() {
        for (FakeConnector connector : contents.connectors) {
            if (contents.one(4)) {
                prod.customConnector(connector.displayName());
                told.add("there: connector " + connector.displayName());
            }
        }
        for (FakeConnection connection : contents.connections) {
            if (contents.one(4) && contents.connectors.stream().noneMatch(each -> isOf(connection, each))) {
                prod.connection(
                        connection.connectorName(), contents.one(2) ? connection.displayName() : "grace@fabrikam.com");
                told.add("there: connection of " + connection.connectorName());
            }
        }
        for (FakeFlow flow : contents.flows) {
            if (contents.one(4)) {
                FakeFlow there = prod.flow(flow.displayName());
                if (contents.takingReason.contains(flow.id())) {
                    RandomSource.takingReason(there);
                }
                told.add("there: flow " + flow.displayName());
            }
        }
        for (FakeApp app : dev.apps()) {
            if (contents.one(4)) {
                prod.app(AppDocument.named(app.displayName()).screen("Older").toBytes());
                told.add("there: app " + app.displayName());
            }
        }
    }

    private static boolean isOf(FakeConnection connection, FakeConnector connector) {
        return connector.name().equals(connection.connectorName());
    }

    /** Each app as Studio saves it, or as an export packs it. */
    private Inventory files(Path folder) throws IOException {
        for (FakeApp app : dev.apps()) {
            boolean packed = contents.one(2)
                    && contents.flows.stream().allMatch(flow -> flow.calls().isEmpty());
            told.add((packed ? "package of " : "document of ") + app.id());
            if (packed) {
                PackageClient packages = PackageClient.of(source);
                Document job = packages.export(
                        app.id(), app.displayName(), packages.list(app.id()).resources());
                Artifact zip = packages.download(job, "export.zip", workspace);
                Files.copy(workspace.file(zip), folder.resolve(app.id() + ".zip"));
            } else {
                Files.write(folder.resolve(app.id() + ".msapp"), app.published().document());
            }
        }
        return Documents.in(folder, workspace);
    }

    Migration migration(Collection<Binding> pasted) {
        MigrationBuilder builder = files.map(
                        inventory -> Migration.from(inventory).to(target))
                .orElseGet(() -> Migration.from(source).to(target));
        return builder.install(PowerApps.plugin())
                .workspace(workspace)
                .journal(journal)
                .mapping(Mapping.of(List.copyOf(pasted)))
                .parallelism(2)
                .time(fake.time())
                .build();
    }

    /** Requests that changed or exported anything. */
    long aboveRead() {
        long sum = 0;
        for (FakeEffect effect : List.of(FakeEffect.EXPORT, FakeEffect.STAGE, FakeEffect.WRITE)) {
            sum += dev.requests(effect) + prod.requests(effect);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "seed " + seed + (files.isPresent() ? " of files" : "") + "\n  " + String.join("\n  ", contents.told)
                + "\n  " + String.join("\n  ", told);
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
