package io.powermigrate.testkit.fake.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.GatewayState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import java.util.List;

/** Gateways: recorded on Power BI, guessed on Power Apps (wire/power-platform.md, section 7). */
public final class GatewayRoutes {
    private final World world;

    private GatewayRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        GatewayRoutes routes = new GatewayRoutes(world);
        return List.of(
                Route.get(Service.POWERBI, "/v1.0/myorg/gateways", Access.MAKER, routes::list),
                Route.get(Service.POWERBI, "/v1.0/myorg/gateways/{gateway}", Access.MAKER, routes::get),
                Route.get(
                        Service.POWERAPPS,
                        "/providers/Microsoft.PowerApps/gateways",
                        Access.MAKER,
                        routes::listPowerApps));
    }

    /** Only those that the caller administers. This list has no pages. */
    private Answer list(Call call) {
        ObjectNode body = Json.object();
        UserState caller = world.maker(call);
        List<ObjectNode> all = world.tenantOf(call).gateways().stream()
                .filter(each -> each.isAdministeredBy(caller))
                .map(GatewayRoutes::json)
                .toList();
        body.set("value", Json.list(all));
        return Answer.ok(body);
    }

    private Answer get(Call call) {
        String id = call.variable("gateway");
        UserState caller = world.maker(call);
        return world.tenantOf(call).gateways().stream()
                .filter(each -> each.id().equalsIgnoreCase(id) && each.isAdministeredBy(caller))
                .findFirst()
                .map(each -> Answer.ok(json(each)))
                .orElseThrow(() -> Refusal.of(404, "DMTS_CanNotFindGatewayError", "No gateway '" + id + "'."));
    }

    /** By the region of the environment in the filter, because a gateway is no child of an environment. */
    private Answer listPowerApps(Call call) {
        EnvironmentState environment =
                Scope.named(world, call, Scope.filtered(call).orElse("~default"));
        UserState caller = world.maker(call);
        List<GatewayState> all = world.tenantOf(call).gateways().stream()
                .filter(each -> each.region().equals(environment.region()))
                .filter(each -> each.isAdministeredBy(caller))
                .toList();
        return Paged.answer(world, call, all, GatewayRoutes::guessed);
    }

    private static ObjectNode json(GatewayState gateway) {
        ObjectNode body = Json.object()
                .put("id", gateway.id())
                .put("gatewayId", 0)
                .put("name", gateway.name())
                .put("type", "Resource");
        body.putObject("publicKey").put("exponent", "AQAB").put("modulus", "ZmFrZQ==");
        ObjectNode annotation = Json.object();
        annotation.putArray("gatewayContactInformation").add(gateway.contact());
        annotation
                .put("gatewayVersion", "3000.122.8")
                .put("gatewayWitnessString", "{\"EncryptedResult\":\"ZmFrZQ==\"}")
                .put("gatewayMachine", "FAKE")
                .putNull("gatewayDepartment");
        return body.put("gatewayAnnotation", annotation.toString());
    }

    private static ObjectNode guessed(GatewayState gateway) {
        ObjectNode body = Json.object()
                .put("name", gateway.id())
                .put("id", "/providers/Microsoft.PowerApps/gateways/" + gateway.id())
                .put("type", "Microsoft.PowerApps/gateways")
                .put("location", gateway.region());
        body.putObject("properties").put("displayName", gateway.name()).put("gatewayObjectId", gateway.id());
        return body;
    }
}
