package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists a package's resources and exports packages (wire/power-platform.md, section 3.1). Thread-safe. */
final class ExportRoutes {
    private static final String APPS = "/microsoft.powerapps/apps/";
    private static final String FLOWS = "/microsoft.flow/flows/";

    private final Shop shop;

    ExportRoutes(Shop shop) {
        this.shop = shop;
    }

    /** Answers 200 in any case: what went wrong stands in {@code errors}. */
    Answer list(AppEnvironment environment, Call call) {
        ObjectNode body = shop.body(call);
        ObjectNode answer = Json.object();
        try {
            List<PackageResource> resources = resources(environment, first(body, "baseResourceIds"), call.caller());
            answer.put("status", "Succeeded");
            answer.set("baseResourceIds", body.path("baseResourceIds").deepCopy());
            ObjectNode listed = answer.putObject("resources");
            resources.forEach(r -> listed.set(PackageResource.listKey(r.id()), r.listed()));
        } catch (Refusal refusal) {
            answer = Json.object();
            answer.putArray("errors").add(Answer.error(refusal));
        }
        return Answer.ok(answer);
    }

    /** Flows at once, apps as a job. */
    Answer export(AppEnvironment environment, Call call) {
        ObjectNode body = shop.body(call);
        String id = first(body, "includedResourceIds");
        List<PackageResource> suggested = new ArrayList<>();
        for (PackageResource resource : resources(environment, id, call.caller())) {
            suggested.add(resource.suggesting(suggestion(body.path("resources"), resource)));
        }
        Order order = new Order(environment, body, call.caller(), suggested);
        return isApp(id) ? exportApp(order) : Answer.ok(finished(body, exportFlow(order)));
    }

    private record Order(AppEnvironment environment, ObjectNode body, Caller caller, List<PackageResource> resources) {}

    private record Export(String address, PackageWriter writer, Pair pair) {}

    private Answer exportApp(Order order) {
        AppEnvironment environment = order.environment();
        AppVersion version =
                environment.app(order.resources().get(0).name()).orElseThrow().published();
        Pair pair = shop.pairs().mint(environment.id(), version.documentId());
        PackageWriter writer = new PackageWriter(shop.now(), pair, order.resources()).app(version);
        if (shop.is(Variant.IDENTITY_FILE)) {
            writer.identity();
        }
        Export export = write(order, writer, pair);
        ObjectNode running = Json.object().put("status", "Running");
        running.set("details", answered(order.body(), pair));
        running.set("resources", writer.answered("Running"));
        Operations.Outcome outcome = shop.outcome(running, finished(order.body(), export));
        String location = shop.operations().start(environment.id(), "packagingOperations", shop.id("export"), outcome);
        return new Answer(202, Map.of("Location", location), running);
    }

    private Export exportFlow(Order order) {
        Pair pair = shop.pairs().mint(order.environment().id(), "");
        return write(order, new PackageWriter(shop.now(), pair, order.resources()), pair);
    }

    private Export write(Order order, PackageWriter writer, Pair pair) {
        Holdings has = order.environment().has(order.caller());
        Set<String> connections = new TreeSet<>();
        for (PackageResource resource : order.resources()) {
            if (resource.kind() == PackageResource.Kind.FLOW) {
                writer.flow(resource, has.flows().apply(resource.name()).orElseGet(Json::object));
            } else if (resource.kind() == PackageResource.Kind.CONNECTION) {
                connections.add(writer.key(resource.id()));
            }
        }
        shop.pairs().add(pair.with(connections));
        JsonNode asked = order.body().path("details");
        ObjectNode details = answered(order.body(), pair);
        details.put("description", asked.path("description").asText(""));
        details.put("creator", asked.path("creator").asText("N/A"));
        String home = order.environment().displayName();
        details.put("sourceEnvironment", asked.path("sourceEnvironment").asText(home));
        String name = details.path("displayName").asText("Package").replaceAll("[^A-Za-z0-9]", "_");
        return new Export(
                shop.storage()
                        .put()
                        .apply(order.environment().id(), new Storage.File(name + ".zip", writer.write(details))),
                writer,
                pair);
    }

    private ObjectNode finished(ObjectNode body, Export export) {
        ObjectNode done = Json.object().put("status", "Succeeded");
        done.putObject("packageLink").put("value", export.address());
        done.set("details", answered(body, export.pair()));
        done.set("resources", export.writer().answered("Succeeded"));
        return done;
    }

    private ObjectNode answered(ObjectNode body, Pair pair) {
        String name = body.at("/details/displayName").asText("Package");
        return Json.object()
                .put("displayName", name)
                .put("createdTime", shop.now().toString())
                .put("packageTelemetryId", pair.telemetry());
    }

    private List<PackageResource> resources(AppEnvironment environment, String id, Caller caller) {
        String name = Ids.last(id);
        if (!isApp(id)) {
            if (!id.toLowerCase(java.util.Locale.ROOT).contains(FLOWS)
                    || !environment.has(caller).hasFlow(name)) {
                throw denied(caller, name);
            }
            return Listing.ofFlow(name, environment.has(caller));
        }
        AppState app = environment
                .app(name)
                .orElseThrow(() -> new Refusal(404, "AppNotFound", "Could not find app '" + name + "'."));
        if (!app.editableBy(caller.objectId())) {
            throw new Refusal(403, "AppAccessDenied", "The caller has no permission on app '" + name + "'.");
        }
        if (app.inASolution()) {
            throw new Refusal(
                    400, "AppInSolution", "The app '" + name + "' belongs to a solution: export the solution.");
        }
        if (shop.is(Variant.TABLES_REFUSED) && app.published().usesTables()) {
            throw new Refusal(
                    400, "DataverseDependencies", "The app '" + name + "' has Dataverse dependencies: not supported.");
        }
        return Listing.ofApp(app, environment.has(caller));
    }

    private static String suggestion(JsonNode sent, PackageResource resource) {
        for (JsonNode node : sent) {
            if (node.path("id").asText().equalsIgnoreCase(resource.id())) {
                return node.path("suggestedCreationType").asText(resource.suggested());
            }
        }
        return resource.suggested();
    }

    private static Refusal denied(Caller caller, String flow) {
        return new Refusal(
                403,
                "ConnectionAuthorizationFailed",
                "The caller with object id '" + caller.objectId() + "' does not have permission for connection '" + flow
                        + "' under Api 'shared_logicflows'.");
    }

    private static boolean isApp(String id) {
        return id.toLowerCase(java.util.Locale.ROOT).contains(APPS);
    }

    private static String first(ObjectNode body, String member) {
        String id = body.path(member).path(0).asText("");
        if (id.isEmpty()) {
            throw new Refusal(400, "InvalidRequestContent", member + " is empty.");
        }
        return id;
    }
}
