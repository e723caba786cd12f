package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A small client of the tests' own: it knows the paths and nothing of the facts. */
final class NaiveClient {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PA = "/providers/Microsoft.PowerApps/apps";
    private static final String BAP = "/providers/Microsoft.BusinessAppPlatform/environments/";

    private final String base;
    private final String token;

    NaiveClient(PackagingServer server, String user, String audience) {
        base = server.base();
        token = user + "|" + audience;
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : base + address))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> response = exchange(request);
        try {
            JsonNode json = JSON.readTree(response.body());
            return new Reply(
                    response.statusCode(),
                    json == null ? JSON.missingNode() : json,
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] download(String address) {
        return exchange(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }

    /** Uploads a package into new storage and answers its address. */
    String upload(byte[] zip) {
        String container = bap("destination", "generateResourceStorage", "")
                .body()
                .path("sharedAccessSignature")
                .asText();
        String address = container.replace("?", "/package.zip?");
        exchange(HttpRequest.newBuilder(URI.create(address))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build());
        return address;
    }

    Reply bap(String environment, String verb, String body) {
        return send("POST", BAP + environment + "/" + verb + "?api-version=2016-11-01", body);
    }

    Reply app(String method, String path, String body) {
        String version =
                path.contains("api-version") ? "" : (path.contains("?") ? "&" : "?") + "api-version=2017-05-01";
        return send(method, PA + path + version, body);
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
    byte[] export(String environment, AppState app) {
        String id = "\"" + Ids.app(app.name()) + "\"";
        Reply listed = bap(environment, "listPackageResources", "{\"baseResourceIds\":[" + id + "]}");
        Reply started = bap(
                environment,
                "exportPackage",
                "{\"includedResourceIds\":[" + id + "],\"details\":{\"displayName\":\"P\"},\"resources\":"
                        + listed.body().path("resources") + "}");
        return download(await(started).at("/packageLink/value").asText());
    }

    /** What listImportParameters says in the end. */
    ObjectNode parameters(byte[] zip) {
        Reply started =
                bap("destination", "listImportParameters", "{\"packageLink\":{\"value\":\"" + upload(zip) + "\"}}");
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
    JsonNode install(byte[] zip) {
        Reply started = bap(
                "destination", "importPackage", chosen(parameters(zip), "New").toString());
        return started.status() == 202
                ? await(started)
                : JSON.createObjectNode().put("status", started.met());
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
