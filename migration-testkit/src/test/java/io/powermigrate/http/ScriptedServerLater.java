package io.powermigrate.http;

import io.powermigrate.time.Sleeper;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A server that is opened while its caller waits. */
final class ScriptedServerLater implements AutoCloseable {

    private final int port;
    private @Nullable ScriptedServer server;

    ScriptedServerLater(int port) {
        this.port = port;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Sleeper openingOnFirstSleep(Sleeper sleeper) {
        return time -> {
            if (server == null) {
                server = new ScriptedServer(port).then(200, "{}");
            }
            sleeper.sleep(time);
        };
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
