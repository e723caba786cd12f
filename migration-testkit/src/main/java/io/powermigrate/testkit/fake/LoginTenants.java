package io.powermigrate.testkit.fake;

import java.util.Optional;
import java.util.stream.Stream;

/** Which tenant and which user a call of the sign-in is about. Stateless. */
final class LoginTenants {
    private final World world;
    private final EntraRefusals refusals;

    LoginTenants(World world, EntraRefusals refusals) {
        this.world = world;
        this.refusals = refusals;
    }

    /** {@code common} and {@code organizations} leave it to the user which tenant it is. */
    static boolean isShared(Call call) {
        String tenant = call.variable("tenant");
        return tenant.equals("common") || tenant.equals("organizations");
    }

    FakeTenant tenant(Call call) {
        return world.findTenant(call.variable("tenant"))
                .orElseThrow(() -> refusals.of(EntraError.TENANT_NOT_FOUND, call));
    }

    Optional<FakeUser> user(Call call, String name) {
        return tenants(call).flatMap(each -> each.findUser(name).stream()).findFirst();
    }

    /** Who sits at the browser. */
    Optional<FakeUser> person(Call call) {
        return tenants(call).flatMap(each -> each.person().stream()).findFirst();
    }

    boolean admits(Call call, FakeUser user) {
        return isShared(call) || user.tenant() == tenant(call);
    }

    /**
     * Refuses a client that is registered in another tenant and not in this one. One that is registered nowhere passes, as
     * the public clients of everybody do.
     */
    void requireKnown(Call call, FakeTenant tenant, String clientId) {
        boolean here = tenant.findApplication(clientId).isPresent();
        boolean elsewhere = world.tenants().stream()
                .anyMatch(each -> each.findApplication(clientId).isPresent());
        if (elsewhere && !here) {
            throw refusals.of(EntraError.APPLICATION_NOT_FOUND, call);
        }
    }

    private Stream<FakeTenant> tenants(Call call) {
        return isShared(call) ? world.tenants().stream() : Stream.of(tenant(call));
    }
}
