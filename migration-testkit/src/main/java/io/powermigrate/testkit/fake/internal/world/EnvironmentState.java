package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.dataverse.Founding;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the service remembers of an environment, and what lives in it. It also counts the requests that came for it. Thread-safe. */
public final class EnvironmentState {
    private final World world;
    private final TenantState tenant;
    private final String name;
    private final boolean isDefault;
    private final Instant created;
    private final Set<UserState> makers = ConcurrentHashMap.newKeySet();
    private final List<AppState> apps = new CopyOnWriteArrayList<>();
    private final List<FlowState> flows = new CopyOnWriteArrayList<>();
    private final SolutionFlows solutionFlows;
    private final List<ConnectionState> connections = new CopyOnWriteArrayList<>();
    private final List<ConnectorState> connectors = new CopyOnWriteArrayList<>();
    private final Map<FakeEffect, AtomicLong> requests = new EnumMap<>(FakeEffect.class);
    private volatile String displayName;
    private volatile String region = "europe";
    private volatile String azureRegion = "westeurope";
    private volatile String sku;
    private volatile Optional<String> organisation = Optional.empty();
    private @Nullable Organisation dataverse;

    EnvironmentState(World world, TenantState tenant, String name, String displayName, boolean isDefault) {
        this.world = world;
        this.tenant = tenant;
        this.name = name;
        this.displayName = displayName;
        this.isDefault = isDefault;
        this.sku = isDefault ? "Default" : "Sandbox";
        this.created = world.now();
        this.solutionFlows = new SolutionFlows(world, this);
        for (FakeEffect effect : FakeEffect.values()) {
            requests.put(effect, new AtomicLong());
        }
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public TenantState tenant() {
        return tenant;
    }

    public boolean isDefault() {
        return isDefault;
    }

    public EnvironmentState called(String newDisplayName) {
        displayName = newDisplayName;
        return this;
    }

    public EnvironmentState region(String newRegion, String newAzureRegion) {
        region = newRegion;
        azureRegion = newAzureRegion;
        return this;
    }

    public EnvironmentState sku(String newSku) {
        sku = newSku;
        return this;
    }

    public EnvironmentState dataverse(String domainName) {
        organisation = Optional.of(domainName);
        return this;
    }

    public Dialects dialects() {
        return world.dialects();
    }

    /** Its Dataverse, made when it is first asked for; empty where it has none. */
    public Optional<Organisation> dataverse() {
        return organisation.map(this::founded);
    }

    /** Its Dataverse, if anybody asked for it yet. */
    private Optional<Organisation> known() {
        return exclusively(() -> Optional.ofNullable(dataverse));
    }

    private Organisation founded(String domainName) {
        return exclusively(() -> {
            Organisation known = dataverse;
            if (known == null || !known.name().equals(domainName)) {
                known = Organisation.of(new Founding(
                        domainName, ids().of("organisation/" + domainName), displayName, ids(), this::now));
                dataverse = known;
            }
            return known;
        });
    }

    public EnvironmentState maker(UserState user) {
        makers.add(user);
        return this;
    }

    public GatewayState gateway(String gatewayName) {
        return tenant.gateways().stream()
                .filter(each -> each.name().equals(gatewayName))
                .findFirst()
                .orElseGet(() -> tenant.addGateway(gatewayName, region));
    }

    public ConnectorState customConnector(String title) {
        return add(ConnectorState.custom(world, this, title));
    }

    public ConnectorState customConnector(String wireName, String title) {
        return add(ConnectorState.named(world, this, wireName, title));
    }

    public ConnectionState connection(String connectorName, String title) {
        if (customConnector(c -> c.name().equalsIgnoreCase(connectorName)).isEmpty()) {
            world.catalogue().know(connectorName);
        }
        ConnectionState connection = new ConnectionState(world, this, connectorName, title);
        connections.add(connection);
        return connection;
    }

    public FlowState flow(String title) {
        FlowState flow = new FlowState(world, this, title);
        flows.add(flow);
        return flow;
    }

    public AppState app(String title) {
        return add(AppState.named(world, this, title));
    }

    public AppState app(byte[] msapp) {
        return add(AppState.of(world, this, msapp));
    }

    /** Fills it with what real documents name; gives back what was left out of the folder and why, a sentence for each file. */
    public List<String> fill(Path folder) {
        return FolderFill.fill(world, this, folder);
    }

    public EnvironmentState exported(byte[] appPackage) {
        world.packaging().trust(appPackage, name);
        return this;
    }

    public List<AppState> apps() {
        world.settle();
        return List.copyOf(apps);
    }

    /** Those that were made in the flow service, then those of solutions. */
    public List<FlowState> flows() {
        world.settle();
        List<FlowState> made = List.copyOf(flows);
        List<FlowState> ofSolutions =
                known().map(each -> solutionFlows.of(each, made)).orElse(List.of());
        return Stream.concat(made.stream(), ofSolutions.stream()).toList();
    }

    public List<ConnectionState> connections() {
        return List.copyOf(connections);
    }

    public List<ConnectorState> customConnectors() {
        return List.copyOf(connectors);
    }

    public long requests(FakeEffect effect) {
        return counter(effect).get();
    }

    public void count(FakeEffect effect) {
        counter(effect).incrementAndGet();
    }

    private AtomicLong counter(FakeEffect effect) {
        return requests.computeIfAbsent(effect, any -> new AtomicLong());
    }

    public void add(ConnectionState connection) {
        connections.add(connection);
    }

    public ConnectorState add(ConnectorState connector) {
        connectors.add(connector);
        return connector;
    }

    public AppState add(AppState app) {
        apps.add(app);
        return app;
    }

    public void remove(AppState app) {
        apps.remove(app);
    }

    public FlowState add(FlowState flow) {
        flows.add(flow);
        return flow;
    }

    /** Runs a change of several things in this environment as one; nested calls are fine. */
    <T> T exclusively(Supplier<T> change) {
        synchronized (apps) {
            return change.get();
        }
    }

    public Optional<ConnectorState> customConnector(Predicate<ConnectorState> which) {
        return connectors.stream().filter(which).findFirst();
    }

    public boolean admits(UserState user) {
        return user.tenant() == tenant && (makers.isEmpty() || makers.contains(user));
    }

    public Ids ids() {
        return world.ids();
    }

    Instant now() {
        return world.now();
    }

    public String region() {
        return region;
    }

    public String azureRegion() {
        return azureRegion;
    }

    public String sku() {
        return sku;
    }

    public Optional<String> organisation() {
        return organisation;
    }

    public Instant created() {
        return created;
    }

    /** The labels of the environment host, {@code {head}.{tail}} (wire/power-platform.md, section 10). */
    public String headAndTail() {
        String hex = name.toLowerCase(Locale.ROOT).replace("-", "");
        return hex.substring(0, hex.length() - 2) + "." + hex.substring(hex.length() - 2);
    }

    @Override
    public String toString() {
        return displayName + " (" + name + ")";
    }
}
