package io.powermigrate.testkit.fake.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpFilterChain;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** One port of the fake, of this machine only: turns requests into calls and replies into responses. Thread-safe. */
public final class HttpFront {
    /** So many threads at most; {@link BoundedSockets} says what happens beyond. */
    private static final int CONNECTIONS = 128;

    private final String scheme;
    private final HttpServer server;
    private final Function<Call, Reply> replies;

    private HttpFront(Function<Call, Reply> replies, int port, @Nullable SSLContext tls) {
        this.scheme = tls == null ? "http" : "https";
        this.replies = replies;
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(port)
                .setSslContext(tls)
                .setServerSocketFactory(new BoundedSockets(CONNECTIONS))
                .setSocketConfig(SocketConfig.custom()
                        .setSoTimeout(30, TimeUnit.SECONDS)
                        .setTcpNoDelay(true)
                        .build())
                .setRequestRouter(
                        (request, context) -> (asked, response, about) -> response.setCode(501)) // never reached
                .addFilterLast("FAKE", (request, trigger, context, chain) -> handle(request, trigger))
                .create();
    }

    /** Starts to listen on that port, or on any free one for 0; with TLS where a context is given. */
    static HttpFront start(Function<Call, Reply> replies, int port, @Nullable SSLContext tls) {
        HttpFront front = new HttpFront(replies, port, tls);
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

    public int port() {
        return server.getLocalPort();
    }

    void stop() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void handle(ClassicHttpRequest request, HttpFilterChain.ResponseTrigger trigger)
            throws IOException, HttpException {
        Reply reply = ReceivedCall.of(scheme, request)
                .map(replies)
                .orElseGet(() -> new Reply(noService(request), Disruption.Delivery.WHOLE));
        if (reply.delivery() == Disruption.Delivery.DROPPED) {
            throw new ConnectionClosedException("the test asked for it");
        }
        if (reply.delivery() == Disruption.Delivery.ENDLESS_HEAD) {
            continueWithoutEnd(trigger);
        }
        trigger.submitResponse(response(reply));
    }

    /** Ends when the client or the fake closes the connection. */
    private static void continueWithoutEnd(HttpFilterChain.ResponseTrigger trigger) throws IOException, HttpException {
        Latency pause = new Latency();
        pause.set(Duration.ofMillis(50));
        while (!Thread.currentThread().isInterrupted()) {
            trigger.sendInformation(new BasicClassicHttpResponse(100));
            pause.pass();
        }
    }

    private static Answer noService(ClassicHttpRequest request) {
        return Answer.error(
                501,
                "FakeHasNoService",
                "The fake plays no host for " + request.getAuthority() + " " + request.getPath()
                        + ". Use a public host name, or one of the prefixes " + Service.prefixes() + ".");
    }

    private static ClassicHttpResponse response(Reply reply) {
        Answer answer = reply.answer();
        ClassicHttpResponse response = new BasicClassicHttpResponse(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() != 204 && answer.status() != 304) {
            response.setEntity(new FaultyBody(answer.body(), answer.mediaType(), reply.delivery()));
        }
        return response;
    }
}
