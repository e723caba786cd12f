package io.powermigrate.auth;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A port of this machine, reachable from this machine only, to which the browser comes back once. What comes without the
 * right state is not from the sign-in and changes nothing. Thread-safe.
 */
final class Loopback implements AutoCloseable {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>Signing in</title></head>"
            + "<body><p>You can close this window and go back to your program.</p></body></html>";

    private static final int LONGEST = 64 * 1024;

    private final LoopbackServer server;
    private final String state = Pkce.randomText();
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    private Loopback(Duration perRequest) {
        this.server = LoopbackServer.start(this::handle, perRequest);
    }

    static Loopback open() {
        return open(Duration.ofSeconds(10));
    }

    /** @param perRequest how long one request may take */
    static Loopback open(Duration perRequest) {
        return new Loopback(perRequest);
    }

    /** Where the browser comes back; Entra ID lets the port of a registered {@code http://localhost} be any. */
    URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    /** What must come back with the code. */
    String state() {
        return state;
    }

    /** The code that the browser brings. */
    String code(Duration patience, Attempt attempt) {
        Map<String, String> brought = brought(patience, attempt);
        String code = brought.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw Failures.of(
                    brought.getOrDefault("error", "no code"), brought.getOrDefault("error_description", ""), attempt);
        }
        return code;
    }

    private Map<String, String> brought(Duration patience, Attempt attempt) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw attempt.failed(
                    "the browser did not come back within " + patience.toSeconds() + " s",
                    attempt.filled(
                            "Run again; if the browser showed an error, check that http://localhost is a redirect"
                                    + " address of application {client} (platform \"Mobile and desktop applications\")"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw attempt.ended("the thread was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answer is only ever completed", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> fields = fields(brought(exchange));
            boolean ours = state.equals(fields.get("state"));
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(ours ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
            if (ours) {
                answer.complete(fields);
            }
        }
    }

    /** A posted form, so that the code stays out of the browser's history; or the query of a redirect. */
    private static String brought(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            return new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
