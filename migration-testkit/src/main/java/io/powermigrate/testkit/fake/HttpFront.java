package io.powermigrate.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;

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
        Optional<Call> call = ReceivedCall.of(request);
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
}
