package io.powermigrate.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One sending: its sealed head, its deadline, and whether anything of it has left. For one thread; ended by its owner. */
final class Exchange implements AutoCloseable {

    /** What a socket and a proxy may hold of an upload that was written but not sent yet. */
    private static final long IN_FLIGHT = 4 << 20;

    private static final String KEY = Exchange.class.getName();

    private final SealedHead head;
    private final HttpUriRequestBase request;
    private final Deadline deadline;
    private final Duration time;
    private final Duration most;
    private final ProxySettings proxy;
    private volatile boolean begun;

    private Exchange(
            Call call, SealedHead head, Duration time, HttpSettings settings, ScheduledThreadPoolExecutor thread) {
        long rate = settings.answers().leastPerSecond();
        this.head = head;
        this.proxy = settings.proxy();
        this.time = time;
        this.most = time.plusMillis(Math.min(IN_FLIGHT, call.body().length()) * 1_000 / rate);
        this.request = head.sealed();
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(time))
                .setResponseTimeout(Timeout.of(most))
                // a 401 is answered above this layer
                .setAuthenticationEnabled(false)
                .build());
        Duration toConnect = time.plus(settings.connectTimeout());
        this.deadline = Deadline.begin(thread, toConnect, rate, request::cancel);
    }

    /** Begins to count the time to get a connection; from the first byte of the request on it is the time to the answer. */
    static Exchange begin(
            Call call,
            @Nullable AccessToken token,
            Duration time,
            HttpSettings settings,
            ScheduledThreadPoolExecutor thread) {
        return new Exchange(call, new SealedHead(call, token), time, settings, thread);
    }

    HttpUriRequestBase request() {
        return request;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The time to the answer. */
    Duration time() {
        return time;
    }

    /** Whether the service may have got any of it. */
    boolean hasBegun() {
        return begun;
    }

    /** Drops the connection, and with it whatever else would come: closing it in good order would read all of that. */
    void drop() {
        request.cancel();
    }

    /** The request for a tunnel, with the sign-in to the proxy, which no layer above has seen. */
    private ClassicHttpRequest connecting(ClassicHttpRequest request) {
        Optional<String> authorization = proxy.authorization();
        if (authorization.isEmpty()) {
            return request;
        }
        ClassicHttpRequest signed = ClassicRequestBuilder.copy(request).build();
        signed.setHeader("Proxy-Authorization", authorization.get());
        return signed;
    }

    HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(KEY, this);
        return context;
    }

    @Override
    public void close() {
        deadline.close();
    }

    /** The last step above the connection: opens the head there, so that no layer above has seen it. */
    static final class Opener extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            if (!(context.getAttribute(KEY) instanceof Exchange exchange)) {
                return super.execute(request, connection, informed, context);
            }
            if (Method.CONNECT.isSame(request.getMethod())) {
                return tunnel(connected(exchange.connecting(request), connection, context), connection);
            }
            exchange.begun = true;
            exchange.deadline.restart(exchange.time, exchange.most);
            return super.execute(exchange.head.opened(request), connection, informed, context);
        }

        private ClassicHttpResponse connected(
                ClassicHttpRequest request, HttpClientConnection connection, HttpContext context) throws IOException {
            try {
                return super.execute(request, connection, null, context);
            } catch (HttpException | IOException e) {
                throw ProxyAnswer.none(e);
            }
        }

        /** The service speaks only when it is asked: what is there before was put in by somebody on the way. */
        private static ClassicHttpResponse tunnel(ClassicHttpResponse answer, HttpClientConnection connection)
                throws IOException {
            if (answer.getCode() != 200) {
                throw ProxyAnswer.of(answer);
            }
            if (connection.isDataAvailable(Timeout.ofMilliseconds(1))) {
                throw ProxyAnswer.ahead();
            }
            return answer;
        }
    }
}
