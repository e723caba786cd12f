package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.util.List;
import java.util.Optional;

/**
 * The identity that Azure gives a machine: in the shape of App Service, whose address and header the environment variables
 * {@code IDENTITY_ENDPOINT} and {@code IDENTITY_HEADER} tell, one address for each tenant's machine; and in that of a
 * virtual machine (its address is {@code 169.254.169.254}), for the machine of the first tenant. Shapes are those of
 * Microsoft's public documentation.
 */
public final class MachineRoutes {
    private final World world;
    private final Tokens tokens;

    private MachineRoutes(World world) {
        this.world = world;
        this.tokens = new Tokens(world);
    }

    public static List<Route> of(World world) {
        MachineRoutes routes = new MachineRoutes(world);
        return List.of(
                Route.get(Service.IDENTITY, "/{tenant}/msi/token", Access.NONE, routes::appService),
                Route.get(Service.IDENTITY, "/metadata/identity/oauth2/token", Access.NONE, routes::virtualMachine));
    }

    private Answer appService(Call call) {
        TenantState tenant = world.findTenant(call.variable("tenant")).orElse(null);
        if (tenant == null || !call.header("x-identity-header").equals(Optional.of(tenant.machineHeader()))) {
            return Answer.json(
                    401,
                    Json.object().put("statusCode", 401).put("message", "The identity header is missing or wrong."));
        }
        return identity(tenant, call)
                .map(found -> token(tenant, found, call))
                .orElseGet(() -> Answer.json(
                        400,
                        Json.object()
                                .put("statusCode", 400)
                                .put("message", "No User Assigned or Delegated Managed Identity found.")));
    }

    private Answer virtualMachine(Call call) {
        Optional<TenantState> tenant = world.tenants().stream().findFirst();
        if (!call.header("metadata").filter("true"::equals).isPresent()) {
            return refused("Required metadata header not specified");
        }
        return tenant.flatMap(home -> identity(home, call).map(found -> token(home, found, call)))
                .orElseGet(() -> refused("Identity not found"));
    }

    private static Answer refused(String words) {
        return Answer.json(400, Json.object().put("error", "invalid_request").put("error_description", words));
    }

    /** The one that is asked for by its client id, else that of the machine itself. */
    private static Optional<ApplicationState> identity(TenantState tenant, Call call) {
        return call.query("client_id").isPresent()
                ? call.query("client_id").flatMap(tenant::findApplication).filter(ApplicationState::isOnMachine)
                : tenant.machine();
    }

    private Answer token(TenantState tenant, ApplicationState identity, Call call) {
        String resource = call.query("resource").orElse("");
        long end = world.now().getEpochSecond() + Tokens.LIFE_SECONDS;
        tenant.note(new FakeSignIn(
                "managed_identity",
                identity.clientId(),
                resource,
                call.query("claims").orElse(""),
                identity.clientId()));
        ObjectNode body = Json.object()
                .put("access_token", tokens.ofApplication(tenant, identity, resource))
                .put("client_id", identity.clientId())
                .put("expires_in", Integer.toString(Tokens.LIFE_SECONDS))
                .put("expires_on", Long.toString(end))
                .put("resource", resource)
                .put("token_type", "Bearer");
        return Answer.ok(body);
    }
}
