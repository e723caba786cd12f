package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.document.ConnectionSeed;
import io.powermigrate.testkit.fake.document.DocumentFolder;
import io.powermigrate.testkit.fake.document.FlowSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills an environment with what real documents name: everything they refer to is there, under the names they use. */
final class FolderFill {
    private final World world;
    private final FakeEnvironment environment;
    private final Map<String, FakeConnection> connections = new HashMap<>();

    private FolderFill(World world, FakeEnvironment environment) {
        this.world = world;
        this.environment = environment;
    }

    /** Fills an environment; gives back what was left out of the folder and why, a sentence for each file. */
    static List<String> fill(World world, FakeEnvironment environment, Path folder) {
        try {
            DocumentFolder documents = DocumentFolder.read(folder);
            new FolderFill(world, environment).fill(documents);
            return List.copyOf(documents.unread().values());
        } catch (IOException broken) {
            throw new UncheckedIOException("The fake did not fill " + environment + " from " + folder + ".", broken);
        }
    }

    /** Connectors come first: an app takes a connector that nobody made for one of the catalogue. */
    private void fill(DocumentFolder folder) {
        folder.connections().forEach(this::connection);
        folder.flows().forEach(this::flow);
        folder.apps().forEach(app -> environment.app(app.msapp()).type(app.appType()));
    }

    private void connection(ConnectionSeed seed) {
        if (!seed.custom()) {
            world.catalogue().know(seed.connector());
        } else if (environment
                .customConnector(each -> each.name().equals(seed.connector()))
                .isEmpty()) {
            environment.add(FakeConnector.named(world, environment, seed.connector(), seed.connectorTitle()));
        }
        FakeConnection connection = environment.connections().stream()
                .filter(c -> c.name().equals(seed.name()) && c.connectorName().equals(seed.connector()))
                .findFirst()
                .orElseGet(() -> made(seed));
        connections.put(seed.id(), connection);
    }

    private FakeConnection made(ConnectionSeed seed) {
        FakeConnection connection =
                new FakeConnection(world, environment, seed.connector(), seed.displayName(), seed.name());
        if (seed.onPremises()) {
            connection.through(environment.gateway("Gateway of " + seed.connectorTitle()));
        }
        environment.add(connection);
        return connection;
    }

    private void flow(FlowSeed seed) {
        if (environment.flows().stream().anyMatch(f -> f.id().equals(seed.name()))) {
            return;
        }
        FakeFlow flow = new FakeFlow(world, environment, seed.displayName(), seed.name());
        seed.calls().keySet().stream().sorted().forEach(reference -> {
            FakeConnection called = connections.get(seed.calls().get(reference));
            if (called != null) {
                flow.calling(called);
            }
        });
        environment.add(flow);
    }
}
