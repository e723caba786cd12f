package io.powermigrate.testkit.fake.internal.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;

/** Environments on the three providers, the tenant, and its admin applications (wire/power-platform.md, section 1). */
public final class EnvironmentRoutes {
    private static final String BAP = "/providers/Microsoft.BusinessAppPlatform";
    private static final String SELECTED = "properties.linkedEnvironmentMetadata.instanceApiUrl";

    private final World world;

    private EnvironmentRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        EnvironmentRoutes routes = new EnvironmentRoutes(world);
        String powerApps = "/providers/Microsoft.PowerApps/environments";
        String flow = "/providers/Microsoft.ProcessSimple/environments";
        List<Route> all = new ArrayList<>(routes.ofTenant());
        all.addAll(List.of(
                Route.get(Service.BAP, BAP + "/scopes/admin/environments", Access.ADMIN, routes::listAdmin),
                Route.get(Service.BAP, BAP + "/scopes/admin/environments/{env}", Access.ADMIN, routes::getAdmin),
                Route.get(Service.BAP, BAP + "/environments", Access.MAKER, routes::listMaker),
                Route.get(Service.BAP, BAP + "/environments/{env}", Access.MAKER, routes::getMaker),
                Route.get(Service.POWERAPPS, powerApps, Access.MAKER, routes::listPowerApps),
                Route.get(Service.POWERAPPS, powerApps + "/{env}", Access.MAKER, routes::getPowerApps),
                Route.get(Service.FLOW, flow, Access.MAKER, routes::listFlow),
                Route.get(Service.FLOW, flow + "/{env}", Access.MAKER, routes::getFlow)));
        return List.copyOf(all);
    }

    private List<Route> ofTenant() {
        return List.of(
                Route.get(Service.BAP, BAP + "/tenant", Access.TENANT, this::tenant),
                Route.post(
                        Service.BAP,
                        BAP + "/listtenantsettings",
                        FakeEffect.READ,
                        Access.ADMIN,
                        call -> Answer.ok(world.tenantOf(call).settings().all())),
                Route.post(
                        Service.BAP,
                        BAP + "/scopes/admin/updateTenantSettings",
                        FakeEffect.WRITE,
                        Access.ADMIN,
                        call -> Answer.ok(world.tenantOf(call).settings().change(call.json()))),
                Route.get(Service.BAP, BAP + "/adminApplications", Access.ADMIN, this::adminApplications),
                new Route(
                        Service.BAP,
                        "PUT",
                        BAP + "/adminApplications/{application}",
                        FakeEffect.WRITE,
                        Access.MAKER,
                        this::register));
    }

    private Answer listAdmin(Call call) {
        return Paged.answer(world, call, world.tenantOf(call).environments(), each -> expanded(call, each));
    }

    private Answer getAdmin(Call call) {
        String name = call.variable("env");
        EnvironmentState environment = name.equalsIgnoreCase("~default")
                ? world.tenantOf(call).defaultEnvironment()
                : world.environment(name).orElseThrow(() -> notFound(name));
        return Answer.ok(selected(call, expanded(call, environment)));
    }

    private static ObjectNode expanded(Call call, EnvironmentState environment) {
        ObjectNode body = EnvironmentJson.admin(environment, call);
        call.query("$expand").ifPresent(expand -> EnvironmentJson.expand(body, environment, expand));
        return body;
    }

    private Answer listMaker(Call call) {
        return Paged.answer(world, call, visible(call), each -> EnvironmentJson.maker(each, call));
    }

    private Answer getMaker(Call call) {
        return Answer.ok(selected(call, EnvironmentJson.maker(Scope.required(world, call), call)));
    }

    private Answer listPowerApps(Call call) {
        return Paged.answer(world, call, visible(call), each -> EnvironmentJson.powerApps(each, call, true));
    }

    private Answer getPowerApps(Call call) {
        return Answer.ok(EnvironmentJson.powerApps(Scope.required(world, call), call, false));
    }

    private Answer listFlow(Call call) {
        return Paged.answer(world, call, visible(call), each -> EnvironmentJson.flow(each, call));
    }

    private Answer getFlow(Call call) {
        return Answer.ok(EnvironmentJson.flow(Scope.required(world, call), call));
    }

    /** Makers see the environments in which they have a role. */
    private List<EnvironmentState> visible(Call call) {
        UserState maker = world.maker(call);
        return world.tenantOf(call).environments().stream()
                .filter(each -> each.admits(maker))
                .toList();
    }

    private static ObjectNode selected(Call call, ObjectNode body) {
        if (call.query("$select").filter(SELECTED::equals).isEmpty()) {
            return body;
        }
        ObjectNode cut = Json.object();
        ObjectNode properties = cut.putObject("properties");
        JsonNode url = body.path("properties").path("linkedEnvironmentMetadata").path("instanceApiUrl");
        if (!url.isMissingNode()) {
            properties.putObject("linkedEnvironmentMetadata").set("instanceApiUrl", url);
        }
        return cut;
    }

    private Answer tenant(Call call) {
        TenantState tenant = world.tenantOf(call);
        String region = tenant.defaultEnvironment().region();
        return Answer.ok(Json.object()
                .put("tenantId", tenant.id())
                .put("state", "Enabled")
                .put("location", region)
                .put("aadCountryGeo", region)
                .put("dataStorageGeo", region)
                .put("defaultEnvironmentGeo", region)
                .put("aadDataBoundary", "none")
                .put("fedRAMPHighCertificationRequired", false));
    }

    private Answer adminApplications(Call call) {
        ObjectNode body = Json.object();
        world.tenantOf(call)
                .adminApplications()
                .forEach(id -> body.withArray("value").addObject().put("applicationId", id));
        body.withArray("value");
        return Answer.ok(body);
    }

    /** Only a user who is an administrator may register an application (wire/power-platform.md, section 0.1). */
    private Answer register(Call call) {
        if (!world.maker(call).isAdministrator()) {
            throw Refusal.of(403, "Forbidden", "The caller is no administrator.");
        }
        String id = call.variable("application");
        world.tenantOf(call).registerAdmin(id);
        return Answer.ok(Json.object().put("applicationId", id));
    }

    /** The admin get is the one route that tells a missing environment as 404. */
    public static Refusal notFound(String environment) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", "EnvironmentNotFound")
                .put("message", "The environment '" + environment + "' could not be found in the tenant.")
                .put("detailUrlType", "NotSpecified");
        return new Refusal(Answer.json(404, body));
    }
}
