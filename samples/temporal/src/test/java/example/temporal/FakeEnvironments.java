package example.temporal;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.FakeAddress;
import io.powermigrate.time.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

/** Opens environments of a fake that listens in this process or in another one. */
record FakeEnvironments(URI address) implements PlanExecutor.Environments {

    static final String SOURCE = "Contoso";
    static final String PASSWORD = "analytical";

    /** The fake is ready at once, so nobody waits for it as long as for the service. */
    private static final int FASTER = 50;

    @Override
    public Endpoint source() {
        return of(SOURCE);
    }

    @Override
    public Endpoint of(String customer) {
        FakeAddress fake = FakeAddress.of(address);
        return PowerPlatform.connect(
                Environment.of(fake.cloud(), domain(customer), customer),
                fake.user(user(customer), PASSWORD, Clock.systemUTC()),
                HttpSettings.builder()
                        .time(Clock.systemUTC(), pause -> Sleeper.system().sleep(pause.dividedBy(FASTER)))
                        .build());
    }

    static String domain(String customer) {
        return customer.toLowerCase(Locale.ROOT) + ".onmicrosoft.com";
    }

    static String user(String customer) {
        return "admin@" + domain(customer);
    }
}
