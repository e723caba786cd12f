package io.powermigrate.testkit.fake.internal.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the service remembers of a connection (wire/power-platform.md, section 5). Thread-safe. */
public final class ConnectionState {
    private final World world;
    private final EnvironmentState environment;
    private final String name;
    private final String connectorName;
    private final String displayName;
    private final Instant created;
    private final Sharing sharing;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private volatile Optional<GatewayState> gateway = Optional.empty();
    private volatile Optional<String> parameterSet = Optional.empty();
    private volatile String status = "Connected";

    ConnectionState(World world, EnvironmentState environment, String connectorName, String displayName) {
        this(world, environment, connectorName, displayName, world.ids().nextHex(environment.name() + "/connection"));
    }

    /** One whose name is known from documents. */
    ConnectionState(World world, EnvironmentState environment, String connectorName, String displayName, String name) {
        this.world = world;
        this.environment = environment;
        this.connectorName = connectorName;
        this.displayName = displayName;
        this.name = name;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
    }

    public String name() {
        return name;
    }

    public String connectorName() {
        return connectorName;
    }

    public String displayName() {
        return displayName;
    }

    public ConnectionState parameter(String key, String value) {
        synchronized (parameters) {
            parameters.put(key, value);
        }
        return this;
    }

    public ConnectionState parameterSet(String setName) {
        parameterSet = Optional.of(setName);
        return this;
    }

    public ConnectionState through(GatewayState newGateway) {
        gateway = Optional.of(newGateway);
        return this;
    }

    public ConnectionState status(String newStatus) {
        status = newStatus;
        return this;
    }

    public String id() {
        return "/providers/Microsoft.PowerApps/apis/" + connectorName + "/connections/" + name;
    }

    public Optional<GatewayState> gateway() {
        return gateway;
    }

    public String status() {
        return status;
    }

    public Map<String, String> parameters() {
        synchronized (parameters) {
            return new LinkedHashMap<>(parameters);
        }
    }

    public Optional<String> parameterSet() {
        return parameterSet;
    }

    public EnvironmentState environment() {
        return environment;
    }

    public Sharing sharing() {
        return sharing;
    }

    public Instant created() {
        return created;
    }

    World world() {
        return world;
    }
}
