package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.ConnectionState;
import java.util.Optional;

/** A connection of an environment (wire/power-platform.md, section 5). Thread-safe. */
public final class FakeConnection extends Handle {

    private final ConnectionState inside;

    FakeConnection(ConnectionState inside) {
        this.inside = inside;
    }

    @Override
    ConnectionState inside() {
        return inside;
    }

    /** The name on the wire, 32 hexadecimal digits. */
    public String name() {
        return inside.name();
    }

    /** The name of the connector, e.g. {@code shared_sql}. */
    public String connectorName() {
        return inside.connectorName();
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** A parameter that the service gives back, e.g. server or database; never a secret. */
    public FakeConnection parameter(String key, String value) {
        inside.parameter(key, value);
        return this;
    }

    /** Keeps the parameters in a named set instead of the flat map. */
    public FakeConnection parameterSet(String setName) {
        inside.parameterSet(setName);
        return this;
    }

    /** Leads through that gateway. */
    public FakeConnection through(FakeGateway newGateway) {
        inside.through(newGateway.inside());
        return this;
    }

    /** {@code Connected}, or {@code Error} where somebody must sign in again. */
    public FakeConnection status(String newStatus) {
        inside.status(newStatus);
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeConnection owner(FakeUser user) {
        inside.sharing().owner(user.inside());
        return this;
    }

    /** Lets another user use it, change it and share it. */
    public FakeConnection coOwner(FakeUser user) {
        inside.sharing().editor(user.inside());
        return this;
    }

    /** Lets another user see and use it. */
    public FakeConnection sharedWith(FakeUser user) {
        inside.sharing().viewer(user.inside());
        return this;
    }

    /** The id with its provider. */
    public String id() {
        return inside.id();
    }

    /** The gateway it leads through, if any. */
    public Optional<FakeGateway> gateway() {
        return inside.gateway().map(FakeGateway::new);
    }

    /** Whether the service says that it works. */
    public String status() {
        return inside.status();
    }
}
