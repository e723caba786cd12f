package io.powermigrate.http;

import io.powermigrate.testkit.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scripted server, a clock, and a transport with services under /a and /b and a blob store under /blob. */
final class TransportFixture implements AutoCloseable {

    final ScriptedServer server = new ScriptedServer(0);
    final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-03-04T05:06:07Z"));
    final List<TokenRequest> tokenRequests = new CopyOnWriteArrayList<>();
    final HttpSettings settings =
            HttpSettings.builder().time(clock, clock.sleeper()).seed(7).build();
    final Transport transport = Transport.open(table(server), login(), settings);

    static ServiceTable table(ScriptedServer server) {
        return new ServiceTable(
                List.of(
                        new Service("a", server.at("/a"), "https://a/"),
                        new Service("b", server.at("/b"), "https://b")),
                List.of(server.at("/blob")));
    }

    Login login() {
        Credential credential = request -> {
            tokenRequests.add(request);
            return AccessToken.of(
                    request.audience() + "#" + tokenRequests.size(),
                    clock.instant().plus(Duration.ofHours(1)));
        };
        return new Login(URI.create("https://login.example"), "contoso", credential);
    }

    Call get(String path) {
        return Call.get(server.at(path));
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
