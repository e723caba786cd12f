package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.ConnectorState;

/** A custom connector of an environment (wire/power-platform.md, section 6). Thread-safe. */
public final class FakeConnector extends Handle {

    private final ConnectorState inside;

    FakeConnector(ConnectorState inside) {
        this.inside = inside;
    }

    @Override
    ConnectorState inside() {
        return inside;
    }

    /** The name on the wire, e.g. {@code shared_orders-20api-5f…}. */
    public String name() {
        return inside.name();
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** The host of the service behind it, as its maker wrote it. */
    public FakeConnector servedBy(String newHost) {
        inside.servedBy(newHost);
        return this;
    }

    /** The service tells the definition of its runtime for some connectors only: not for this one. */
    public FakeConnector withoutInlineDefinition() {
        inside.withoutInlineDefinition();
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeConnector owner(FakeUser user) {
        inside.sharing().owner(user.inside());
        return this;
    }

    /** Lets another user see and use it. */
    public FakeConnector sharedWith(FakeUser user) {
        inside.sharing().viewer(user.inside());
        return this;
    }

    /** The id with its provider. */
    public String id() {
        return inside.id();
    }
}
