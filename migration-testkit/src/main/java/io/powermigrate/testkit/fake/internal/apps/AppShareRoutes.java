package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.ShareBody;
import io.powermigrate.testkit.fake.internal.world.Sharing;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Set;

/** Shares and owners of apps (wire/power-platform.md, sections 2.4 and 8.2). */
public final class AppShareRoutes {
    private static final String BASE = "/providers/Microsoft.PowerApps";
    private static final Set<String> ROLES = Set.of(Sharing.EDITOR, Sharing.VIEWER);

    private final World world;

    private AppShareRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        AppShareRoutes routes = new AppShareRoutes(world);
        String app = BASE + "/apps/{app}";
        String inEnvironment = BASE + "/environments/{env}/apps/{app}";
        String admin = BASE + "/scopes/admin/environments/{env}/apps/{app}";
        return List.of(
                Route.get(Service.POWERAPPS, app + "/permissions", Access.MAKER, routes::listMaker),
                Route.get(Service.POWERAPPS, inEnvironment + "/permissions", Access.MAKER, routes::listMaker),
                Route.get(
                        Service.POWERAPPS,
                        admin + "/permissions",
                        Access.ADMIN,
                        call -> routes.list(call, AppRoutes.any(world, call))),
                write(app + "/modifyPermissions", Access.MAKER, routes::modifyMaker),
                write(inEnvironment + "/modifyPermissions", Access.MAKER, routes::modifyMaker),
                write(admin + "/modifyPermissions", Access.ADMIN, call -> modify(call, AppRoutes.any(world, call))),
                write(admin + "/modifyAppOwner", Access.ADMIN, routes::modifyOwner));
    }

    private static Route write(String template, Access access, Route.Handler handler) {
        return Route.post(Service.POWERAPPS, template, FakeEffect.WRITE, access, handler);
    }

    private Answer listMaker(Call call) {
        return list(call, AppRoutes.visible(world, call));
    }

    private Answer list(Call call, AppState app) {
        return Paged.answer(world, call, ShareBody.all(app.sharing()), grant -> json(app, grant));
    }

    private Answer modifyMaker(Call call) {
        return modify(call, AppRoutes.editable(world, call, call.variable("app")));
    }

    private static Answer modify(Call call, AppState app) {
        return ShareBody.of(call.json(), app.environment().tenant(), ROLES)
                .applied(app.sharing(), grant -> put(app, grant));
    }

    /** Answers the whole app; the one who owned it keeps the role that the body names. */
    private Answer modifyOwner(Call call) {
        AppState app = AppRoutes.any(world, call);
        ObjectNode body = call.json();
        UserState next = app.environment()
                .tenant()
                .userById(body.path("newAppOwner").asText())
                .orElseThrow(() -> Refusal.of(400, "InvalidAppOwner", "newAppOwner is no user of the tenant."));
        UserState before = app.owner();
        app.owner(next);
        String role = body.path("roleForOldAppOwner").asText();
        if (before != next && ROLES.contains(role)) {
            app.sharing().grant(new Sharing.Grant(before.objectId(), "User", role));
        }
        return Answer.ok(AppJson.admin(world, call, app));
    }

    private static ObjectNode json(AppState app, Sharing.Grant grant) {
        TenantState tenant = app.environment().tenant();
        ObjectNode item = Json.object()
                .put("name", grant.principal())
                .put("id", ResourceIds.app(app.id()) + "/permissions/" + grant.principal())
                .put("type", "Microsoft.PowerApps/apps/permissions");
        ObjectNode properties = item.putObject("properties").put("roleName", grant.role());
        properties.set("principal", ShareBody.principal(grant, tenant));
        properties
                .put(
                        "scope",
                        "/providers/Microsoft.PowerApps/environments/"
                                + app.environment().name() + "/apps/" + app.id())
                .put("notifyShareTargetOption", "NotSpecified")
                .put("inviteGuestToTenant", false)
                .put("createdOn", Ids.stamp(app.created()))
                .put("createdBy", app.owner().objectId());
        return item;
    }

    private static ObjectNode put(AppState app, Sharing.Grant grant) {
        String id = ResourceIds.app(app.id());
        ObjectNode item = Json.object()
                .put(
                        "id",
                        "/providers/Microsoft.PowerApps/scopes/admin/apps/" + app.id() + "/permissions/"
                                + grant.principal());
        ObjectNode properties =
                item.putObject("properties").put("roleName", grant.role()).put("scope", id);
        properties.putObject("principal").put("id", grant.principal()).put("type", grant.type());
        properties
                .putArray("resourceResponses")
                .addObject()
                .put("id", id)
                .put("statusCode", "Created")
                .put("responseCode", "ResourceShared")
                .put("message", "This was shared with '" + grant.role() + "' permission.")
                .put("type", "/providers/Microsoft.PowerApps/apps");
        return item;
    }
}
