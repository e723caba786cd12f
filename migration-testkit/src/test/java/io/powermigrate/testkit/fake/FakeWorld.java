package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.wire.Dialects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Two small tenants for the tests of the fake. */
final class FakeWorld implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    final MovingClock clock = new MovingClock();
    final FakeService fake;
    final FakeTenant contoso;
    final FakeUser ada;
    final FakeUser bob;
    final FakeEnvironment dev;
    final FakeTenant fabrikam;
    final FakeUser eve;
    final FakeEnvironment prod;
    final NaiveClient client;

    FakeWorld() {
        this(Dialects.standard());
    }

    FakeWorld(Dialects dialects) {
        fake = FakeService.start(clock, dialects);
        contoso = fake.tenant("contoso.onmicrosoft.com");
        ada = contoso.user("ada@contoso.com", PASSWORD);
        bob = contoso.user("bob@contoso.com", PASSWORD);
        dev = contoso.environment("Contoso Dev");
        fabrikam = fake.tenant("fabrikam.onmicrosoft.com");
        eve = fabrikam.user("eve@fabrikam.com", PASSWORD);
        prod = fabrikam.environment("Fabrikam Production");
        client = new NaiveClient(fake);
    }

    String token(FakeUser user) {
        return client.userToken(user, PASSWORD, NaiveClient.POWER_APPS);
    }

    @Override
    public void close() {
        fake.close();
    }

    /** A clock that stands until it is moved. */
    static final class MovingClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

        synchronized void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
