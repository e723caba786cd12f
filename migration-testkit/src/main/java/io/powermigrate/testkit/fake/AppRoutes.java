package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reading and deleting apps (wire/power-platform.md, sections 2.1 and 2.4). */
final class AppRoutes {
    private static final String BASE = "/providers/Microsoft.PowerApps";
    private static final String DRAFTS_FROM = "2017-05-01";

    private final World world;

    private AppRoutes(World world) {
        this.world = world;
    }

    static List<Route> of(World world) {
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
        FakeUser maker = call.caller().maker();
        boolean editable = call.query("$filter").orElse("").contains("'EditableApps'");
        Predicate<FakeApp> mine =
                app -> editable ? app.sharing().mayEdit(maker) : app.sharing().maySee(maker);
        Optional<String> filtered = call.find("env").or(() -> Scope.filtered(call));
        Stream<FakeEnvironment> environments = filtered.isPresent()
                ? Stream.of(Scope.required(world, call))
                : call.caller().tenant().environments().stream();
        List<FakeApp> all = environments
                .flatMap(each -> each.apps().stream())
                .filter(FakeApp::isListed)
                .filter(mine)
                .toList();
        return Paged.answer(world, call, all, app -> AppJson.maker(world, call, app, false));
    }

    private Answer listAdmin(Call call) {
        List<FakeApp> all = Scope.required(world, call).apps().stream()
                .filter(FakeApp::isListed)
                .toList();
        return Paged.answer(world, call, all, app -> AppJson.admin(world, call, app));
    }

    private Answer getMaker(Call call) {
        FakeApp app = visible(world, call);
        ObjectNode body = AppJson.maker(world, call, app, true);
        if (wantsDraft(call)) {
            AppJson.addDraft(world, call, app, body, true);
        }
        return Answer.ok(body);
    }

    private Answer getAdmin(Call call) {
        FakeApp app = any(world, call);
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
        FakeApp app = editable(world, call, call.variable("app"));
        app.environment().remove(app);
        return Answer.empty(200);
    }

    /** That app, if the caller may change it; else 403, also for one that is not there. */
    static FakeApp editable(World world, Call call, String id) {
        return world.app(id)
                .filter(app -> app.sharing().mayEdit(call.caller().maker()))
                .orElseThrow(() -> Refusal.appDenied(id));
    }

    /** The app of the path, for an administrator. */
    static FakeApp any(World world, Call call) {
        String id = call.variable("app");
        return Scope.required(world, call).apps().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Refusal.appNotFound(id));
    }

    /** The app of the path, if the caller may see it. */
    static FakeApp visible(World world, Call call) {
        String id = call.variable("app");
        return world.app(id)
                .filter(app -> app.sharing().maySee(call.caller().maker()))
                .orElseThrow(() -> Refusal.appNotFound(id));
    }
}
