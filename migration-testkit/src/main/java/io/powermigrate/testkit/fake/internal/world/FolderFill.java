package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.document.ConnectionSeed;
import io.powermigrate.testkit.fake.internal.document.DocumentFolder;
import io.powermigrate.testkit.fake.internal.document.FlowSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills an environment with what real documents name: everything they refer to is there, under the names they use. */
final class FolderFill {
    private final World world;
    private final EnvironmentState environment;
    private final Map<String, ConnectionState> connections = new HashMap<>();

    private FolderFill(World world, EnvironmentState environment) {
        this.world = world;
        this.environment = environment;
    }

    /** Fills an environment; gives back what was left out of the folder and why, a sentence for each file. */
    static List<String> fill(World world, EnvironmentState environment, Path folder) {
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
            environment.add(ConnectorState.named(world, environment, seed.connector(), seed.connectorTitle()));
        }
        ConnectionState connection = environment.connections().stream()
                .filter(c -> c.name().equals(seed.name()) && c.connectorName().equals(seed.connector()))
                .findFirst()
                .orElseGet(() -> made(seed));
        connections.put(seed.id(), connection);
    }

    private ConnectionState made(ConnectionSeed seed) {
        ConnectionState connection =
                new ConnectionState(world, environment, seed.connector(), seed.displayName(), seed.name());
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
        FlowState flow = new FlowState(world, environment, seed.displayName(), seed.name());
        seed.calls().keySet().stream().sorted().forEach(reference -> {
            ConnectionState called = connections.get(seed.calls().get(reference));
            if (called != null) {
                flow.calling(called);
            }
        });
        environment.add(flow);
    }
}
