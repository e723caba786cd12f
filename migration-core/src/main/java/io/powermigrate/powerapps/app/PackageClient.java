package io.powermigrate.powerapps.app;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Body;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceError;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The packaging calls of an environment (wire/power-platform.md, section 3). Thread-safe. */
record PackageClient(PowerPlatformClient client) {

    private static final String BAP = "/providers/Microsoft.BusinessAppPlatform/environments/";
    private static final Duration EXPORT = Duration.ofMinutes(15);

    /** A package that was tampered with hangs here for ever (wire/canvas-app-import.md, section 2). */
    private static final Duration PARAMETERS = Duration.ofMinutes(10);

    private static final Duration IMPORT = Duration.ofMinutes(30);
    private static final String REMEDY = "Correct what the service names, then run again";

    /**
     * What a package of an app would hold.
     *
     * @param resources by key; missing where the service refuses
     * @param refusal its words
     */
    record Listing(Document resources, Optional<ServiceError> refusal) {}

    static PackageClient of(Endpoint endpoint) {
        return new PackageClient(endpoint.client(PowerPlatformClient.KEY));
    }

    /** Asks what a package would hold; a refusal comes as a 200 with errors, or with a status. */
    Listing list(String app) {
        Document body = Document.empty().with("baseResourceIds", List.of(appId(app)));
        Call call = post(Effect.READ, "listPackageResources", body).repeatable();
        try {
            Reply reply = client.transport().send(call);
            if (!reply.json().at("errors").items().isEmpty()) {
                return new Listing(Document.missing(), ServiceError.in(reply.json()));
            }
            return new Listing(reply.object(call, "resources").at("resources"), Optional.empty());
        } catch (ServiceException e) {
            if (!PackageRefused.is(e)) {
                throw e;
            }
            return new Listing(Document.missing(), Optional.of(e.error()));
        }
    }

    /** The ids of the connections that flows call, by the id of the flow, as the resources of a package tell them. */
    static Map<String, List<String>> connectionsOfFlows(Document resources) {
        Map<String, List<String>> flows = new TreeMap<>();
        for (Document resource : resources.members().values()) {
            List<String> connections = resource.texts("dependsOn").stream()
                    .map(resources::at)
                    .filter(needed -> isOfType(needed, "Microsoft.PowerApps/apis/connections"))
                    .flatMap(needed -> needed.text("id").stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (isOfType(resource, "Microsoft.Flow/flows") && !connections.isEmpty()) {
                resource.text("id")
                        .ifPresent(id -> flows.put(ConnectionUse.last(id).toLowerCase(Locale.ROOT), connections));
            }
        }
        return flows;
    }

    private static boolean isOfType(Document resource, String type) {
        return resource.text("type").orElse("").equalsIgnoreCase(type);
    }

    /**
     * Exports an app's package; returns the finished job: its link, its resources under the keys of the manifest.
     *
     * @throws PackageRefused when the service does not make one of this app
     */
    Document export(String app, String displayName, Document resources) {
        Map<String, Object> suggested = new LinkedHashMap<>();
        resources
                .members()
                .forEach((key, resource) -> suggested.put(
                        key,
                        resource.text("suggestedCreationType").isPresent()
                                ? resource
                                : resource.with("suggestedCreationType", "New")));
        Document body = Document.empty()
                .with("includedResourceIds", List.of(appId(app)))
                .with("details", Map.of("displayName", displayName))
                .with("resources", suggested);
        Document job = exported(post(Effect.EXPORT, "exportPackage", body).once());
        if (!hasSucceeded(job)) {
            throw new PackageRefused(
                    "The package of the app \"" + displayName + "\" was not exported because the service answered "
                            + words(job),
                    REMEDY,
                    null);
        }
        return job;
    }

    private Document exported(Call call) {
        try {
            Reply started = client.transport().send(call);
            return started.json().at("packageLink", "value").isMissing()
                    ? job(ended(location(call, started, "exportPackage"), EXPORT))
                    : started.json();
        } catch (ServiceException e) {
            throw PackageRefused.is(e) ? new PackageRefused(e.problem(), e.remedy(), e) : e;
        }
    }

    /** Streams a finished package into the workspace. */
    Artifact download(Document job, String name, Workspace workspace) {
        String link = job.text("packageLink", "value")
                .orElseThrow(() -> new MigrationException(
                        name + " was not downloaded because the service told no address of it", "Run again"));
        return client.transport()
                .download(
                        Call.get(UriText.parse(link)).presigned(),
                        (head, body) -> workspace.put(name, "application/zip", body));
    }

    /** Uploads a package to a scratch place; returns its pre-signed address. */
    String upload(Artifact zip, Workspace workspace) {
        String container = client.transport()
                .object(
                        post(Effect.STAGE, "generateResourceStorage", Document.empty())
                                .repeatable(),
                        "sharedAccessSignature")
                .text("sharedAccessSignature")
                .orElse("");
        int query = container.indexOf('?');
        String blob = query < 0
                ? container + "/" + zip.sha256() + ".zip"
                : container.substring(0, query) + "/" + zip.sha256() + ".zip" + container.substring(query);
        Call put = Call.put(Effect.STAGE, UriText.parse(blob))
                .presigned()
                .withHeader("x-ms-blob-type", "BlockBlob")
                .withBody(Body.file(workspace.file(zip), "application/octet-stream"))
                .repeatable();
        Reply kept = client.transport().send(put);
        if (kept.status() != 201) { // only that says that a blob was made
            throw ServiceException.unexpected(put, kept, "201 from a blob store");
        }
        return blob;
    }

    /** What an import has to be told: resources, details, and the re-staged link that alone it takes. */
    Document parameters(String blob) {
        Document body = Document.empty().with("packageLink", Map.of("value", blob));
        Call call = post(Effect.READ, "listImportParameters", body).repeatable();
        Call asking = Call.get(location(call, client.transport().send(call), "listImportParameters"));
        Reply ended = ended(asking.uri(), PARAMETERS);
        if (!hasSucceeded(job(ended))) {
            throw new MigrationException(
                    "The package was not accepted for import because the service answered " + words(job(ended)),
                    REMEDY);
        }
        ended.object(asking, "properties/resources|resources", "properties/packageLink/value|packageLink/value");
        return job(ended);
    }

    /** Has the choices checked; the answer is the body of the import. */
    Document validated(Document choices) {
        return client.transport()
                .object(
                        post(Effect.READ, "validateImportPackage", choices).repeatable(),
                        "packageLink/value",
                        "resources");
    }

    /** Starts the import; returns where it can be asked for, an address without a secret. */
    URI startImport(Document body) {
        Call call = post(Effect.WRITE, "importPackage", body).once();
        return location(call, client.transport().send(call), "importPackage");
    }

    /** Waits for an import; empty when the service has forgotten it. */
    Optional<Document> endedImport(URI location) {
        Reply reply = client.transport()
                .poll(Call.get(location).accepting(404), each -> each.status() == 404 || hasEnded(each), IMPORT);
        return reply.isSuccess() ? Optional.of(job(reply)) : Optional.empty();
    }

    /** The service's words in a failed job: {@code resources[*].error}, or {@code errors[0]}. */
    static Optional<ServiceError> error(Document job) {
        return job.at("resources").members().values().stream()
                .flatMap(resource -> ServiceError.in(resource).stream())
                .findFirst()
                .or(() -> ServiceError.in(job));
    }

    static boolean hasSucceeded(Document job) {
        return job.text("status").orElse("").equalsIgnoreCase("Succeeded");
    }

    private static String words(Document job) {
        return error(job).map(ServiceError::toLine).orElse("that it failed, without a reason");
    }

    private Reply ended(URI location, Duration within) {
        return client.transport().poll(location, PackageClient::hasEnded, within);
    }

    private static Document job(Reply reply) {
        Document properties = reply.json().at("properties");
        return properties.isMissing() ? reply.json() : properties;
    }

    /** Unknown words are no end: only the deadline ends them. */
    private static boolean hasEnded(Reply reply) {
        String status = job(reply).text("status").orElse("");
        return status.equalsIgnoreCase("Succeeded") || status.equalsIgnoreCase("Failed");
    }

    private URI location(Call call, Reply started, String what) {
        URI location = started.location(call);
        client.transport().table().require(location, what);
        return location;
    }

    private Call post(Effect effect, String verb, Document body) {
        return Call.post(
                        effect,
                        client.bap(BAP + UriText.segment(client.environmentName()) + "/" + verb
                                + "?api-version=2016-11-01"))
                .withJson(body);
    }

    static String appId(String app) {
        return "/providers/Microsoft.PowerApps/apps/" + app;
    }
}
