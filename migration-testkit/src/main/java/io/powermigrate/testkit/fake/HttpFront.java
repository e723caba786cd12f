package io.powermigrate.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** One port of the fake, of this machine only: turns requests into calls and replies into responses. Thread-safe. */
final class HttpFront {
    private static final int CONNECTIONS = 128;

    private final String scheme;
    private final HttpServer server;
    private final Dispatcher dispatcher;

    private HttpFront(Dispatcher dispatcher, int port, @Nullable SSLContext tls) {
        this.scheme = tls == null ? "http" : "https";
        this.dispatcher = dispatcher;
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(port)
                .setSslContext(tls)
                .setServerSocketFactory(new BoundedSockets(CONNECTIONS))
                .setSocketConfig(SocketConfig.custom()
                        .setSoTimeout(30, TimeUnit.SECONDS)
                        .setTcpNoDelay(true)
                        .build())
                .setRequestRouter((request, context) -> (asked, response, about) -> handle(asked, response))
                .create();
    }

    /** Starts to listen on that port, or on any free one for 0; with TLS where a context is given. */
    static HttpFront start(Dispatcher dispatcher, int port, @Nullable SSLContext tls) {
        HttpFront front = new HttpFront(dispatcher, port, tls);
        try {
            front.server.start();
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "The fake did not start to listen on port " + port + " of this machine: " + failed.getMessage()
                            + ". Choose a free port, or 0 for any.",
                    failed);
        }
        return front;
    }

    int port() {
        return server.getLocalPort();
    }

    void stop() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        Optional<Call> call = ReceivedCall.of(scheme, request);
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
                        + ". Use a public host name, or one of the prefixes " + Service.prefixes() + ".");
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
}
