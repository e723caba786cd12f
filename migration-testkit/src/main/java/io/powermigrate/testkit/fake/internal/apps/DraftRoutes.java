package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Optional;

/** Leases, drafts, publishing and launching of apps (wire/canvas-app-import.md, sections 4 and 5). */
public final class DraftRoutes {
    private static final String APPS = "/providers/Microsoft.PowerApps/apps";
    private static final String FIRST_WITH_DRAFTS = "2017-05-01";

    private final World world;

    private DraftRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        DraftRoutes routes = new DraftRoutes(world);
        String app = APPS + "/{app}";
        return List.of(
                write("POST", app + "/acquireLease", routes::acquire),
                write("POST", app + "/releaseLease", routes::release),
                write("POST", app + "/publish", routes::publish),
                write("PUT", app, routes::put),
                write("PATCH", app, routes::patch),
                write("POST", APPS, call -> refused()),
                write("PATCH", APPS, call -> refused()),
                Route.post(
                        Service.ENVHOST,
                        "/{host}/powerapps/apps/{app}/launch",
                        FakeEffect.READ,
                        Access.MAKER,
                        routes::launch));
    }

    private static Route write(String method, String template, Route.Handler handler) {
        return new Route(Service.POWERAPPS, method, template, FakeEffect.WRITE, Access.MAKER, handler);
    }

    /** Measured: no body makes a canvas app this way. */
    private static Answer refused() {
        return Answer.error(500, "InternalServerError", "Encountered internal server error.");
    }

    private Answer acquire(Call call) {
        requireDrafts(call, 400);
        boolean force = call.query("forceLeaseAcquisition").orElse("").equalsIgnoreCase("true");
        String lease = editable(call).lease().acquire(caller(call), force, () -> world.ids()
                .next("lease"));
        return Answer.ok(Json.object().put("leaseId", lease));
    }

    private Answer release(Call call) {
        requireDrafts(call, 400);
        editable(call).lease().release(call.json().path("leaseId").asText());
        return Answer.ok(Json.object());
    }

    /** The full definition of a draft; the document has to lie where the service can read it. */
    private Answer put(Call call) {
        requireDrafts(call, 400);
        AppState app = editable(call);
        if (world.dialects().is(Dialect.DRAFT_PUT_WITHOUT_LEASE, "accepted")) {
            app.lease().refuseOthers(caller(call));
        } else {
            app.lease().require(caller(call));
        }
        ObjectNode body = call.json();
        ObjectNode properties = app.draft().properties();
        properties.setAll(DraftBody.stored(body));
        BlobAddress document = world.blobs()
                .resolve(body.at("/properties/appUris/documentUri/value").asText())
                .filter(address -> world.blobs().get(address).isPresent())
                .orElseThrow(() -> Refusal.of(400, "InvalidRequestContent", "documentUri leads nowhere."));
        app.saveDraft(new AppVersion(world, Json.copy(body.path("tags")), properties, document));
        ObjectNode answer = AppJson.maker(world, call, app, true);
        AppJson.addDraft(world, call, app, answer, true);
        return Answer.ok(answer);
    }

    /** Reaches the published definition only. */
    private Answer patch(Call call) {
        requireDrafts(call, 400);
        AppState app = editable(call);
        app.lease().refusePublishing();
        app.lease().refuseOthers(caller(call));
        ObjectNode properties = app.published().properties();
        properties.setAll(DraftBody.own(call.json()));
        app.patchPublished(app.published().with(properties));
        return Answer.ok(AppJson.maker(world, call, app, true));
    }

    private Answer publish(Call call) {
        requireDrafts(call, world.dialects().is(Dialect.PUBLISH_REFUSAL, "404") ? 404 : 400);
        AppState app = editable(call);
        app.lease().refuseOthers(caller(call));
        app.publish();
        if (!world.dialects().is(Dialect.PUBLISH_HOLDS_LEASE, "accepted")) {
            app.lease().publishing();
        }
        boolean withoutBody = world.dialects().is(Dialect.PUBLISH_STATUS, "204");
        return withoutBody ? Answer.empty(204) : Answer.ok(AppJson.maker(world, call, app, true));
    }

    /** Builds the runtime package, where a broken app shows. */
    private Answer launch(Call call) {
        if (!call.apiVersion().equals("2")) {
            throw Refusal.of(400, "InvalidApiVersionParameter", "The api-version has to be 2.");
        }
        AppState app = world.app(call.variable("app")).orElseThrow(() -> Refusal.appNotFound(call.variable("app")));
        ObjectNode answer = Json.object().put("name", app.id());
        ObjectNode details = answer.putObject("listAppPackageOperationDetails");
        if (app.launched() == 1 && !world.dialects().is(Dialect.LAUNCH_FIRST_STATUS, "Ready")) {
            details.put("packageStatus", "InProgress");
            return Answer.ok(answer);
        }
        Holdings has = new Holdings(world, app.environment(), world.maker(call));
        Optional<Refusal> problem = new RuntimePackage(has).problem(app.published());
        details.put("packageStatus", problem.isPresent() ? "Failed" : "Ready");
        problem.ifPresent(why -> details.set("error", why.error()));
        return Answer.ok(answer);
    }

    /** The app of the path, if the caller may change it; else 403, also for one that is not there. */
    private AppState editable(Call call) {
        return AppRoutes.editable(world, call, call.variable("app"));
    }

    private static String caller(Call call) {
        return call.caller().objectId();
    }

    private static void requireDrafts(Call call, int status) {
        if (call.apiVersion().compareTo(FIRST_WITH_DRAFTS) < 0) {
            throw Refusal.of(
                    status,
                    "InvalidApiVersionParameter",
                    "The api-version is too old: drafts exist from " + FIRST_WITH_DRAFTS + " on.");
        }
    }
}
