package io.powermigrate.testkit.fake.internal.world;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the service remembers of an on-premises data gateway: of a tenant and a region, not of an environment (wire/power-platform.md, section 7). Thread-safe. */
public final class GatewayState {
    private final TenantState tenant;
    private final String id;
    private final String name;
    private final String region;
    private final Set<UserState> administrators = ConcurrentHashMap.newKeySet();

    GatewayState(TenantState tenant, String id, String name, String region) {
        this.tenant = tenant;
        this.id = id;
        this.name = name;
        this.region = region;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String region() {
        return region;
    }

    public GatewayState administeredBy(UserState user) {
        administrators.add(user);
        return this;
    }

    public boolean isAdministeredBy(UserState user) {
        return administrators.contains(user) || tenant.firstUser() == user;
    }

    /** Whom its annotation names. */
    public String contact() {
        return tenant.firstUser().userPrincipalName();
    }
}
