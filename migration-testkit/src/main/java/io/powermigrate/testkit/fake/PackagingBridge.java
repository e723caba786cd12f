package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.powermigrate.testkit.fake.packaging.AppEnvironment;
import io.powermigrate.testkit.fake.packaging.Packaging;
import io.powermigrate.testkit.fake.packaging.Places;
import io.powermigrate.testkit.fake.packaging.Settings;
import io.powermigrate.testkit.fake.packaging.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Routes the calls of packages, drafts, publishing and launch to the packaging half. Thread-safe. */
final class PackagingBridge {
    private static final int POLLS = 1;
    private static final Duration UPLOAD = Duration.ofHours(8);

    private final World world;
    private final Packaging packaging;
    private final Map<FakeEnvironment, AppEnvironment> environments = new ConcurrentHashMap<>();

    private PackagingBridge(World world) {
        this.world = world;
        Places places = new Places(
                name -> world.environment(name).map(this::environment),
                app -> world.app(app).map(FakeApp::environment).map(this::environment));
        packaging = new Packaging(
                world::now, storage(), places, new Settings(PackagingDialect.variants(world.dialects()), POLLS));
    }

    static List<Route> of(World world) {
        PackagingBridge bridge = new PackagingBridge(world);
        List<Route> routes = new ArrayList<>();
        String base = "/providers/Microsoft.BusinessAppPlatform/environments/{env}/";
        Map<String, FakeEffect> verbs = new LinkedHashMap<>();
        verbs.put("listPackageResources", FakeEffect.READ);
        verbs.put("exportPackage", FakeEffect.EXPORT);
        verbs.put("generateResourceStorage", FakeEffect.STAGE);
        verbs.put("listImportParameters", FakeEffect.READ);
        verbs.put("validateImportPackage", FakeEffect.READ);
        verbs.put("importPackage", FakeEffect.WRITE);
        verbs.forEach((verb, effect) ->
                routes.add(Route.post(Service.BAP, base + verb, effect, Access.MAKER, bridge::answer)));
        for (String kind : List.of("packagingOperations", "listImportOperations", "importOperations")) {
            routes.add(Route.get(Service.BAP, base + kind + "/{operation}", Access.MAKER, bridge::answer));
        }
        routes.addAll(bridge.appRoutes());
        return List.copyOf(routes);
    }

    private List<Route> appRoutes() {
        String apps = "/providers/Microsoft.PowerApps/apps";
        String app = apps + "/{app}";
        List<Route> routes = new ArrayList<>();
        for (String method : List.of("PUT", "PATCH")) {
            routes.add(new Route(Service.POWERAPPS, method, app, FakeEffect.WRITE, Access.MAKER, this::answer));
        }
        for (String verb : List.of("acquireLease", "releaseLease", "publish")) {
            routes.add(Route.post(Service.POWERAPPS, app + "/" + verb, FakeEffect.WRITE, Access.MAKER, this::answer));
        }
        routes.add(Route.post(Service.POWERAPPS, apps, FakeEffect.WRITE, Access.MAKER, this::answer));
        routes.add(new Route(Service.POWERAPPS, "PATCH", apps, FakeEffect.WRITE, Access.MAKER, this::answer));
        String own = "/providers/Microsoft.PowerApps/objectIds/{user}/generateResourceStorage";
        routes.add(Route.post(Service.POWERAPPS, own, FakeEffect.STAGE, Access.MAKER, this::answer));
        String launch = "/{host}/powerapps/apps/{app}/launch";
        routes.add(Route.post(Service.ENVHOST, launch, FakeEffect.READ, Access.MAKER, this::answer));
        return routes;
    }

    private Answer answer(Call call) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : List.of("api-version", "$expand", "forceLeaseAcquisition")) {
            call.query(name).ifPresent(value -> options.put(name, value));
        }
        FakeUser user = call.caller().maker();
        String audience = call.service() == Service.ENVHOST ? "https://api.powerplatform.com" : "";
        var caller =
                new io.powermigrate.testkit.fake.packaging.Caller(user.objectId(), user.displayName(), false, audience);
        var asked = new io.powermigrate.testkit.fake.packaging.Call(
                call.method(), path(call), options, call.body(), caller);
        var given = packaging
                .answer(asked)
                .orElseThrow(() -> new IllegalStateException(
                        "Packaging did not know " + call.method() + " " + call.rawPath() + ". Compare the routes."));
        JsonNode body = given.body().has("properties") ? seen(call, given.body()) : linked(call, given.body());
        Answer answer = body.isEmpty() ? Answer.empty(given.status()) : Answer.json(given.status(), body);
        for (Map.Entry<String, String> header : given.headers().entrySet()) {
            boolean location = header.getKey().equals("Location");
            answer = answer.header(
                    header.getKey(), location ? call.link(Service.BAP, header.getValue()) : header.getValue());
        }
        return answer;
    }

    /** An app is answered as its own route answers it; a started import is no app. */
    private JsonNode seen(Call call, ObjectNode given) {
        Optional<FakeApp> app = call.find("app").flatMap(world::app);
        if (app.isEmpty()) {
            return linked(call, given);
        }
        ObjectNode body = AppJson.maker(world, call, app.get(), true);
        if (call.method().equals("PUT")) {
            AppJson.addDraft(world, call, app.get(), body, true);
        }
        return body;
    }

    /** Without the environment's host, which is the first segment there. */
    private static String path(Call call) {
        int skipped = call.service() == Service.ENVHOST ? 1 : 0;
        return "/" + String.join("/", call.path().subList(skipped, call.path().size()));
    }

    /** Packaging knows no hosts: each address of a blob gets that of the client's way, and a signature. */
    private JsonNode linked(Call call, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(e -> copy.set(e.getKey(), linked(call, e.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.array();
            array.forEach(item -> copy.add(linked(call, item)));
            return copy;
        }
        boolean blob = node.isTextual() && node.asText().startsWith(Storage.SCHEME);
        return blob ? TextNode.valueOf(link(call, node.asText())) : node;
    }

    private String link(Call call, String address) {
        Optional<BlobAddress> blob = world.blobs().resolve(address);
        String container = address.substring(address.indexOf('/') + 1);
        return blob.map(found -> world.blobs().readLink(call.origin(), found))
                .orElseGet(() -> world.blobs().containerLink(call.origin(), new Blobs.Container(container), UPLOAD));
    }

    private Storage storage() {
        return new Storage(
                (environment, file) -> {
                    BlobAddress address = container(environment).blob(file.name());
                    world.blobs().put(address, file.bytes());
                    return Storage.SCHEME + "/" + address.container() + "/" + address.name();
                },
                link -> world.blobs().resolve(link).flatMap(world.blobs()::get),
                environment -> Storage.SCHEME + "/" + container(environment).name());
    }

    private Blobs.Container container(String environment) {
        return world.blobs().container(world.environment(environment).orElseThrow());
    }

    private AppEnvironment environment(FakeEnvironment environment) {
        return environments.computeIfAbsent(environment, each -> new PackagedEnvironment(world, each));
    }
}
