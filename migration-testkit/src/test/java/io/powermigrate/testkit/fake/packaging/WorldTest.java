package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the routes share: one server each, Ada and Bob, two environments. */
abstract class WorldTest {
    static final String BAP = "https://service.powerapps.com/";
    private final List<PackagingServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(PackagingServer::close);
    }

    /** A world with the two connectors, one connection each, and the flow of {@link Documents}. */
    final PackagingServer world(Variant... variants) throws IOException {
        PackagingServer server = new PackagingServer(variants);
        running.add(server);
        for (String name : new String[] {"shared_sql", "shared_logicflows"}) {
            server.connectors.put(name, Json.object().put("displayName", name).put("iconUri", "https://i"));
            server.connections.put(name, PackagingServer.list("c0"));
        }
        ObjectNode flow = Json.object().put("displayName", "Notify");
        flow.putObject("connectionReferences")
                .putObject("shared_sql")
                .put("id", Ids.api("shared_sql"))
                .put("connectionName", "c0");
        flow.putObject("definition").putObject("actions");
        server.flows.put(Documents.FLOW, flow);
        return server;
    }

    final NaiveClient ada(PackagingServer server) {
        return new NaiveClient(server, "ada", BAP);
    }

    final MemoryEnvironment.MemoryApp app(PackagingServer server, String name, String... connectors)
            throws IOException {
        return server.add(Documents.named(name, connectors));
    }
}
