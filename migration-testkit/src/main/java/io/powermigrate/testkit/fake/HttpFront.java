package io.powermigrate.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;

/** The HTTP side of the fake: turns requests into calls and replies into responses. Thread-safe. */
final class HttpFront {
    private static final int CONNECTIONS = 128;

    private final HttpServer server;
    private final Dispatcher dispatcher;

    private HttpFront(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(0)
                .setServerSocketFactory(new BoundedSockets(CONNECTIONS))
                .setSocketConfig(SocketConfig.custom()
                        .setSoTimeout(30, TimeUnit.SECONDS)
                        .setTcpNoDelay(true)
                        .build())
                .setRequestRouter((request, context) -> (asked, response, about) -> handle(asked, response))
                .create();
    }

    static HttpFront start(Dispatcher dispatcher) {
        HttpFront front = new HttpFront(dispatcher);
        try {
            front.server.start();
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "The fake did not start to listen on this machine: " + failed.getMessage()
                            + ". Allow the test to open a local port.",
                    failed);
        }
        return front;
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    void stop() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        Optional<Call> call = call(request);
        if (call.isEmpty()) {
            write(response, new Dispatcher.Reply(noService(request), Fault.Delivery.WHOLE));
            return;
        }
        write(response, dispatcher.reply(call.get()));
    }

    private static Answer noService(ClassicHttpRequest request) {
        return Answer.error(
                501,
                "FakeHasNoService",
                "The fake plays no host for " + request.getAuthority() + " " + request.getPath()
                        + ". Use a public host name, or one of the prefixes /login, /bap, /powerapps, /flow, "
                        + "/powerbi, /arm, /blob, /pp, /envhost.");
    }

    private static void write(ClassicHttpResponse response, Dispatcher.Reply reply) throws IOException {
        if (reply.delivery() == Fault.Delivery.DROPPED) {
            throw new ConnectionClosedException("the test asked for it");
        }
        Answer answer = reply.answer();
        response.setCode(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() != 204 && answer.status() != 304) {
            response.setEntity(new FaultyBody(answer.body(), answer.mediaType(), reply.delivery()));
        }
    }

    private static Optional<Call> call(ClassicHttpRequest request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        URIAuthority authority = request.getAuthority();
        String host = headers.getOrDefault(
                "x-forwarded-host", authority == null ? headers.getOrDefault("host", "") : authority.toString());
        Origin origin = Origin.of(headers.getOrDefault("x-forwarded-proto", "http"), host);
        String target = request.getPath() == null ? "/" : request.getPath();
        int question = target.indexOf('?');
        String rawPath = question < 0 ? target : target.substring(0, question);
        String rawQuery = question < 0 ? "" : target.substring(question + 1);
        HttpEntity entity = request.getEntity();
        byte[] body = entity == null ? new byte[0] : bytes(entity);
        return call(request.getMethod(), rawPath, rawQuery, headers, body, origin);
    }

    private static byte[] bytes(HttpEntity entity) throws IOException {
        byte[] bytes = EntityUtils.toByteArray(entity);
        return bytes == null ? new byte[0] : bytes;
    }

    private static Optional<Call> call(
            String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body, Origin origin) {
        List<String> path = new ArrayList<>();
        Route.segments(rawPath)
                .forEach(segment ->
                        // a plus in a path is a plus
                        path.add(Call.decode(segment.replace("+", "%2B"))));
        Optional<Service> service = Service.all().stream()
                .filter(each -> origin.publicHost()
                        .map(each::servesHost)
                        .orElse(!path.isEmpty() && path.get(0).equalsIgnoreCase(each.prefix())))
                .findFirst();
        return service.map(each -> {
            String ownPath = rawPath;
            if (origin.publicHost().isEmpty()) {
                path.remove(0);
                ownPath = rawPath.substring(rawPath.indexOf('/', 1) < 0 ? rawPath.length() : rawPath.indexOf('/', 1));
            } else if (each == Service.ENVHOST) {
                path.add(0, origin.publicHost().get().replace("." + each.publicHost(), ""));
            }
            return new Call(
                    each, method, List.copyOf(path), ownPath, rawQuery, headers, body, origin, Map.of(), Caller.NOBODY);
        });
    }
}
