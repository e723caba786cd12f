package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Reply;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A small client of packages and drafts: it knows the paths and nothing of the facts. */
final class PackageClient {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PA = "/powerapps/providers/Microsoft.PowerApps/apps";
    private static final String BAP = "/bap/providers/Microsoft.BusinessAppPlatform/environments/";

    private final FakeService fake;
    private final NaiveClient http;
    private final String token;
    private final String platformToken;

    PackageClient(FakeService fake, UnaryOperator<String> tokens) {
        this.fake = fake;
        http = new NaiveClient(fake);
        token = tokens.apply(NaiveClient.POWER_APPS);
        platformToken = tokens.apply(NaiveClient.PLATFORM);
    }

    static PackageClient of(FakeService fake, FakeUser user) {
        return new PackageClient(fake, scope -> new NaiveClient(fake).userToken(user, user.password(), scope));
    }

    /** Status, body and Location; {@code met} is how the table of facts writes it. */
    record Reply(int status, JsonNode body, String location) {
        String met() {
            String code =
                    body.at("/error/code").asText(body.at("/errors/0/code").asText(""));
            return code.isEmpty() ? String.valueOf(status) : status + " " + code;
        }
    }

    Reply send(String method, String address, String body) {
        return send(method, address, body, token);
    }

    private Reply send(String method, String address, String body, String bearer) {
        NaiveClient.Reply reply =
                http.send(method, address, NaiveClient.bearer(bearer), body.getBytes(StandardCharsets.UTF_8));
        JsonNode json = reply.json();
        return new Reply(
                reply.status(),
                json.isMissingNode() ? JSON.createObjectNode() : json,
                reply.header("Location").orElse(""));
    }

    byte[] download(String address) {
        return http.get(address).unpacked();
    }

    /** Uploads a package into new storage and answers its address. */
    String upload(FakeEnvironment environment, byte[] zip) {
        String container = bap(environment, "generateResourceStorage", "")
                .body()
                .path("sharedAccessSignature")
                .asText();
        String address = container.replace("?", "/package.zip?");
        http.put(address, Map.of("x-ms-blob-type", "BlockBlob"), zip);
        return address;
    }

    Reply bap(FakeEnvironment environment, String verb, String body) {
        return send("POST", BAP + environment.name() + "/" + verb + "?api-version=2016-11-01", body);
    }

    Reply app(String method, String path, String body) {
        String version =
                path.contains("api-version") ? "" : (path.contains("?") ? "&" : "?") + "api-version=2017-05-01";
        return send(method, PA + path + version, body);
    }

    Reply listed(FakeApp app) {
        return bap(
                app.environment(),
                "listPackageResources",
                "{\"baseResourceIds\":[\"" + ResourceIds.app(app.id()) + "\"]}");
    }

    /** Polls until the job has ended, at most ten times: what still runs then is called hanging. */
    JsonNode await(Reply started) {
        for (int i = 0; i < 10; i++) {
            JsonNode properties = send("GET", started.location(), "").body().path("properties");
            if (!properties.path("status").asText().equals("Running")) {
                return properties;
            }
        }
        return JSON.createObjectNode().put("status", "hangs");
    }

    /** Exports an app as a client has to: list, then export with the list, then poll, then download. */
    byte[] export(FakeApp app) {
        Reply started = bap(
                app.environment(),
                "exportPackage",
                "{\"includedResourceIds\":[\"" + ResourceIds.app(app.id())
                        + "\"],\"details\":{\"displayName\":\"P\"},\"resources\":"
                        + listed(app).body().path("resources") + "}");
        return download(await(started).at("/packageLink/value").asText());
    }

    /** What listImportParameters says in the end. */
    ObjectNode parameters(FakeEnvironment environment, byte[] zip) {
        Reply started = bap(
                environment,
                "listImportParameters",
                "{\"packageLink\":{\"value\":\"" + upload(environment, zip) + "\"}}");
        return started.status() == 202
                ? (ObjectNode) await(started)
                : JSON.createObjectNode().put("status", started.met());
    }

    /** Chooses for every resource as the app's own genuine package wants it. */
    static ObjectNode chosen(ObjectNode parameters, String appChoice) {
        for (JsonNode resource : parameters.path("resources")) {
            boolean app = resource.path("type").asText().equals("Microsoft.PowerApps/apps");
            ((ObjectNode) resource).put("selectedCreationType", app ? appChoice : "Existing");
        }
        return parameters;
    }

    /** The whole import of a package as a new app; answers the end of the job, or what refused it. */
    JsonNode install(FakeEnvironment environment, byte[] zip) {
        Reply started = bap(
                environment,
                "importPackage",
                chosen(parameters(environment, zip), "New").toString());
        return started.status() == 202
                ? await(started)
                : JSON.createObjectNode().put("status", started.met());
    }

    /** What the player says of the app, with the reason where it does not play. */
    String launched(FakeApp app) {
        String address =
                fake.environmentHost(app.environment()) + "/powerapps/apps/" + app.id() + "/launch?api-version=2";
        for (int i = 0; i < 5; i++) {
            JsonNode details = send("POST", address, "", platformToken).body().path("listAppPackageOperationDetails");
            if (!details.path("packageStatus").asText().equals("InProgress")) {
                return (details.path("packageStatus").asText() + " "
                                + details.at("/error/code").asText())
                        .trim();
            }
        }
        return "hangs";
    }
}
