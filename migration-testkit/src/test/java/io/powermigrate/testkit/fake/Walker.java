package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** A client that walks one app the whole way, knowing every fact of the import. */
final class Walker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BAP = "/bap/providers/Microsoft.BusinessAppPlatform/environments/";
    private static final String APPS = "/powerapps/providers/Microsoft.PowerApps/apps/";

    private final FakeService fake;
    private final FakeUser user;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Walker(FakeService fake, FakeUser user) {
        this.fake = fake;
        this.user = user;
    }

    record Reply(int status, JsonNode body, String location) {}

    Reply send(String method, String address, JsonNode body) {
        String audience =
                address.contains("/envhost/") ? "https://api.powerplatform.com" : "https://service.powerapps.com/";
        return exchange(
                HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : fake.address() + address))
                        .header("Authorization", "Bearer " + tokens.computeIfAbsent(audience, this::token))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.isEmpty() ? "" : body.toString())));
    }

    Reply bap(FakeEnvironment environment, String verb, JsonNode body) {
        return send("POST", BAP + environment.name() + "/" + verb + "?api-version=2016-11-01", body);
    }

    Reply app(String method, String path, JsonNode body) {
        String join = path.contains("?") ? "&" : "?";
        return send(method, APPS + path + join + "api-version=2017-05-01", body);
    }

    JsonNode await(Reply started) {
        for (int i = 0; i < 10; i++) {
            JsonNode properties = send("GET", started.location(), JSON.createObjectNode())
                    .body()
                    .path("properties");
            if (!properties.path("status").asText().equals("Running")) {
                return properties;
            }
        }
        throw new AssertionError("it hangs: " + started.location());
    }

    byte[] export(FakeApp app) {
        ObjectNode listing = JSON.createObjectNode();
        listing.putArray("baseResourceIds").add("/providers/Microsoft.PowerApps/apps/" + app.id());
        Reply listed = bap(app.environment(), "listPackageResources", listing);
        ObjectNode body = JSON.createObjectNode();
        body.putArray("includedResourceIds").add("/providers/Microsoft.PowerApps/apps/" + app.id());
        body.putObject("details").put("displayName", "Package of " + app.displayName());
        body.set("resources", listed.body().path("resources"));
        String link = await(bap(app.environment(), "exportPackage", body))
                .at("/packageLink/value")
                .asText();
        return bytes(HttpRequest.newBuilder(URI.create(link)));
    }

    /** Imports as a new app; answers its id. */
    String install(FakeEnvironment destination, byte[] zip) {
        String container = bap(destination, "generateResourceStorage", JSON.createObjectNode())
                .body()
                .path("sharedAccessSignature")
                .asText();
        String upload = container.replace("?", "/package.zip?");
        bytes(HttpRequest.newBuilder(URI.create(upload))
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zip)));
        ObjectNode link = JSON.createObjectNode();
        link.putObject("packageLink").put("value", upload);
        ObjectNode parameters = (ObjectNode) await(bap(destination, "listImportParameters", link));
        parameters.path("resources").forEach(node -> choose(destination, (ObjectNode) node));
        JsonNode valid = bap(destination, "validateImportPackage", parameters).body();
        JsonNode done = await(bap(destination, "importPackage", valid));
        for (JsonNode resource : done.path("resources")) {
            if (resource.path("type").asText().equals("Microsoft.PowerApps/apps")) {
                return resource.path("name").asText();
            }
        }
        throw new AssertionError("no app in " + done);
    }

    private static void choose(FakeEnvironment destination, ObjectNode resource) {
        boolean app = resource.path("type").asText().equals("Microsoft.PowerApps/apps");
        resource.put("selectedCreationType", app ? "New" : "Existing");
        String title = resource.at("/details/displayName").asText();
        if (resource.path("type").asText().equals("Microsoft.Flow/flows")) {
            destination.flows().stream()
                    .filter(f -> f.displayName().equals(title))
                    .forEach(f -> resource.put("id", f.resourceId()));
        } else if (resource.path("type").asText().endsWith("/connections")) {
            resource.set("id", resource.path("suggestedId"));
        } else if (!app && !resource.has("id")) {
            destination.customConnectors().stream()
                    .filter(c -> c.displayName().equals(title))
                    .forEach(c -> resource.put("id", c.id()));
        }
    }

    /** Writes the references into the draft under a lease, and publishes. */
    int finish(FakeApp arrived, FakeApp model) {
        String id = arrived.id();
        Reply lease = app("POST", id + "/acquireLease?forceLeaseAcquisition=false", JSON.createObjectNode());
        ObjectNode body = (ObjectNode) app("GET", id + "?$expand=unpublishedAppDefinition", JSON.createObjectNode())
                .body();
        ObjectNode properties = (ObjectNode) body.path("properties");
        JsonNode draft = properties.at("/unpublishedAppDefinition/properties/appUris");
        if (draft.isObject()) {
            properties.set("appUris", draft);
        }
        properties.put("lifeCycleId", "Draft");
        properties.set("connectionReferences", model.published().properties().path("connectionReferences"));
        Reply written = app("PUT", id, body);
        app("POST", id + "/releaseLease", lease.body());
        app("POST", id + "/publish", JSON.createObjectNode());
        return written.status();
    }

    String launched(FakeEnvironment environment, String app) {
        String address = fake.environmentHost(environment) + "/powerapps/apps/" + app + "/launch?api-version=2";
        for (int i = 0; i < 5; i++) {
            JsonNode details =
                    send("POST", address, JSON.createObjectNode()).body().path("listAppPackageOperationDetails");
            if (!details.path("packageStatus").asText().equals("InProgress")) {
                return details.path("packageStatus").asText()
                        + details.at("/error/message").asText();
            }
        }
        return "hangs";
    }

    byte[] bytes(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            boolean zipped =
                    response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            return zipped
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reply exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body = JSON.readTree(response.body());
            return new Reply(
                    response.statusCode(),
                    body == null || body.isMissingNode() ? JSON.createObjectNode() : body,
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token(String audience) {
        String form = "grant_type=password&client_id=c&username="
                + URLEncoder.encode(user.userPrincipalName(), StandardCharsets.UTF_8)
                + "&password=secret&scope=" + URLEncoder.encode(audience + "/.default", StandardCharsets.UTF_8);
        URI address = URI.create(fake.address() + "/login/" + user.tenant().id() + "/oauth2/v2.0/token");
        return exchange(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body()
                .path("access_token")
                .asText();
    }
}
