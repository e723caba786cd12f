package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of Power Apps about apps (wire/canvas-app-import.md, sections 1, 4 and 5). Thread-safe. */
record AppClient(PowerPlatformClient client) {

    private static final String PROVIDER = "/providers/Microsoft.PowerApps";

    /** Which app is which hangs on these: one without them is not taken for another. */
    private static final String[] NAMES = {"name", "properties/displayName"};

    /** Drafts, leases and publishing exist from here on; older versions are refused. */
    private static final String WITH_DRAFTS = "?api-version=2017-05-01";

    static AppClient of(Endpoint endpoint) {
        return new AppClient(endpoint.client(PowerPlatformClient.KEY));
    }

    /** All apps that the caller may see; an application without a user sees all of them, but not their documents. */
    Stream<AppJson> list() {
        String environment = client.environmentName();
        URI uri = client.appOnly()
                ? client.powerApps(PROVIDER + "/scopes/admin/environments/" + UriText.segment(environment)
                        + "/apps?api-version=2016-11-01")
                : client.powerApps(
                        PROVIDER + "/apps?api-version=2016-11-01&$filter=" + inEnvironment(environment) + "&$top=250");
        return client.transport().items(Call.get(uri), NAMES).map(AppJson::new);
    }

    /** The ids of all apps that the caller may see, by the name that people call them; several may have the same. */
    Map<String, List<String>> idsByName() {
        try (Stream<AppJson> apps = list()) {
            return apps.collect(Collectors.groupingBy(
                    AppJson::displayName, Collectors.mapping(AppJson::name, Collectors.toUnmodifiableList())));
        }
    }

    /** One app with its draft. */
    AppJson get(String app) {
        URI uri = app(app, "", "&$expand=unpublishedAppDefinition");
        return new AppJson(client.transport().object(Call.get(uri), NAMES));
    }

    /** Streams the document into the workspace; the address is pre-signed and gets no token. */
    Artifact document(AppJson app, Workspace workspace, Limits limits) {
        URI uri = app.documentUri()
                .orElseThrow(() -> new MigrationException(
                        "The document of the app \"" + app.displayName()
                                + "\" was not read because the service told no address of it",
                        "Ask its owner to make you a co-owner, or sign in as the owner"));
        return client.transport()
                .download(
                        Call.get(uri).presigned(),
                        (head, body) -> DocumentFacts.kept(app.displayName() + ".msapp", body, workspace, limits));
    }

    /** Facts of a connector of this environment; empty where it has none of that name. */
    Optional<Document> connector(String name) {
        Call call = Call.get(client.powerApps(PROVIDER + "/apis/" + UriText.segment(name)
                + "?api-version=2016-11-01&$filter=" + inEnvironment(client.environmentName())));
        Reply reply = client.transport().send(call.accepting(403, 404));
        return reply.isSuccess() ? Optional.of(reply.object(call, "properties").at("properties")) : Optional.empty();
    }

    String acquireLease(String app) {
        Call call = Call.post(Effect.WRITE, app(app, "/acquireLease", "&forceLeaseAcquisition=false"))
                .once();
        return client.transport().object(call, "leaseId").text("leaseId").orElse("");
    }

    void releaseLease(String app, String lease) {
        client.transport()
                .send(Call.post(Effect.WRITE, app(app, "/releaseLease", ""))
                        .withJson(Document.empty().with("leaseId", lease))
                        .repeatable());
    }

    void putDraft(String app, Document definition) {
        client.transport()
                .send(Call.put(Effect.WRITE, app(app, "", ""))
                        .withJson(definition)
                        .once());
    }

    /**
     * Publishes and reads back: the answer may come without a body, so it proves nothing.
     *
     * @throws ServiceException when the draft is still there; publishing again changes nothing else
     */
    void publish(String app) {
        Call call = Call.post(Effect.WRITE, app(app, "/publish", "")).once();
        Reply reply = client.transport().send(call);
        if (get(app).draft().isPresent()) {
            throw ServiceException.unexpected(call, reply, "the app without a draft");
        }
    }

    /** Reaches the published definition only. */
    void patchReferences(String app, Document references) {
        Document body = Document.empty().with("properties", Document.empty().with("connectionReferences", references));
        client.transport()
                .send(Call.patch(Effect.WRITE, app(app, "", "")).withJson(body).repeatable());
    }

    /** Has the player build the app's runtime package and asks until it is built, or the time is up. */
    Document launch(String app, Predicate<Document> ended, Duration within) {
        URI uri = client.environmentHost(
                "/powerapps/apps/" + UriText.segment(app) + "/launch?api-version=2&bypass-cache=true");
        // launching twice is the same as launching once
        Call call = Call.post(Effect.WRITE, uri).repeatable();
        return client.transport()
                .poll(call, reply -> ended.test(reply.json()), within)
                .json();
    }

    private URI app(String app, String verb, String more) {
        return client.powerApps(PROVIDER + "/apps/" + UriText.segment(app) + verb + WITH_DRAFTS + more);
    }

    private static String inEnvironment(String environment) {
        return UriText.query("environment eq " + UriText.literal(environment));
    }
}
