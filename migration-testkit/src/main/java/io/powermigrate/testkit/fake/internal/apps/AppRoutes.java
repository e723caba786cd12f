package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reading and deleting apps (wire/power-platform.md, sections 2.1 and 2.4). */
public final class AppRoutes {
    private static final String BASE = "/providers/Microsoft.PowerApps";
    private static final String DRAFTS_FROM = "2017-05-01";

    private final World world;

    private AppRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        AppRoutes routes = new AppRoutes(world);
        String admin = BASE + "/scopes/admin/environments/{env}/apps";
        return List.of(
                Route.get(Service.POWERAPPS, BASE + "/apps", Access.MAKER, routes::listMaker),
                Route.get(Service.POWERAPPS, BASE + "/environments/{env}/apps", Access.MAKER, routes::listMaker),
                Route.get(Service.POWERAPPS, admin, Access.ADMIN, routes::listAdmin),
                Route.get(Service.POWERAPPS, BASE + "/apps/{app}", Access.MAKER, routes::getMaker),
                Route.get(Service.POWERAPPS, admin + "/{app}", Access.ADMIN, routes::getAdmin),
                new Route(
                        Service.POWERAPPS,
                        "DELETE",
                        BASE + "/apps/{app}",
                        FakeEffect.WRITE,
                        Access.MAKER,
                        routes::delete));
    }

    private Answer listMaker(Call call) {
        UserState maker = world.maker(call);
        boolean editable = call.query("$filter").orElse("").contains("'EditableApps'");
        Predicate<AppState> mine =
                app -> editable ? app.sharing().mayEdit(maker) : app.sharing().maySee(maker);
        Optional<String> filtered = call.find("env").or(() -> Scope.filtered(call));
        Stream<EnvironmentState> environments = filtered.isPresent()
                ? Stream.of(Scope.required(world, call))
                : world.tenantOf(call).environments().stream();
        List<AppState> all = environments
                .flatMap(each -> each.apps().stream())
                .filter(AppState::isListed)
                .filter(mine)
                .toList();
        return Paged.answer(world, call, all, app -> AppJson.maker(world, call, app, false));
    }

    private Answer listAdmin(Call call) {
        List<AppState> all = Scope.required(world, call).apps().stream()
                .filter(AppState::isListed)
                .toList();
        return Paged.answer(world, call, all, app -> AppJson.admin(world, call, app));
    }

    private Answer getMaker(Call call) {
        AppState app = visible(world, call);
        ObjectNode body = AppJson.maker(world, call, app, true);
        if (wantsDraft(call)) {
            AppJson.addDraft(world, call, app, body, true);
        }
        return Answer.ok(body);
    }

    private Answer getAdmin(Call call) {
        AppState app = any(world, call);
        ObjectNode body = AppJson.admin(world, call, app);
        if (wantsDraft(call)) {
            AppJson.addDraft(world, call, app, body, false);
        }
        return Answer.ok(body);
    }

    private static boolean wantsDraft(Call call) {
        return call.apiVersion().compareTo(DRAFTS_FROM) >= 0
                && call.query("$expand").orElse("").contains("unpublishedAppDefinition");
    }

    /** An app that is not there answers 403 to a DELETE (section 2.4). */
    private Answer delete(Call call) {
        AppState app = editable(world, call, call.variable("app"));
        app.environment().remove(app);
        return Answer.empty(200);
    }

    /** That app, if the caller may change it; else 403, also for one that is not there. */
    static AppState editable(World world, Call call, String id) {
        return world.app(id)
                .filter(app -> app.sharing().mayEdit(world.maker(call)))
                .orElseThrow(() -> Refusal.appDenied(id));
    }

    /** The app of the path, for an administrator. */
    static AppState any(World world, Call call) {
        String id = call.variable("app");
        return Scope.required(world, call).apps().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Refusal.appNotFound(id));
    }

    /** The app of the path, if the caller may see it. */
    static AppState visible(World world, Call call) {
        String id = call.variable("app");
        return world.app(id)
                .filter(app -> app.sharing().maySee(world.maker(call)))
                .orElseThrow(() -> Refusal.appNotFound(id));
    }
}
