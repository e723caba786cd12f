package io.powermigrate.benchmark;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.AppDocument;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well requests overlap, against a fake whose every answer takes 50 ms: the inventory against its slowest list, and 200
 * apps at once against the time that their requests need anyway. Ratios are of one run.
 */
final class ControlPlane {

    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int APPS = 200;
    private static final int AT_ONCE = 16;
    private static final double INVENTORY_GATE = 1.2;
    private static final double APPS_GATE = 0.9;

    private ControlPlane() {}

    /** Prints both ratios; says whether both are within their gates. */
    static boolean measure() {
        return inventory() & apps();
    }

    private static boolean inventory() {
        try (World world = new World(60)) {
            for (int i = 0; i < 120; i++) {
                world.dev.flow("Flow " + i);
            }
            world.fake.service().pageSize(20).latency(LATENCY);
            world.migration().build().inventory(); // connections are open and code is warm
            long slowest = PowerApps.plugin().readers().stream()
                    .mapToLong(reader -> took(() -> list(reader, world.source)))
                    .max()
                    .orElseThrow();
            long all = took(() -> world.migration().build().inventory());
            double ratio = (double) all / slowest;
            boolean kept = ratio <= INVENTORY_GATE;
            System.out.printf(
                    Locale.ROOT,
                    "inventory of five lists %d ms = %.2f x its slowest list %d ms, %s %.1f%n",
                    all,
                    ratio,
                    slowest,
                    kept ? "within" : "NOT within",
                    INVENTORY_GATE);
            return kept;
        }
    }

    private static void list(ResourceReader<?> reader, Endpoint source) {
        try (Stream<?> all = reader.list(source)) {
            all.forEach(each -> {});
        }
    }

    private static boolean apps() {
        long chain = requests(2) - requests(1);
        requests(APPS); // code is warm
        try (World world = new World(APPS)) {
            Migration migration = world.migration().build();
            Plan plan = migration.plan();
            world.fake.service().latency(LATENCY);
            Cost took = Cost.of(
                    () -> migration.execute(plan.approve(world.approval())).orThrow());
            long ideal = chain * LATENCY.toMillis() * ((APPS + AT_ONCE - 1) / AT_ONCE);
            double share = (double) ideal / took.wall();
            boolean kept = share >= APPS_GATE;
            System.out.printf(
                    Locale.ROOT,
                    "%d apps at %d at once %s, ideal %d ms (%d requests an app): %.0f %% of it, %s %.0f %%%n",
                    APPS,
                    AT_ONCE,
                    took,
                    ideal,
                    chain,
                    share * 100,
                    kept ? "at least" : "NOT at least",
                    APPS_GATE * 100);
            return kept;
        }
    }

    /** How many requests an execution with some apps needs. */
    private static long requests(int apps) {
        try (World world = new World(apps)) {
            Migration migration = world.migration().build();
            Plan plan = migration.plan();
            long before = world.fake.service().requests().size();
            migration.execute(plan.approve(world.approval())).orThrow();
            return world.fake.service().requests().size() - before;
        }
    }

    private static long took(Runnable work) {
        return Cost.of(work).wall();
    }

    /** Two tenants, and apps that need nothing. */
    private static final class World implements AutoCloseable {
        private final FakePowerPlatform fake = FakePowerPlatform.start();
        private final FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        private final FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        private final FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
        private final FakeEnvironment prod = grace.tenant().environment("Fabrikam Prod");
        private final Endpoint source;
        private final Endpoint target;

        World(int apps) {
            for (int i = 0; i < apps; i++) {
                dev.app(AppDocument.named("App " + i)
                        .screen(
                                "Home",
                                home -> home.control("Title", "label", label -> label.formula("Text", "\"Hello\"")))
                        .toBytes());
            }
            source = connect(dev, ada);
            target = connect(prod, grace);
        }

        private Endpoint connect(FakeEnvironment environment, FakeUser user) {
            HttpSettings unhurried = fake.settings().toBuilder()
                    .callsPerSecond(100_000)
                    .concurrentCalls(64)
                    .maxConnections(64)
                    .build();
            return PowerPlatform.connect(
                    Environment.of(fake.cloud(), user.tenant().domain(), environment.displayName()),
                    fake.credential(user),
                    unhurried);
        }

        private MigrationBuilder migration() {
            return Migration.from(source)
                    .to(target)
                    .install(PowerApps.plugin())
                    .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                    .parallelism(AT_ONCE)
                    .time(fake.time());
        }

        private Approval approval() {
            return Approval.by("ada@contoso.com", fake.clock().instant());
        }

        @Override
        public void close() {
            source.close();
            target.close();
            fake.close();
        }
    }

    /** Measures only this. */
    public static void main(String[] arguments) {
        System.exit(measure() ? 0 : 1);
    }
}
