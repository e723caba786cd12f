package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.Operations;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.packages.Packaging;
import io.powermigrate.testkit.fake.internal.packages.Pair;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Lists a package's resources and exports packages (wire/power-platform.md, section 3.1). */
public final class ExportRoutes {
    private static final String BASE = "/providers/Microsoft.BusinessAppPlatform/environments/{env}/";
    private static final String APPS = "/microsoft.powerapps/apps/";
    private static final String FLOWS = "/microsoft.flow/flows/";

    private final World world;

    private ExportRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        ExportRoutes routes = new ExportRoutes(world);
        return List.of(
                Route.post(Service.BAP, BASE + "listPackageResources", FakeEffect.READ, Access.MAKER, routes::list),
                Route.post(Service.BAP, BASE + "exportPackage", FakeEffect.EXPORT, Access.MAKER, routes::export),
                poll(world, "packagingOperations"));
    }

    /** The route under which the jobs of a kind are polled. */
    static Route poll(World world, String kind) {
        return Route.get(Service.BAP, BASE + kind + "/{operation}", Access.MAKER, call -> {
            String name = call.variable("operation");
            return world.packaging()
                    .operations()
                    .poll(call.origin(), call.variable("env"), kind, name)
                    .map(Answer::ok)
                    .orElseThrow(() -> Refusal.of(404, "OperationNotFound", "There is no operation '" + name + "'."));
        });
    }

    /** Answers 200 in any case: what went wrong stands in {@code errors}. */
    private Answer list(Call call) {
        ObjectNode body = call.json();
        ObjectNode answer = Json.object();
        try {
            List<PackageResource> resources = resources(holdings(call), first(body, "baseResourceIds"));
            answer.put("status", "Succeeded");
            answer.set("baseResourceIds", body.path("baseResourceIds").deepCopy());
            ObjectNode listed = answer.putObject("resources");
            resources.forEach(r -> listed.set(PackageResource.listKey(r.id()), r.listed()));
        } catch (Refusal refusal) {
            answer = Json.object();
            answer.putArray("errors").add(refusal.error());
        }
        return Answer.ok(answer);
    }

    /** Flows at once, apps as a job. */
    private Answer export(Call call) {
        ObjectNode body = call.json();
        String id = first(body, "includedResourceIds");
        List<PackageResource> suggested = new ArrayList<>();
        for (PackageResource resource : resources(holdings(call), id)) {
            suggested.add(resource.suggesting(suggestion(body.path("resources"), resource)));
        }
        Order order = new Order(holdings(call), body, suggested);
        return isApp(id) ? exportApp(call, order) : Answer.ok(finished(call.origin(), order, exportFlow(order)));
    }

    private record Order(Holdings has, ObjectNode body, List<PackageResource> resources) {}

    private record Export(BlobAddress address, PackageWriter writer, Pair pair) {}

    private Answer exportApp(Call call, Order order) {
        AppState app = world.app(order.resources().get(0).name()).orElseThrow();
        String environment = order.has().environment().name();
        Pair pair = world.packaging().pairs().mint(environment, app.published().documentId());
        PackageWriter writer =
                new PackageWriter(world.now(), pair, order.resources()).app(app.published(), app.appType());
        if (world.dialects().is(Dialect.EXPORTED_IDENTITY_FILE, "present")) {
            writer.identity();
        }
        Export export = write(order, writer, pair);
        ObjectNode running = Json.object().put("status", "Running");
        running.set("details", answered(order.body(), pair).without("createdTime"));
        running.set("resources", writer.answered("Running"));
        Operations.Outcome outcome =
                new Operations.Outcome(running, origin -> finished(origin, order, export), Packaging.polls(false));
        String path = world.packaging()
                .operations()
                .start(environment, "packagingOperations", world.ids().next("export"), outcome);
        return Answer.json(202, running).header("Location", call.link(Service.BAP, path));
    }

    private Export exportFlow(Order order) {
        Pair pair = world.packaging().pairs().mint(order.has().environment().name(), "");
        return write(order, new PackageWriter(world.now(), pair, order.resources()), pair);
    }

    private Export write(Order order, PackageWriter writer, Pair pair) {
        Set<String> connections = new TreeSet<>();
        for (PackageResource resource : order.resources()) {
            if (resource.kind() == PackageResource.Kind.FLOW) {
                writer.flow(resource, order.has().flow(resource.name()).orElseGet(Json::object));
            } else if (resource.kind() == PackageResource.Kind.CONNECTION) {
                connections.add(writer.key(resource.id()));
            }
        }
        world.packaging().pairs().add(pair.with(connections));
        EnvironmentState home = order.has().environment();
        JsonNode asked = order.body().path("details");
        ObjectNode details = answered(order.body(), pair);
        details.put("description", asked.path("description").asText(""));
        details.put("creator", asked.path("creator").asText("N/A"));
        details.put("sourceEnvironment", asked.path("sourceEnvironment").asText(home.displayName()));
        String name = details.path("displayName").asText("Package").replaceAll("[^A-Za-z0-9]", "_");
        BlobAddress address = world.blobs().store(home.name(), name + ".zip", writer.write(details));
        return new Export(address, writer, pair);
    }

    private ObjectNode finished(Origin origin, Order order, Export export) {
        ObjectNode done = Json.object().put("status", "Succeeded");
        done.putObject("packageLink")
                .put("value", world.blobs().readLink(origin, export.address(), Packaging.LINK_LIFE));
        done.set("details", answered(order.body(), export.pair()));
        done.set("resources", export.writer().answered("Succeeded"));
        return done;
    }

    private ObjectNode answered(ObjectNode body, Pair pair) {
        String name = body.at("/details/displayName").asText("Package");
        return Json.object()
                .put("displayName", name)
                .put("createdTime", Ids.stamp(world.now()))
                .put("packageTelemetryId", pair.telemetry());
    }

    private Holdings holdings(Call call) {
        return new Holdings(world, Scope.required(world, call), world.maker(call));
    }

    private List<PackageResource> resources(Holdings has, String id) {
        String name = ResourceIds.last(id);
        if (isApp(id)) {
            return Listing.ofApp(exportable(has, name), has);
        }
        if (!id.toLowerCase(Locale.ROOT).contains(FLOWS) || !has.hasFlow(name)) {
            throw Refusal.flowDenied(has.user().objectId(), name);
        }
        return Listing.ofFlow(name, has);
    }

    private AppState exportable(Holdings has, String id) {
        AppState app = has.app(id).orElseThrow(() -> Refusal.appNotFound(id));
        if (!app.sharing().mayEdit(has.user())) {
            throw Refusal.appDenied(id);
        }
        if (app.isInSolution()) {
            throw Refusal.of(400, "AppInSolution", "The app '" + id + "' belongs to a solution: export the solution.");
        }
        boolean refusesTables = world.dialects().is(Dialect.DATAVERSE_APP_IN_PACKAGE, "refused");
        if (refusesTables && app.published().usesTables()) {
            throw Refusal.of(
                    400, "DataverseDependencies", "The app '" + id + "' has Dataverse dependencies: not supported.");
        }
        return app;
    }

    private static String suggestion(JsonNode sent, PackageResource resource) {
        for (JsonNode node : sent) {
            if (node.path("id").asText().equalsIgnoreCase(resource.id())) {
                return node.path("suggestedCreationType").asText(resource.suggested());
            }
        }
        return resource.suggested();
    }

    private static boolean isApp(String id) {
        return id.toLowerCase(Locale.ROOT).contains(APPS);
    }

    private static String first(ObjectNode body, String member) {
        String id = body.path(member).path(0).asText("");
        if (id.isEmpty()) {
            throw Refusal.of(400, "InvalidRequestContent", member + " is empty.");
        }
        return id;
    }
}
