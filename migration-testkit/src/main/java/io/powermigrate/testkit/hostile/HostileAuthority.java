package io.powermigrate.testkit.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A sign-in service that answers requests for tokens as a test wants: with tokens of another tenant or user, with refusals
 * in any order, with answers that are none. What it says of itself and of device codes is as it should be, but for what is
 * set. It checks nothing. On this machine only. Thread-safe; close it when the test ends.
 *
 * <pre>{@code
 * try (HostileAuthority authority = HostileAuthority.of(tenantId)) {
 *     authority.answers(HostileAuthority.Said.of(201, "{\"access_token\":\"secret\"}"));
 *     assertThatThrownBy(() -> credential.token(TokenRequest.of(authority.address(), "contoso.com", audience)))
 *             .hasMessageContaining("status 201");
 * }
 * }</pre>
 */
public final class HostileAuthority implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Said> next = new ConcurrentLinkedQueue<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile Said last = Said.refusal("server_error", "nothing was set");
    private volatile String tenantId;
    private volatile int interval = 5;

    /**
     * One answer to a request for a token.
     *
     * @param status of HTTP
     * @param body of any kind; told to be JSON
     */
    public record Said(int status, String body) {

        /** Anything. */
        public static Said of(int status, String body) {
            return new Said(status, body);
        }

        /** A refusal as OAuth 2.0 has it. */
        public static Said refusal(String error, String description) {
            return new Said(400, json(Map.of("error", error, "error_description", description)));
        }

        /** A token for an hour, with a refresh token, as of a user. */
        public static Said token(String tenantId, String userId, String userName, String audience) {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("aud", audience);
            claims.put("tid", tenantId);
            claims.put("oid", userId);
            claims.put("upn", userName);
            claims.put("preferred_username", userName);
            claims.put("sub", userId);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("token_type", "Bearer");
            answer.put("expires_in", 3600);
            answer.put("access_token", jwt(claims));
            answer.put("id_token", jwt(claims));
            answer.put("refresh_token", "refresh-" + userId);
            answer.put("client_info", encoded(json(Map.of("uid", userId, "utid", tenantId))));
            return new Said(200, json(answer));
        }
    }

    private HostileAuthority(HttpServer server, String tenantId) {
        this.server = server;
        this.tenantId = tenantId;
    }

    /** A sign-in service that says of every domain that it is of this tenant. */
    public static HostileAuthority of(String tenantId) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HostileAuthority authority = new HostileAuthority(server, tenantId);
            server.createContext("/", authority::handle);
            server.setExecutor(authority.threads);
            server.start();
            return authority;
        } catch (IOException failed) {
            throw new IllegalStateException("No port of this machine is free. Close other servers.", failed);
        }
    }

    /** Its address, for the authority of a cloud or of a request. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests for a token get these answers, in this order; the last one stays. */
    public HostileAuthority answers(Said... answers) {
        next.addAll(List.of(answers));
        return this;
    }

    /** Says from now on that every domain is of another tenant. */
    public HostileAuthority tenantId(String other) {
        tenantId = other;
        return this;
    }

    /** How many seconds a client must wait between two questions about a device code. */
    public HostileAuthority interval(int seconds) {
        interval = seconds;
        return this;
    }

    /** The forms of all requests for tokens, in their order. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Said said = said(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Said said(String path, String form) {
        if (path.endsWith("/openid-configuration")) {
            return Said.of(200, json(Map.of("issuer", address() + "/" + tenantId + "/v2.0")));
        }
        if (path.endsWith("/devicecode")) {
            return Said.of(
                    200,
                    json(Map.of(
                            "user_code",
                            "ABCD-EFGH",
                            "device_code",
                            "device-code-of-a-test",
                            "verification_uri",
                            address() + "/device",
                            "expires_in",
                            900,
                            "interval",
                            interval,
                            "message",
                            "Enter the code ABCD-EFGH.")));
        }
        if (!path.endsWith("/token")) {
            return Said.of(404, "{}");
        }
        asked.add(fields(form));
        Said now = next.poll();
        last = now == null ? last : now;
        return last;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String jwt(Map<String, Object> claims) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(json(claims)) + "." + encoded("signature");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts and numbers only. */
    private static String json(Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":"
                        + (member.getValue() instanceof Number number
                                ? number.toString()
                                : quoted("" + member.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        String plain = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        return "\"" + plain + "\"";
    }

    /** Stops to listen. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
