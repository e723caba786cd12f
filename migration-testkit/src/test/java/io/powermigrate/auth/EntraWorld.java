package io.powermigrate.auth;

import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;

/** Two tenants to sign in to, each with a user. */
final class EntraWorld implements AutoCloseable {

    static final String POWER_APPS = "https://service.powerapps.com/";
    static final String FLOW = "https://service.flow.microsoft.com/";
    static final String CLIENT = "11111111-1111-4111-8111-111111111111";
    static final String PASSWORD = "correct horse";

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
