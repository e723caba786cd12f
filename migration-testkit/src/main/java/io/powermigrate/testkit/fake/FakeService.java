package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.dispatch.AllRoutes;
import io.powermigrate.testkit.fake.internal.dispatch.Dispatcher;
import io.powermigrate.testkit.fake.internal.http.Disruptions;
import io.powermigrate.testkit.fake.internal.http.Latency;
import io.powermigrate.testkit.fake.internal.http.Ports;
import io.powermigrate.testkit.fake.internal.http.RequestLog;
import io.powermigrate.testkit.fake.internal.http.SelfSigned;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A Power Platform in this process: several tenants behind one HTTP server on this machine. It is filled in words,
 * asked over HTTP by any client, and read by plain accessors. Thread-safe; close it when the test ends.
 *
 * <pre>{@code
 * try (FakeService fake = FakeService.start(clock)) {
 *     FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
 *     FakeUser ada = contoso.user("ada@contoso.com", "secret");
 *     FakeEnvironment dev = contoso.environment("Contoso Dev");
 *     dev.app("Expenses").using(dev.connection("shared_sql", "SQL of HR"), "Invoices");
 * }
 * }</pre>
 */
public final class FakeService implements AutoCloseable {
    private static final long SEED = 2026;

    private final World world;
    private final Disruptions disruptions = new Disruptions();
    private final RequestLog log = new RequestLog();
    private final Latency latency = new Latency();
    private final Faults faults = new Faults(disruptions);
    private final Ports ports;

    private FakeService(World world, FakePorts wanted) {
        this.world = world;
        Dispatcher dispatcher = new Dispatcher(world, AllRoutes.of(world), disruptions, log, latency);
        this.ports = Ports.open(dispatcher::reply, wanted.http(), wanted.https());
    }

    /** A fake in the standard dialect; tokens and pre-signed addresses end by that clock. */
    public static FakeService start(Clock clock) {
        return start(clock, Dialects.standard());
    }

    /** A fake that answers in that dialect. */
    public static FakeService start(Clock clock, Dialects dialects) {
        return start(clock, dialects, FakePorts.anyHttp());
    }

    /**
     * A fake that listens on those ports.
     *
     * @throws IllegalStateException if a port is taken, or no certificate can be made
     */
    public static FakeService start(Clock clock, Dialects dialects, FakePorts ports) {
        return new FakeService(new World(clock, SEED, dialects), ports);
    }

    /** The tenant of that domain, made at the first call. */
    public FakeTenant tenant(String domain) {
        return new FakeTenant(world.tenant(domain));
    }

    /** The address of the fake; each service stands behind its prefix, e.g. {@code /bap}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.http().port());
    }

    /** The address with TLS, if it listens on one. */
    public Optional<URI> secureAddress() {
        return ports.https().map(front -> URI.create("https://localhost:" + front.port()));
    }

    /** For clients that trust the certificate of the address with TLS, and no other. */
    public Optional<SSLContext> trusted() {
        return ports.certificate().map(SelfSigned::trusted);
    }

    /** The certificate of the address with TLS, as a PEM file for clients to trust; it goes when the fake is closed. */
    public Optional<Path> certificate() {
        return ports.certificate().map(SelfSigned::pem);
    }

    /** The address of an environment's own host behind the prefix of the fake. */
    public URI environmentHost(FakeEnvironment environment) {
        return URI.create(address() + "/" + Service.ENVHOST.prefix() + "/"
                + environment.inside().headAndTail());
    }

    /** The first path segments of the services, for clients that use no public host name. */
    public static String prefixes() {
        return Service.prefixes();
    }

    /** How many items a page of a list has, at most; 250 without a call. */
    public FakeService pageSize(int items) {
        if (items < 1) {
            throw new IllegalArgumentException("A page cannot have " + items + " items. Pass at least 1.");
        }
        world.pageSize(items);
        return this;
    }

    /** How long every answer takes, in real time; nothing without a call. For measurements, not for tests. */
    public FakeService latency(Duration time) {
        latency.set(time);
        return this;
    }

    /** How long a client with a device code is told to wait between two questions; 5 s without a call. */
    public FakeService devicePollSeconds(int seconds) {
        world.devicePollSeconds(seconds);
        return this;
    }

    /**
     * How long an import takes to show, by the clock of the fake, where the dialect says that it shows later; 20 s without
     * a call.
     */
    public FakeService importsVisibleAfter(Duration time) {
        world.importsVisibleAfter(time);
        return this;
    }

    /** How many imports were accepted and do not show yet. */
    public int importsUnderWay() {
        world.settle();
        return world.importsUnderWay();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What its clock says. */
    public Instant now() {
        return world.now();
    }

    /** The dialect it answers in. */
    public Dialects dialects() {
        return world.dialects();
    }

    /** All requests so far, in the order of their answers. */
    public List<SeenRequest> requests() {
        return log.seen();
    }

    /** Requests that no route fits, and mistakes inside the fake: a test should find none. */
    public List<String> unmatched() {
        return log.unmatched();
    }

    World world() {
        return world;
    }

    /** Stops the server; open connections end, and the certificate's file goes. */
    @Override
    public void close() {
        ports.close();
    }
}
