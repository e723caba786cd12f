package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.GatewayState;

/** An on-premises data gateway: of a tenant and a region, not of an environment (wire/power-platform.md, section 7). Thread-safe. */
public final class FakeGateway extends Handle {

    private final GatewayState inside;

    FakeGateway(GatewayState inside) {
        this.inside = inside;
    }

    @Override
    GatewayState inside() {
        return inside;
    }

    /** The id, a GUID. */
    public String id() {
        return inside.id();
    }

    /** The name that people see. */
    public String name() {
        return inside.name();
    }

    /** The region in which it is registered, e.g. {@code europe}. */
    public String region() {
        return inside.region();
    }

    /** Lets another user administer it; the first user of the tenant always does. */
    public FakeGateway administeredBy(FakeUser user) {
        inside.administeredBy(user.inside());
        return this;
    }
}
