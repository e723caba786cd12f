package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of packages and drafts share: a world each, two environments of one tenant. */
abstract class PackageTest {
    private final List<PackageWorld> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(world -> {
            assertThat(world.fake.unmatched()).isEmpty();
            world.within.close();
        });
    }

    /** Two environments with a connection to SQL and the flow of {@link SmallDocuments} in each. */
    static final class PackageWorld {
        final FakeWorld within;
        final FakeService fake;
        final FakeUser bob;
        final FakeEnvironment origin;
        final FakeEnvironment destination;
        final FakeFlow flow;
        final PackageClient ada;

        PackageWorld(Dialects dialects) {
            within = new FakeWorld(dialects);
            fake = within.fake;
            bob = within.bob;
            origin = within.dev;
            destination = within.contoso.environment("Contoso Production");
            flow = flow(origin);
            flow(destination);
            ada = client(within.ada);
        }

        private FakeFlow flow(FakeEnvironment environment) {
            FakeConnection sql = environment.connection("shared_sql", "SQL");
            FlowState made = new FlowState(fake.world(), environment.inside(), "Notify", SmallDocuments.FLOW);
            return new FakeFlow(environment.inside().add(made)).calling(sql);
        }

        PackageClient client(FakeUser user) {
            return PackageClient.of(fake, user);
        }

        FakeApp app(String name, String... connectors) {
            return origin.app(SmallDocuments.named(name, connectors));
        }

        /** The name of the destination's connection. */
        String connection() {
            return destination.connections().get(0).name();
        }

        /** The app that came last. */
        FakeApp arrived() {
            List<FakeApp> apps = destination.apps();
            return apps.get(apps.size() - 1);
        }
    }

    final PackageWorld world() {
        return world(Dialects.standard());
    }

    final PackageWorld world(Dialect fact, String variant) {
        return world(Dialects.standard().with(fact, variant));
    }

    final PackageWorld world(Dialects dialects) {
        PackageWorld world = new PackageWorld(dialects);
        running.add(world);
        return world;
    }
}
