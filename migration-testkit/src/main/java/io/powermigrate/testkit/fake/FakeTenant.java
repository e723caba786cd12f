package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.util.List;

/**
 * A tenant of the fake: its users, applications, environments and gateways. It is born with its default environment.
 * Thread-safe.
 */
public final class FakeTenant extends Handle {

    private final TenantState inside;

    FakeTenant(TenantState inside) {
        this.inside = inside;
    }

    @Override
    TenantState inside() {
        return inside;
    }

    /** The domain, e.g. {@code contoso.onmicrosoft.com}. */
    public String domain() {
        return inside.domain();
    }

    /** The tenant's id, a GUID. */
    public String id() {
        return inside.id();
    }

    /**
     * A new user. The first user of a tenant is its administrator and owns whatever names no other owner.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public FakeUser user(String userPrincipalName, String password) {
        return new FakeUser(inside.user(userPrincipalName, password));
    }

    /**
     * The application of that client id, made at the first call, with one more secret; an empty one is none. It is not
     * registered for the administration of the platform yet.
     */
    public FakeApplication application(String clientId, String secret) {
        return new FakeApplication(inside.application(clientId, secret));
    }

    /** The next sign-in to the tenant is refused, once for each call of this. */
    public FakeTenant nextSignInFails(EntraError error) {
        inside.nextSignInFails(error);
        return this;
    }

    /** All sign-ins that happened, in their order. */
    public List<FakeSignIn> signIns() {
        return inside.signIns();
    }

    /** Gives the tenant's machine an identity of its own, with that client id. */
    public FakeApplication machineIdentity(String clientId) {
        return new FakeApplication(inside.machineIdentity(clientId));
    }

    /** What the machine's environment variable {@code IDENTITY_HEADER} holds. */
    public String machineHeader() {
        return inside.machineHeader();
    }

    /** The environment of that display name, made at the first call. */
    public FakeEnvironment environment(String displayName) {
        return new FakeEnvironment(inside.environment(displayName));
    }

    /** A new environment, also where another one has that display name. */
    public FakeEnvironment anotherEnvironment(String displayName) {
        return new FakeEnvironment(inside.anotherEnvironment(displayName));
    }

    /** The environment {@code Default-<tenant>} that each tenant has. */
    public FakeEnvironment defaultEnvironment() {
        return new FakeEnvironment(inside.defaultEnvironment());
    }

    /** All environments, the default one first. */
    public List<FakeEnvironment> environments() {
        return inside.environments().stream().map(FakeEnvironment::new).toList();
    }

    /** All gateways, in the order of their making. */
    public List<FakeGateway> gateways() {
        return inside.gateways().stream().map(FakeGateway::new).toList();
    }

    /** All users, in the order of their making. */
    public List<FakeUser> users() {
        return inside.users().stream().map(FakeUser::new).toList();
    }

    /** All applications, by client id. */
    public List<FakeApplication> applications() {
        return inside.applications().stream().map(FakeApplication::new).toList();
    }
}
