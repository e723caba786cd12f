package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends what public clients were seen to send, byte for byte (wire/clients.md): with the public host name in the Host
 * header, or with a prefix in place of the host.
 */
final class PublicClient {
    /** How the client reaches the fake. */
    enum Way {
        HOST,
        PREFIX
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PREFIXES = Map.of(
            "login.microsoftonline.com", "/login",
            "api.bap.microsoft.com", "/bap",
            "api.powerapps.com", "/powerapps",
            "api.flow.microsoft.com", "/flow",
            "api.powerbi.com", "/powerbi",
            "management.azure.com", "/arm",
            "api.powerplatform.com", "/pp");

    private final String authority;
    private final Way way;

    PublicClient(FakeService fake, Way way) {
        this.authority = fake.address().getAuthority();
        this.way = way;
    }

    record Answered(int status, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** The data calls of m365: these headers, in this order. */
    Answered m365(String method, String address, String token) {
        return send(
                method,
                address,
                List.of(
                        "accept: application/json",
                        "user-agent: NONISV|SharePointPnP|CLIMicrosoft365/11.11.0",
                        "authorization: Bearer " + token,
                        "accept-encoding: gzip, compress, deflate, br"),
                "");
    }

    /** A body of m365. */
    Answered m365(String method, String address, String token, String json) {
        return send(
                method,
                address,
                List.of(
                        "accept: application/json",
                        "content-type: application/json",
                        "authorization: Bearer " + token,
                        "content-length: " + json.getBytes(StandardCharsets.UTF_8).length),
                json);
    }

    /** A sign-in of MSAL Node: no discovery before it, and a query on the address of the token. */
    Answered signIn(String tenant, Map<String, String> form) {
        return form(tenant, "token", form);
    }

    /** A form to an endpoint of the sign-in. */
    Answered form(String tenant, String endpoint, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        return send(
                "POST",
                "https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/" + endpoint
                        + "?client-request-id=7cf1c4a0-46a9-4f6b-8d3f-0a4b5d1d3c11",
                List.of(
                        "content-type: application/x-www-form-urlencoded;charset=utf-8",
                        "x-client-sku: msal.js.node",
                        "content-length: " + body.length()),
                body.toString());
    }

    /** The token of a user for a scope, through password and refresh token as m365 gets it. */
    String token(FakeUser user, String scope) {
        JsonNode first = signIn(user.tenant().domain(), passwordForm(user, "https://graph.microsoft.com/.default"))
                .json();
        return signIn(
                        user.tenant().domain(),
                        refreshForm(first.path("refresh_token").asText(), scope))
                .json()
                .path("access_token")
                .asText();
    }

    static Map<String, String> passwordForm(FakeUser user, String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", "31359c7f-bd7e-475c-86db-fdb8c937548e");
        form.put("username", user.userPrincipalName());
        form.put("password", user.password());
        form.put("scope", scope + " openid profile offline_access");
        form.put("grant_type", "password");
        form.put("client_info", "1");
        return form;
    }

    static Map<String, String> refreshForm(String refreshToken, String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", "31359c7f-bd7e-475c-86db-fdb8c937548e");
        form.put("scope", scope + " openid profile offline_access");
        form.put("grant_type", "refresh_token");
        form.put("client_info", "1");
        form.put("x-client-SKU", "msal.js.node");
        form.put("x-client-VER", "3.6.0");
        form.put("x-client-OS", "linux");
        form.put("x-client-CPU", "x64");
        form.put("x-ms-lib-capability", "retry-after, h429");
        form.put("claims", "{\"access_token\":{\"xms_cc\":{\"values\":[\"CP1\"]}}}");
        form.put("refresh_token", refreshToken);
        return form;
    }

    /** Reads a pre-signed address: without any Authorization. */
    Answered anonymous(String address) {
        return send("GET", address, List.of("accept: application/json, text/plain, */*"), "");
    }

    /** Writes the request as it is given; a body's length is the caller's to say. */
    Answered send(String method, String address, List<String> headers, String body) {
        URI uri = URI.create(address.replace(" ", "%20").replace("'", "%27"));
        boolean own = uri.getAuthority().equals(authority);
        boolean byPrefix = own || way == Way.PREFIX;
        String prefix = own || !byPrefix ? "" : PREFIXES.getOrDefault(uri.getHost(), "/none");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder request = new StringBuilder(method + " " + prefix + uri.getRawPath() + query + " HTTP/1.1\r\n");
        request.append("host: ").append(byPrefix ? authority : uri.getHost()).append("\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        request.append("connection: close\r\n\r\n").append(body);
        return exchange(request.toString());
    }

    private Answered exchange(String request) {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create("http://" + authority).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return parsed(socket.getInputStream().readAllBytes());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Answered parsed(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("The fake gave no whole answer: \"" + text + "\".");
        }
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        Map<String, String> headers = new LinkedHashMap<>();
        lines.stream().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(answer, end + 4, answer.length - end - 4);
        return new Answered(Integer.parseInt(lines.get(0).split(" ")[1]), headers, body.toByteArray());
    }
}
