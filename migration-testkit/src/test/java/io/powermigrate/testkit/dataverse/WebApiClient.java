package io.powermigrate.testkit.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A Dataverse and a client of it that knows nothing but HTTP. */
final class WebApiClient implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PASSWORD = "correct horse";

    final FakeService fake;
    final FakeTenant contoso;
    final FakeUser ada;
    final FakeUser bob;
    final FakeEnvironment dev;
    final FakeDataverse orders;
    final String base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;

    WebApiClient() {
        this(Dialects.standard());
    }

    WebApiClient(Dialects dialects) {
        fake = FakeService.start(Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC), dialects);
        contoso = fake.tenant("contoso.onmicrosoft.com");
        ada = contoso.user("ada@contoso.com", PASSWORD);
        bob = contoso.user("bob@contoso.com", PASSWORD);
        dev = contoso.environment("Contoso Dev").dataverse("contosodev");
        orders = dev.organisation();
        base = fake.address() + "/orgs/contosodev/api/data/v9.2/";
        token = token(ada, fake.address() + "/orgs/contosodev");
    }

    record Reply(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            try {
                return response.body().length == 0 ? MissingNode.getInstance() : MAPPER.readTree(response.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() {
            return json().path("error").path("code").asText("no code");
        }

        /** The text at a JSON pointer. */
        String at(String pointer) {
            return json().at(pointer).asText();
        }

        /** The id in the last parentheses of OData-EntityId. */
        String id() {
            String address = header("OData-EntityId");
            return address.substring(address.lastIndexOf('(') + 1, address.lastIndexOf(')'));
        }
    }

    private String token(String grant, String audience) {
        String form = grant + "&scope=" + URLEncoder.encode(audience + "/.default", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(fake.address() + "/login/contoso.onmicrosoft.com/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return sent(request).json().path("access_token").asText();
    }

    private String token(FakeUser user, String audience) {
        return token(
                "grant_type=password&client_id=tool&username=" + user.userPrincipalName() + "&password=" + PASSWORD,
                audience);
    }

    void signIn(FakeApplication application) {
        token = token(
                "grant_type=client_credentials&client_id=" + application.clientId() + "&client_secret="
                        + application.secret(),
                fake.address() + "/orgs/contosodev");
    }

    void signIn(FakeUser user, String audience) {
        token = token(user, audience);
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String json, String... headers) {
        return send("POST", path, json.replace('`', '"'), headers);
    }

    Reply patch(String path, String json, String... headers) {
        return send("PATCH", path, json.replace('`', '"'), headers);
    }

    Reply put(String path, String json, String... headers) {
        return send("PUT", path, json.replace('`', '"'), headers);
    }

    Reply delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    Reply batch(String boundary, String body, String... headers) {
        HttpRequest.Builder request = builder("$batch", headers)
                .header("Content-Type", "multipart/mixed; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('`', '"').replace("\n", "\r\n")));
        return sent(request.build());
    }

    /** As Olingo sends it: without a length. */
    Reply chunked(String path, String json) {
        byte[] bytes = json.replace('`', '"').getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = builder(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        return sent(request.build());
    }

    private Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = builder(path, headers)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json; charset=utf-8");
        }
        return sent(request.build());
    }

    private HttpRequest.Builder builder(String path, String... headers) {
        String address = (path.startsWith("http") ? path : base + path)
                .replace(" ", "%20")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("[", "%5B")
                .replace("]", "%5D");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("OData-Version", "4.0")
                .header("OData-MaxVersion", "4.0");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String row(String set, Map<String, ?> values) {
        return orders.row(set, values).id();
    }

    @Override
    public void close() {
        fake.close();
    }
}
