package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage, parameters, validation and import of packages (wire/canvas-app-import.md, sections 2 and 3). Thread-safe. */
final class ImportRoutes {
    private static final int NEVER = -1;

    private final Shop shop;

    ImportRoutes(Shop shop) {
        this.shop = shop;
    }

    Answer storage(String environment) {
        String container = shop.storage().container().apply(environment);
        return Answer.ok(Json.object().put("sharedAccessSignature", container));
    }

    /** Reads the uploaded package and copies it to where an import may take it from. */
    Answer parameters(AppEnvironment environment, Call call) {
        String link = link(shop.body(call));
        byte[] zip = shop.storage().get().apply(link).orElseThrow(() -> notFound("the package link leads nowhere"));
        UploadedPackage uploaded = UploadedPackage.read(zip);
        ObjectNode running = Json.object().put("status", "Running");
        ObjectNode ended = Json.object().put("status", "Succeeded");
        ended.putObject("packageLink").put("value", shop.stage(environment.id(), zip));
        ended.set("details", uploaded.details());
        ended.set("resources", suggested(environment.has(call.caller()), uploaded.resources()));
        Operations.Outcome outcome = edited(uploaded) && !shop.is(Variant.EDITED_MANIFEST_REFUSED)
                ? new Operations.Outcome(running, ended, NEVER)
                : shop.outcome(running, ended);
        return started(environment, "listImportOperations", outcome, running);
    }

    /** Answers the body itself: the choices are proven by the import. */
    Answer validate(Call call) {
        ObjectNode body = shop.body(call);
        UploadedPackage uploaded = staged(body);
        choices(body, uploaded);
        return Answer.ok(body);
    }

    /** Starts an import. What it makes is there at once; the poll only tells. */
    Answer start(AppEnvironment environment, Call call) {
        ObjectNode body = shop.body(call);
        UploadedPackage uploaded = staged(body);
        choices(body, uploaded);
        if (!uploaded.dangling().isEmpty() || edited(uploaded)) {
            throw new Refusal(
                    400, "InvalidPackageDependencies", "Unknown dependency keys: " + uploaded.dangling() + ".");
        }
        requirePair(environment, uploaded);
        ObjectNode running = body.deepCopy().put("status", "Running");
        Operations.Outcome outcome = shop.outcome(running, imported(environment, call.caller(), body, uploaded));
        return started(environment, "importOperations", outcome, running);
    }

    private Answer started(AppEnvironment environment, String kind, Operations.Outcome outcome, ObjectNode running) {
        String location = shop.operations().start(environment.id(), kind, shop.id(kind), outcome);
        return new Answer(
                202,
                Map.of("Location", location, "Retry-After", shop.is(Variant.RETRY_AFTER_DURATION) ? "PT1S" : "1"),
                Json.object().set("properties", running.deepCopy()));
    }

    private void choices(ObjectNode body, UploadedPackage uploaded) {
        ObjectNode resources = Json.copy(body.path("resources"));
        for (String key : uploaded.resources().properties().stream()
                .map(Map.Entry::getKey)
                .toList()) {
            if (!resources.has(key)) {
                throw new Refusal(400, "InvalidPackageResource", "The resource " + key + " is missing.");
            }
        }
        Choices.check(resources);
    }

    /** A bare error without any detail, as measured: nothing says that it is about the pair. */
    private void requirePair(AppEnvironment environment, UploadedPackage uploaded) {
        Optional<String> key = uploaded.appKey();
        if (key.isEmpty()) {
            return;
        }
        boolean known = shop.pairs()
                .of(key.get(), uploaded.folder().orElse(""))
                .filter(pair -> !shop.is(Variant.SAME_ENVIRONMENT_PAIRS)
                        || pair.environment().equalsIgnoreCase(environment.id())
                        || own(pair, uploaded))
                .isPresent();
        if (!known) {
            throw new Refusal(500, "InternalServerError", "Encountered internal server error.");
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
                .flatMap(key -> shop.pairs().of(key, uploaded.folder().orElse("")))
                .filter(pair -> !pair.connections().containsAll(connections))
                .isPresent();
    }

    private ObjectNode imported(AppEnvironment environment, Caller caller, ObjectNode body, UploadedPackage uploaded) {
        ObjectNode ended = body.deepCopy();
        ObjectNode resources = Json.copy(ended.path("resources"));
        ended.set("resources", resources);
        Choices choices = new Choices(
                environment.has(caller), name -> environment.app(name).isPresent());
        Optional<Map.Entry<String, Refusal>> missing = choices.missing(resources);
        if (missing.isPresent()) {
            return failed(ended, missing.get());
        }
        Optional<Map.Entry<String, Refusal>> refusedFlow = flows(environment.has(caller), uploaded, resources);
        if (refusedFlow.isPresent()) {
            return failed(ended, refusedFlow.get());
        }
        Optional<String> app = uploaded.appKey();
        if (app.isPresent()) {
            try {
                makeApp(
                        environment,
                        caller,
                        (ObjectNode) resources.get(app.get()),
                        new ImportedApp(uploaded, resources));
            } catch (Refusal refusal) {
                return failed(ended, Map.entry(app.get(), refusal));
            }
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

    private void makeApp(AppEnvironment environment, Caller caller, ObjectNode resource, ImportedApp imported) {
        byte[] document = imported.source().document();
        if (shop.is(Variant.DOCUMENT_RESERIALISED)) {
            document = new io.powermigrate.testkit.fake.document.Reserialisation(shop.now()).of(document);
        }
        String address = shop.storage().put().apply(environment.id(), new Storage.File("document.msapp", document));
        AppVersion version = imported.version(shop.is(Variant.REFERENCES_KEPT), document, address);
        if (resource.path("selectedCreationType").asText().equalsIgnoreCase("Update")) {
            AppState app = shop.editable(Ids.last(resource.path("id").asText()), caller);
            app.saveDraft(version);
        } else {
            AppState app = environment.create(caller, version);
            resource.put("id", Ids.app(app.name())).put("name", app.name());
        }
    }

    private ObjectNode failed(ObjectNode ended, Map.Entry<String, Refusal> why) {
        ObjectNode error = Answer.error(why.getValue());
        if (shop.is(Variant.ERRORS_ON_TOP)) {
            ended.putArray("errors").add(error);
        } else if (ended.path("resources").get(why.getKey()) instanceof ObjectNode resource) {
            resource.put("status", "Failed").set("error", error);
        }
        return ended.put("status", "Failed");
    }

    private static ObjectNode suggested(Holdings has, ObjectNode resources) {
        for (JsonNode resource : resources) {
            if (resource.path("type").asText().equals(PackageResource.Kind.CONNECTION.type)) {
                String api = resources
                        .path(resource.path("dependsOn").path(0).asText())
                        .path("name")
                        .asText("");
                has.connections().apply(api).stream().findFirst().ifPresent(name -> ((ObjectNode) resource)
                        .put("suggestedId", Ids.api(api) + "/connections/" + name));
            }
        }
        return resources;
    }

    private UploadedPackage staged(ObjectNode body) {
        return UploadedPackage.read(
                shop.staged(link(body)).orElseThrow(() -> notFound("the package link is not the staged one")));
    }

    private static String link(ObjectNode body) {
        return body.at("/packageLink/value").asText("");
    }

    private static Refusal notFound(String why) {
        return new Refusal(400, "PackageManifestNotFound", "The package's manifest was not found: " + why + ".");
    }
}
