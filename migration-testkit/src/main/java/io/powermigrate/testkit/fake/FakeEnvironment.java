package io.powermigrate.testkit.fake;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An environment of the fake and what lives in it. It also counts the requests that came for it. Thread-safe. */
public final class FakeEnvironment {
    private final World world;
    private final FakeTenant tenant;
    private final String name;
    private final boolean isDefault;
    private final Instant created;
    private final Set<FakeUser> makers = ConcurrentHashMap.newKeySet();
    private final List<FakeApp> apps = new CopyOnWriteArrayList<>();
    private final List<FakeFlow> flows = new CopyOnWriteArrayList<>();
    private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
    private final List<FakeConnector> connectors = new CopyOnWriteArrayList<>();
    private final Map<FakeEffect, AtomicLong> requests = new EnumMap<>(FakeEffect.class);
    private volatile String displayName;
    private volatile String region = "europe";
    private volatile String azureRegion = "westeurope";
    private volatile String sku;
    private volatile Optional<String> organisation = Optional.empty();

    FakeEnvironment(World world, FakeTenant tenant, String name, String displayName, boolean isDefault) {
        this.world = world;
        this.tenant = tenant;
        this.name = name;
        this.displayName = displayName;
        this.isDefault = isDefault;
        this.sku = isDefault ? "Default" : "Sandbox";
        this.created = world.now();
        for (FakeEffect effect : FakeEffect.values()) {
            requests.put(effect, new AtomicLong());
        }
    }

    /** The environment's name on the wire: a GUID, or {@code Default-<tenant>}. */
    public String name() {
        return name;
    }

    /** The name that people see. */
    public String displayName() {
        return displayName;
    }

    /** The tenant. */
    public FakeTenant tenant() {
        return tenant;
    }

    /** Whether it is the tenant's default environment. */
    public boolean isDefault() {
        return isDefault;
    }

    /** Gives it another display name. */
    public FakeEnvironment called(String newDisplayName) {
        displayName = newDisplayName;
        return this;
    }

    /** Puts it into a region with its Azure region, e.g. {@code unitedstates}, {@code westus}. */
    public FakeEnvironment region(String newRegion, String newAzureRegion) {
        region = newRegion;
        azureRegion = newAzureRegion;
        return this;
    }

    /** Default, Production, Sandbox, Trial, Developer or Teams. */
    public FakeEnvironment sku(String newSku) {
        sku = newSku;
        return this;
    }

    /** Gives it a Dataverse database under that domain name. */
    public FakeEnvironment dataverse(String domainName) {
        organisation = Optional.of(domainName);
        return this;
    }

    /** Only this user (and those named before) may make things here; without a call every user of the tenant may. */
    public FakeEnvironment maker(FakeUser user) {
        makers.add(user);
        return this;
    }

    /** A gateway of the tenant in this environment's region. */
    public FakeGateway gateway(String gatewayName) {
        return tenant.gateways().stream()
                .filter(each -> each.name().equals(gatewayName))
                .findFirst()
                .orElseGet(() -> tenant.addGateway(gatewayName, region));
    }

    /** A new custom connector; its name on the wire differs in each environment. */
    public FakeConnector customConnector(String title) {
        FakeConnector connector = FakeConnector.custom(world, this, title);
        connectors.add(connector);
        return connector;
    }

    /** A new connection of that connector, e.g. {@code shared_sql}. */
    public FakeConnection connection(String connectorName, String title) {
        if (customConnector(c -> c.name().equalsIgnoreCase(connectorName)).isEmpty()) {
            world.catalogue().know(connectorName);
        }
        FakeConnection connection = new FakeConnection(world, this, connectorName, title);
        connections.add(connection);
        return connection;
    }

    /** A new connection of that connector. */
    public FakeConnection connection(FakeConnector connector, String title) {
        return connection(connector.name(), title);
    }

    /** A new cloud flow with a Power Apps trigger, switched on. */
    public FakeFlow flow(String title) {
        FakeFlow flow = new FakeFlow(world, this, title);
        flows.add(flow);
        return flow;
    }

    /** A new published app without a real document. */
    public FakeApp app(String title) {
        return add(FakeApp.named(world, this, title));
    }

    /** A new published app of a document; name and connection references are read from it. */
    public FakeApp app(byte[] msapp) {
        return add(FakeApp.of(world, this, msapp));
    }

    /**
     * A new published app for each .msapp of the folder, with the connections, custom connectors, gateways and flows that
     * the documents name; what is here already is not made again.
     *
     * @throws UncheckedIOException if the folder cannot be read
     * @throws IllegalArgumentException if a file is no document; says which, and the others are here
     */
    public FakeEnvironment documents(Path folder) {
        List<String> unread = FolderFill.fill(world, this, folder);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("; ", unread) + ". Take these files away, or say who is told of them.");
        }
        return this;
    }

    /**
     * As {@link #documents(Path)}, where files that are no documents are left out.
     *
     * @param told is told of each of them, in a sentence without its full stop
     * @throws UncheckedIOException if the folder cannot be read
     */
    public FakeEnvironment documents(Path folder, Consumer<String> told) {
        FolderFill.fill(world, this, folder).forEach(told);
        return this;
    }

    /**
     * A package file of an app that was exported here before the fake began: an import takes it like one of the fake's own
     * (wire/canvas-app-import.md, section 2).
     *
     * @throws IllegalArgumentException if it is no package of an app
     */
    public FakeEnvironment exported(byte[] appPackage) {
        world.packaging().trust(appPackage, this);
        return this;
    }

    /** All apps that show, in the order of their making; not one of an import that shows later. */
    public List<FakeApp> apps() {
        world.settle();
        return List.copyOf(apps);
    }

    /** All flows, in the order of their making. */
    public List<FakeFlow> flows() {
        world.settle();
        return List.copyOf(flows);
    }

    /** All connections, in the order of their making. */
    public List<FakeConnection> connections() {
        return List.copyOf(connections);
    }

    /** The custom connectors, in the order of their making. */
    public List<FakeConnector> customConnectors() {
        return List.copyOf(connectors);
    }

    /** How many requests of that effect have come for this environment, refused ones too. */
    public long requests(FakeEffect effect) {
        return counter(effect).get();
    }

    void count(FakeEffect effect) {
        counter(effect).incrementAndGet();
    }

    private AtomicLong counter(FakeEffect effect) {
        return requests.computeIfAbsent(effect, any -> new AtomicLong());
    }

    void add(FakeConnection connection) {
        connections.add(connection);
    }

    void add(FakeConnector connector) {
        connectors.add(connector);
    }

    FakeApp add(FakeApp app) {
        apps.add(app);
        return app;
    }

    void remove(FakeApp app) {
        apps.remove(app);
    }

    FakeFlow add(FakeFlow flow) {
        flows.add(flow);
        return flow;
    }

    /** Runs a change of several things in this environment as one; nested calls are fine. */
    <T> T exclusively(Supplier<T> change) {
        synchronized (apps) {
            return change.get();
        }
    }

    Optional<FakeConnector> customConnector(Predicate<FakeConnector> which) {
        return connectors.stream().filter(which).findFirst();
    }

    boolean admits(FakeUser user) {
        return user.tenant() == tenant && (makers.isEmpty() || makers.contains(user));
    }

    Ids ids() {
        return world.ids();
    }

    Instant now() {
        return world.now();
    }

    String region() {
        return region;
    }

    String azureRegion() {
        return azureRegion;
    }

    String sku() {
        return sku;
    }

    Optional<String> organisation() {
        return organisation;
    }

    Instant created() {
        return created;
    }

    /** The labels of the environment host, {@code {head}.{tail}} (wire/power-platform.md, section 10). */
    String headAndTail() {
        String hex = name.toLowerCase(Locale.ROOT).replace("-", "");
        return hex.substring(0, hex.length() - 2) + "." + hex.substring(hex.length() - 2);
    }

    @Override
    public String toString() {
        return displayName + " (" + name + ")";
    }
}
