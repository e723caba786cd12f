package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.blobs.Blobs;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.Operations;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.packages.Packaging;
import io.powermigrate.testkit.fake.internal.packages.Pair;
import io.powermigrate.testkit.fake.internal.packages.UploadedPackage;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Storage, parameters, validation and import of packages (wire/canvas-app-import.md, sections 2 and 3). */
public final class ImportRoutes {
    private static final String BASE = "/providers/Microsoft.BusinessAppPlatform/environments/{env}/";
    private static final String OWN_STORAGE = "/providers/Microsoft.PowerApps/objectIds/{user}/generateResourceStorage";

    /** What {@link Dialect#IMPORT_SHOWS} says of a service that makes an import wait. */
    private static final String SHOWS_LATER = "later, Running until then";

    private final World world;

    private ImportRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        ImportRoutes routes = new ImportRoutes(world);
        return List.of(
                bap("generateResourceStorage", FakeEffect.STAGE, routes::storage),
                Route.post(Service.POWERAPPS, OWN_STORAGE, FakeEffect.STAGE, Access.MAKER, routes::ownStorage),
                bap("listImportParameters", FakeEffect.READ, routes::parameters),
                bap("validateImportPackage", FakeEffect.READ, routes::validate),
                bap("importPackage", FakeEffect.WRITE, routes::start),
                ExportRoutes.poll(world, "listImportOperations"),
                ExportRoutes.poll(world, "importOperations"));
    }

    private static Route bap(String verb, FakeEffect effect, Route.Handler handler) {
        return Route.post(Service.BAP, BASE + verb, effect, Access.MAKER, handler);
    }

    private Answer storage(Call call) {
        return storage(call, Scope.required(world, call));
    }

    private Answer ownStorage(Call call) {
        String name = call.json().at("/environment/name").asText("");
        EnvironmentState environment = Scope.named(world, call, name);
        if (!environment.admits(world.maker(call))) {
            throw Refusal.environmentDenied(name);
        }
        return storage(call, environment);
    }

    private Answer storage(Call call, EnvironmentState environment) {
        Blobs.Container container = world.blobs().container(environment.name());
        String link = world.blobs().containerLink(call.origin(), container, Packaging.LINK_LIFE);
        return Answer.ok(Json.object().put("sharedAccessSignature", link));
    }

    /** Reads the uploaded package and copies it to where an import may take it from. */
    private Answer parameters(Call call) {
        EnvironmentState environment = Scope.required(world, call);
        byte[] zip = world.blobs()
                .resolve(link(call.json()))
                .flatMap(world.blobs()::get)
                .orElseThrow(() -> notFound("the package link leads nowhere"));
        UploadedPackage uploaded = UploadedPackage.read(zip);
        BlobAddress staged =
                world.blobs().store(environment.name(), "staged-" + world.ids().next("stage") + ".zip", zip);
        world.packaging().stage(staged);
        ObjectNode running = Json.object().put("status", "Running");
        ObjectNode ended = Json.object().put("status", "Succeeded");
        ended.set("details", uploaded.details());
        ended.set("resources", suggested(holdings(call), uploaded.resources()));
        boolean hangs = edited(uploaded) && world.dialects().is(Dialect.EDITED_MANIFEST, "hangs");
        Operations.Outcome outcome = new Operations.Outcome(
                running,
                origin -> ended.deepCopy().set("packageLink", packageLink(origin, staged)),
                Packaging.polls(hangs));
        return started(call, "listImportOperations", outcome);
    }

    private ObjectNode packageLink(Origin origin, BlobAddress address) {
        return Json.object().put("value", world.blobs().readLink(origin, address, Packaging.LINK_LIFE));
    }

    /** Answers the body itself: the choices are proven by the import. */
    private Answer validate(Call call) {
        ObjectNode body = call.json();
        choices(body, staged(body));
        return Answer.ok(body);
    }

    /** Starts an import. What it makes is there at once, or when the dialect says; the poll only tells. */
    private Answer start(Call call) {
        ObjectNode body = call.json();
        UploadedPackage uploaded = staged(body);
        choices(body, uploaded);
        if (!uploaded.dangling().isEmpty() || edited(uploaded)) {
            throw Refusal.of(
                    400, "InvalidPackageDependencies", "Unknown dependency keys: " + uploaded.dangling() + ".");
        }
        requirePair(Scope.required(world, call), uploaded);
        return started(call, "importOperations", job(holdings(call), body, uploaded));
    }

    private Operations.Outcome job(Holdings has, ObjectNode body, UploadedPackage uploaded) {
        ObjectNode running = body.deepCopy().put("status", "Running");
        AtomicReference<ObjectNode> ended = new AtomicReference<>();
        if (world.dialects().is(Dialect.IMPORT_SHOWS, SHOWS_LATER)) {
            world.whenVisible(() -> ended.set(imported(has, body, uploaded)));
        } else {
            ended.set(imported(has, body, uploaded));
        }
        return new Operations.Outcome(
                running, origin -> ended.get(), Packaging.polls(false), () -> ended.get() != null);
    }

    private Answer started(Call call, String kind, Operations.Outcome outcome) {
        String environment = Scope.required(world, call).name();
        String path = world.packaging()
                .operations()
                .start(environment, kind, world.ids().next(kind), outcome);
        boolean seconds = world.dialects().is(Dialect.RETRY_AFTER, "seconds");
        ObjectNode body = Json.object();
        body.set("properties", outcome.running().deepCopy());
        return Answer.json(202, body)
                .header("Location", call.link(Service.BAP, path))
                .header("Retry-After", seconds ? "1" : "PT1S");
    }

    private static void choices(ObjectNode body, UploadedPackage uploaded) {
        ObjectNode resources = Json.copy(body.path("resources"));
        uploaded.resources().fieldNames().forEachRemaining(key -> {
            if (!resources.has(key)) {
                throw Refusal.of(400, "InvalidPackageResource", "The resource " + key + " is missing.");
            }
        });
        Choices.check(resources);
    }

    /** A bare error without any detail, as measured: nothing says that it is about the pair. */
    private void requirePair(EnvironmentState environment, UploadedPackage uploaded) {
        Optional<String> key = uploaded.appKey();
        if (key.isEmpty()) {
            return;
        }
        boolean anyMinted = world.dialects().is(Dialect.FOREIGN_PACKAGE_PAIR, "ANY_MINTED");
        boolean known = world.packaging()
                .pairs()
                .of(key.get(), uploaded.folder().orElse(""))
                .filter(pair ->
                        anyMinted || pair.environment().equalsIgnoreCase(environment.name()) || own(pair, uploaded))
                .isPresent();
        if (!known) {
            throw Refusal.of(500, "InternalServerError", "Encountered internal server error.");
        }
    }

    private static boolean own(Pair pair, UploadedPackage uploaded) {
        return pair.telemetry().equalsIgnoreCase(uploaded.telemetry())
                && pair.document().equalsIgnoreCase(uploaded.documentId());
    }

    /** Whether connections were added by hand to a manifest that an export had written. */
    private boolean edited(UploadedPackage uploaded) {
        List<String> connections = uploaded.keysOf(PackageResource.Kind.CONNECTION);
        return uploaded.appKey()
                .flatMap(key ->
                        world.packaging().pairs().of(key, uploaded.folder().orElse("")))
                .filter(pair -> !pair.connections().containsAll(connections))
                .isPresent();
    }

    private ObjectNode imported(Holdings has, ObjectNode body, UploadedPackage uploaded) {
        ObjectNode ended = body.deepCopy();
        ObjectNode resources = Json.copy(ended.path("resources"));
        ended.set("resources", resources);
        Optional<Map.Entry<String, Refusal>> refused = new Choices(has)
                .missing(resources)
                .or(() -> flows(has, uploaded, resources))
                .or(() -> app(has, uploaded, resources));
        if (refused.isPresent()) {
            return failed(ended, refused.get());
        }
        resources.forEach(r -> ((ObjectNode) r).put("status", "Succeeded"));
        return ended.put("status", "Succeeded");
    }

    private static Optional<Map.Entry<String, Refusal>> flows(
            Holdings has, UploadedPackage uploaded, ObjectNode resources) {
        for (String key : uploaded.keysOf(PackageResource.Kind.FLOW)) {
            Optional<Refusal> refused = new ImportedFlow(uploaded, resources, key).make(has);
            if (refused.isPresent()) {
                return refused.map(why -> Map.entry(key, why));
            }
        }
        return Optional.empty();
    }

    private Optional<Map.Entry<String, Refusal>> app(Holdings has, UploadedPackage uploaded, ObjectNode resources) {
        Optional<String> key = uploaded.appKey();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            new ImportedApp(uploaded, resources).make(has);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(Map.entry(key.get(), refusal));
        }
    }

    private ObjectNode failed(ObjectNode ended, Map.Entry<String, Refusal> why) {
        ObjectNode error = why.getValue().error();
        if (world.dialects().is(Dialect.REFUSED_IMPORT_ERROR, "errors")) {
            ended.putArray("errors").add(error);
        } else if (ended.path("resources").get(why.getKey()) instanceof ObjectNode resource) {
            resource.put("status", "Failed").set("error", error);
        }
        return ended.put("status", "Failed");
    }

    private static ObjectNode suggested(Holdings has, ObjectNode resources) {
        for (JsonNode resource : resources) {
            if (resource.path("type").asText().equals(PackageResource.Kind.CONNECTION.type())) {
                String api = resources
                        .path(resource.path("dependsOn").path(0).asText())
                        .path("name")
                        .asText("");
                has.connections(api).stream().findFirst().ifPresent(name -> ((ObjectNode) resource)
                        .put("suggestedId", ResourceIds.api(api) + "/connections/" + name));
            }
        }
        return resources;
    }

    private UploadedPackage staged(ObjectNode body) {
        return world.blobs()
                .resolve(link(body))
                .filter(world.packaging()::isStaged)
                .flatMap(world.blobs()::get)
                .map(UploadedPackage::read)
                .orElseThrow(() -> notFound("the package link is not the staged one"));
    }

    private Holdings holdings(Call call) {
        return new Holdings(world, Scope.required(world, call), world.maker(call));
    }

    private static String link(ObjectNode body) {
        return body.at("/packageLink/value").asText("");
    }

    private static Refusal notFound(String why) {
        return Refusal.of(400, "PackageManifestNotFound", "The package's manifest was not found: " + why + ".");
    }
}
