package io.powermigrate.auth;

import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Two tenants to sign in to, each with a user. */
final class EntraWorld implements AutoCloseable {

    static final String POWER_APPS = "https://service.powerapps.com/";
    static final String FLOW = "https://service.flow.microsoft.com/";
    static final String PASSWORD = "correct horse";

    private static final AtomicLong WORLDS = new AtomicLong();

    /** MSAL4J remembers refusals for the whole process, so each world has an application of its own. */
    final String client = new UUID(0, WORLDS.incrementAndGet()).toString();

    final FakePowerPlatform fake = FakePowerPlatform.start();
    final FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
    final FakeTenant fabrikam = fake.tenant("fabrikam.onmicrosoft.com");
    final FakeUser ada = contoso.user("ada@contoso.com", PASSWORD);
    final FakeUser eve = fabrikam.user("eve@fabrikam.com", PASSWORD);

    SignInSettings settings() {
        return SignInSettings.builder().http(fake.settings()).build();
    }

    TokenRequest request(FakeTenant tenant, String audience) {
        return TokenRequest.of(fake.cloud().authority(), tenant.domain(), audience);
    }

    /** MSAL4J dates its assertions by the machine's clock. */
    void atRealTime() {
        fake.clock()
                .advance(Duration.between(fake.clock().instant(), Time.system().now()));
    }

    long tokenRequests() {
        return fake.service().requests().stream()
                .filter(seen -> seen.is("POST", "/oauth2/v2.0/token"))
                .count();
    }

    @Override
    public void close() {
        fake.close();
    }
}
