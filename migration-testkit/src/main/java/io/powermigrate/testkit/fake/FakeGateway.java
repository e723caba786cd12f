package io.powermigrate.testkit.fake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An on-premises data gateway: of a tenant and a region, not of an environment (wire/power-platform.md, section 7). Thread-safe. */
public final class FakeGateway {
    private final FakeTenant tenant;
    private final String id;
    private final String name;
    private final String region;
    private final Set<FakeUser> administrators = ConcurrentHashMap.newKeySet();

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

    /** Lets another user administer it; the first user of the tenant always does. */
    public FakeGateway administeredBy(FakeUser user) {
        administrators.add(user);
        return this;
    }

    boolean isAdministeredBy(FakeUser user) {
        return administrators.contains(user) || tenant.firstUser() == user;
    }

    /** Whom its annotation names. */
    String contact() {
        return tenant.firstUser().userPrincipalName();
    }
}
