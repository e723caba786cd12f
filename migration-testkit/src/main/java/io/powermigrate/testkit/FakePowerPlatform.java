package io.powermigrate.testkit;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.platform.Cloud;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.time.Time;
import java.time.Instant;
import java.util.Map;

/**
 * A Power Platform in this process, with all that our own clients need to use it: a cloud that points at it, credentials
 * that sign in at it over HTTP, and a clock that moves when somebody waits. The service itself shares no code with our
 * clients. Thread-safe; close it when the test ends.
 *
 * <pre>{@code
 * try (FakePowerPlatform fake = FakePowerPlatform.start()) {
 *     FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
 *     FakeUser ada = contoso.user("ada@contoso.com", "secret");
 *     FakeEnvironment dev = contoso.environment("Contoso Dev");
 *     dev.app(SampleDocuments.nothing());
 *     try (Endpoint source = fake.connect(dev, ada)) {
 *         …
 *     }
 * }
 * }</pre>
 */
public final class FakePowerPlatform implements AutoCloseable {

    private static final Instant BEGINNING = Instant.parse("2026-11-02T08:00:00Z");

    private final FakeClock clock = FakeClock.startingAt(BEGINNING);
    private final FakeService service;

    private FakePowerPlatform(Dialects dialects) {
        this.service = FakeService.start(clock, dialects);
    }

    /** A fake that answers in the standard way. */
    public static FakePowerPlatform start() {
        return start(Dialects.standard());
    }

    /** A fake that answers in a chosen way where the answers of the real service differ or are not known. */
    public static FakePowerPlatform start(Dialects dialects) {
        return new FakePowerPlatform(dialects);
    }

    /**
     * The tenant of a domain, made at the first call.
     *
     * @param domain such as {@code contoso.onmicrosoft.com}; the same domain gives the same tenant
     */
    public FakeTenant tenant(String domain) {
        return service.tenant(domain);
    }

    /** The service itself: it tells which requests it saw, and fails when it is told to. */
    public FakeService service() {
        return service;
    }

    /** The clock of the service, by which tokens and addresses expire. It stands still until somebody waits. */
    public FakeClock clock() {
        return clock;
    }

    /** The same clock for a migration, as {@code MigrationBuilder.time} takes it: waiting takes no real time. */
    public Time time() {
        return new Time(clock, clock.sleeper());
    }

    /** Settings of a transport that waits by the same clock. */
    public HttpSettings settings() {
        return HttpSettings.builder().time(clock, clock.sleeper()).build();
    }

    /** A cloud whose services are the fake's; audiences are those of the public one. */
    public Cloud cloud() {
        return FakeAddress.of(service.address()).cloud();
    }

    /** Signs in as a user, with the password and from then on with the refresh token. */
    public Credential credential(FakeUser user) {
        return FakeAddress.of(service.address()).user(user.userPrincipalName(), user.password(), clock);
    }

    /** Signs in as an application, with its secret. */
    public Credential credential(FakeApplication application) {
        return new FakeCredential(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", application.clientId(),
                        "client_secret", application.secret()),
                clock);
    }

    /** Opens an environment as a user; the caller closes it. */
    public Endpoint connect(FakeEnvironment environment, FakeUser user) {
        return connect(environment, credential(user));
    }

    /** Opens an environment as the identity that the credential signs in; the caller closes it. */
    public Endpoint connect(FakeEnvironment environment, Credential credential) {
        Environment where = Environment.of(cloud(), environment.tenant().domain(), environment.name());
        return PowerPlatform.connect(where, credential, settings());
    }

    /** Stops the service; requests after that fail. */
    @Override
    public void close() {
        service.close();
    }
}
