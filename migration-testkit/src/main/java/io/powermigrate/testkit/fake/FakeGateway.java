package io.powermigrate.testkit.fake;

/** An on-premises data gateway: of a tenant and a region, not of an environment (wire/power-platform.md, section 7). Immutable. */
public final class FakeGateway {
    private final FakeTenant tenant;
    private final String id;
    private final String name;
    private final String region;

    FakeGateway(FakeTenant tenant, String id, String name, String region) {
        this.tenant = tenant;
        this.id = id;
        this.name = name;
        this.region = region;
    }

    /** The id, a GUID. */
    public String id() {
        return id;
    }

    /** The name that people see. */
    public String name() {
        return name;
    }

    /** The region in which it is registered, e.g. {@code europe}. */
    public String region() {
        return region;
    }

    FakeTenant tenant() {
        return tenant;
    }
}
