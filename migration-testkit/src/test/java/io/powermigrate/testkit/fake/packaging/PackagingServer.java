package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The packaging half on a port of its own: blobs, environments and tokens are as plain as they can be. */
final class PackagingServer implements AutoCloseable {
    static {
        // before the first use, else each answer waits 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    final Map<String, ObjectNode> connectors = new ConcurrentHashMap<>();
    final Map<String, List<String>> connections = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> flows = new ConcurrentHashMap<>();
    final MemoryEnvironment origin = new MemoryEnvironment("origin", holdings());
    final MemoryEnvironment destination = new MemoryEnvironment("destination", holdings());
    final Packaging packaging;

    PackagingServer(Variant... variants) throws IOException {
        Storage storage = new Storage(
                (environment, file) -> store(file.name(), file.bytes()),
                this::find,
                environment -> "blob:/blob/c" + count.incrementAndGet() + "?sig=x");
        Places places = new Places(
                id -> environments().filter(e -> e.id().equals(id)).findFirst(),
                app -> environments().filter(e -> e.app(app).isPresent()).findFirst());
        Clock clock = Clock.fixed(Documents.SAVED, ZoneOffset.UTC);
        packaging = new Packaging(clock, storage, places, new Settings(Set.of(variants), 1));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private Stream<AppEnvironment> environments() {
        return Stream.of(origin, destination);
    }

    MemoryEnvironment.MemoryApp add(byte[] msapp) throws IOException {
        Caller ada = new Caller("ada", "Ada", false, "");
        return origin.create(ada, Packaging.versionOf(msapp, store("document.msapp", msapp)));
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Holdings holdings() {
        return new Holdings(
                name -> Optional.ofNullable(connectors.get(name)),
                name -> connections.getOrDefault(name, List.of()),
                name -> Optional.ofNullable(flows.get(name)),
                properties -> {
                    String name = "flow-" + count.incrementAndGet();
                    flows.put(name, properties);
                    return name;
                });
    }

    private String store(String name, byte[] bytes) {
        String path = "/blob/b" + count.incrementAndGet() + "/" + name;
        blobs.put(path, bytes);
        return "blob:" + path + "?sig=x";
    }

    private Optional<byte[]> find(String address) {
        return blobs.entrySet().stream()
                .filter(e -> Storage.plain(address).endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/blob/")) {
            blob(exchange, path, body);
            return;
        }
        String[] token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "")
                .split("\\|");
        Caller caller = new Caller(token[0], token[0], token[0].startsWith("app"), token[1]);
        Call call = new Call(exchange.getRequestMethod(), path, query(exchange), body, caller);
        Answer answer = packaging.answer(call).orElseThrow();
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders()
                .set(name, name.equals("Location") ? base() + value : value));
        String text = answer.body().toString().replace("\"blob:", "\"" + base());
        send(exchange, answer.status(), text.getBytes(StandardCharsets.UTF_8));
    }

    private void blob(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            blobs.put(path, body);
            send(exchange, 201, new byte[0]);
        } else {
            byte[] found = blobs.get(path);
            send(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> options = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            options.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return options;
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    static List<String> list(String... names) {
        return new ArrayList<>(List.of(names));
    }
}
