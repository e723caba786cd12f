package io.powermigrate.platform;

import io.powermigrate.http.ScriptedServer;
import io.powermigrate.http.Service;
import io.powermigrate.testkit.FakeClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A cloud whose services answer what a test says, for tests to inherit. */
abstract class ScriptedPlatform {

    static final String GUID = "00000000-0000-0000-0000-00000000000";
    static final String TENANT = "11111111-1111-4111-8111-111111111111";

    final ScriptedServer server = new ScriptedServer(0);
    final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-03-04T05:06:07Z"));
    final Cloud cloud = Cloud.PUBLIC
            .withName("scripted")
            .withService(new Service(Cloud.BAP, server.at("/bap"), "https://bap/"))
            .withService(new Service(Cloud.POWER_APPS, server.at("/powerapps"), "https://pa/"))
            .withDataverseHosts(DataverseHosts.of(
                    "https://{org}.crm{n}.dynamics.com",
                    "https://{org}.api.crm{n}.dynamics.com",
                    server.at("/orgs") + "/{org}"));

    @AfterEach
    void close() {
        server.close();
    }
}
