package io.powermigrate.testkit.fake.internal.entra;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;
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

    TenantState tenant(Call call) {
        return world.findTenant(call.variable("tenant"))
                .orElseThrow(() -> refusals.of(EntraError.TENANT_NOT_FOUND, call));
    }

    Optional<UserState> user(Call call, String name) {
        return tenants(call).flatMap(each -> each.findUser(name).stream()).findFirst();
    }

    /** Who sits at the browser. */
    Optional<UserState> person(Call call) {
        return tenants(call).flatMap(each -> each.person().stream()).findFirst();
    }

    boolean admits(Call call, UserState user) {
        return isShared(call) || user.tenant() == tenant(call);
    }

    /**
     * Refuses a client that is registered in another tenant and not in this one. One that is registered nowhere passes, as
     * the public clients of everybody do.
     */
    void requireKnown(Call call, TenantState tenant, String clientId) {
        boolean here = tenant.findApplication(clientId).isPresent();
        boolean elsewhere = world.tenants().stream()
                .anyMatch(each -> each.findApplication(clientId).isPresent());
        if (elsewhere && !here) {
            throw refusals.of(EntraError.APPLICATION_NOT_FOUND, call);
        }
    }

    private Stream<TenantState> tenants(Call call) {
        return isShared(call) ? world.tenants().stream() : Stream.of(tenant(call));
    }
}
