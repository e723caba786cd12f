package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.powermigrate.testkit.fake.internal.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A client that knows nothing but HTTP, so that what it meets is what the fake does. */
final class NaiveClient {
    static final String POWER_APPS = "https://service.powerapps.com//.default";
    static final String PLATFORM = "https://api.powerplatform.com/.default";
    static final String ARM = "https://management.azure.com/.default";
    static final String POWER_BI = "https://analysis.windows.net/powerbi/api/.default";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    NaiveClient(FakeService fake) {
        this.base = fake.address().toString();
    }

    record Reply(int status, Map<String, List<String>> headers, byte[] body) {
        JsonNode json() {
            try {
                return body.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        /** The body, unpacked where it came packed. */
        byte[] unpacked() {
            if (header("Content-Encoding").filter("gzip"::equals).isEmpty()) {
                return body;
            }
            try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return packed.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String errorCode() {
            return json().path("error").path("code").asText();
        }

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst();
        }
    }

    /** A user's token for that scope. */
    String userToken(FakeUser user, String password, String scope) {
        return form(
                        "/login/" + user.tenant().domain() + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                user.userPrincipalName(),
                                "password",
                                password,
                                "client_id",
                                "tool",
                                "scope",
                                scope + " openid profile offline_access"))
                .json()
                .path("access_token")
                .asText();
    }

    String applicationToken(FakeTenant tenant, String clientId, String secret, String scope) {
        return form(
                        "/login/" + tenant.id() + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", clientId,
                                "client_secret", secret,
                                "scope", scope))
                .json()
                .path("access_token")
                .asText();
    }

    Reply form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    Reply get(String pathOrAddress, String token) {
        return send("GET", pathOrAddress, bearer(token), new byte[0]);
    }

    Reply get(String pathOrAddress) {
        return send("GET", pathOrAddress, Map.of(), new byte[0]);
    }

    Reply post(String pathOrAddress, String token, String json) {
        Map<String, String> headers = new LinkedHashMap<>(bearer(token));
        headers.put("Content-Type", "application/json");
        return send("POST", pathOrAddress, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    Reply put(String pathOrAddress, Map<String, String> headers, byte[] body) {
        return send("PUT", pathOrAddress, headers, body);
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    Reply send(String method, String pathOrAddress, Map<String, String> headers, byte[] body) {
        String address = (pathOrAddress.startsWith("/") ? base + pathOrAddress : pathOrAddress)
                .replace(" ", "%20")
                .replace("'", "%27");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
