package io.powermigrate.testkit.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A connection of an environment (wire/power-platform.md, section 5). Thread-safe. */
public final class FakeConnection {
    private final World world;
    private final FakeEnvironment environment;
    private final String name;
    private final String connectorName;
    private final String displayName;
    private final Instant created;
    private final Sharing sharing;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private volatile Optional<FakeGateway> gateway = Optional.empty();
    private volatile Optional<String> parameterSet = Optional.empty();
    private volatile String status = "Connected";

    FakeConnection(World world, FakeEnvironment environment, String connectorName, String displayName) {
        this(world, environment, connectorName, displayName, world.ids().nextHex(environment.name() + "/connection"));
    }

    /** One whose name is known from documents. */
    FakeConnection(World world, FakeEnvironment environment, String connectorName, String displayName, String name) {
        this.world = world;
        this.environment = environment;
        this.connectorName = connectorName;
        this.displayName = displayName;
        this.name = name;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
    }

    /** The name on the wire, 32 hexadecimal digits. */
    public String name() {
        return name;
    }

    /** The name of the connector, e.g. {@code shared_sql}. */
    public String connectorName() {
        return connectorName;
    }

    /** The name that people see. */
    public String displayName() {
        return displayName;
    }

    /** A parameter that the service gives back, e.g. server or database; never a secret. */
    public FakeConnection parameter(String key, String value) {
        synchronized (parameters) {
            parameters.put(key, value);
        }
        return this;
    }

    /** Keeps the parameters in a named set instead of the flat map. */
    public FakeConnection parameterSet(String setName) {
        parameterSet = Optional.of(setName);
        return this;
    }

    /** Leads through that gateway. */
    public FakeConnection through(FakeGateway newGateway) {
        gateway = Optional.of(newGateway);
        return this;
    }

    /** {@code Connected}, or {@code Error} where somebody must sign in again. */
    public FakeConnection status(String newStatus) {
        status = newStatus;
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeConnection owner(FakeUser user) {
        sharing.owner(user);
        return this;
    }

    /** Lets another user see and use it. */
    public FakeConnection sharedWith(FakeUser user) {
        sharing.viewer(user);
        return this;
    }

    /** The id with its provider. */
    public String id() {
        return "/providers/Microsoft.PowerApps/apis/" + connectorName + "/connections/" + name;
    }

    /** The gateway it leads through, if any. */
    public Optional<FakeGateway> gateway() {
        return gateway;
    }

    /** Whether the service says that it works. */
    public String status() {
        return status;
    }

    Map<String, String> parameters() {
        synchronized (parameters) {
            return new LinkedHashMap<>(parameters);
        }
    }

    Optional<String> parameterSet() {
        return parameterSet;
    }

    FakeEnvironment environment() {
        return environment;
    }

    Sharing sharing() {
        return sharing;
    }

    Instant created() {
        return created;
    }

    World world() {
        return world;
    }
}
