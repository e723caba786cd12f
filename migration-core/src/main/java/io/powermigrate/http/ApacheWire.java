package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient: sends one call once, within its deadline and its limits. Whatever goes wrong drops the connection.
 * Nothing of Apache leaves this class and those beneath it. Thread-safe.
 */
final class ApacheWire implements AutoCloseable {

    /** What came back from one sending: the read value of a success, or a refusal with its body in the reply. */
    record Answer<T>(Reply reply, Optional<T> value) {}

    private final HttpSettings settings;
    private final CloseableHttpClient client;
    private final AnswerReading reading = new AnswerReading();
    private final ScheduledThreadPoolExecutor deadlines = Deadline.thread();
    private volatile boolean closed;

    ApacheWire(HttpSettings settings) {
        this.settings = settings;
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setRequestExecutor(new Exchange.Opener())
                .setRoutePlanner(new ProxyRoutes(settings.proxy()))
                .setUserAgent(settings.userAgent())
                // redirects would carry the bearer along, repeats and cookies are decided above this layer
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching();
        client = builder.build();
    }

    /**
     * Sends a call; a success is read by the reader as a stream, anything else comes back with its body.
     *
     * @param atMost the time to the answer where the call has none that is shorter
     */
    <T> Answer<T> streamed(Call call, @Nullable AccessToken token, BodyReader<T> reader, Duration atMost)
            throws WireFailure {
        AnswerBody.Bound bound = new AnswerBody.Bound(settings.answers().streamed(), "streamed", true);
        return exchange(call, token, atMost, bound, reader::read);
    }

    /** Sends a call and reads its whole answer; as {@link #streamed}. */
    Answer<Reply> whole(Call call, @Nullable AccessToken token, Duration atMost) throws WireFailure {
        AnswerBody.Bound bound = new AnswerBody.Bound(settings.answers().whole(), "whole", false);
        return exchange(call, token, atMost, bound, reading::whole);
    }

    boolean isClosed() {
        return closed;
    }

    /** What is done with the body of a success. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Reply head, AnswerBody body) throws IOException;
    }

    private <T> Answer<T> exchange(
            Call call, @Nullable AccessToken token, Duration atMost, AnswerBody.Bound bound, Use<T> use)
            throws WireFailure {
        Duration wanted = call.deadline().isZero() ? settings.answerTimeout() : call.deadline();
        Duration time = wanted.compareTo(atMost) > 0 ? atMost : wanted;
        try (Exchange exchange = Exchange.begin(call, token, time, settings, deadlines)) {
            return answer(call, exchange, bound, use);
        } catch (RejectedExecutionException e) {
            throw WireFailure.closed(false);
        }
    }

    private <T> Answer<T> answer(Call call, Exchange exchange, AnswerBody.Bound bound, Use<T> use) throws WireFailure {
        try (InputStream content = opened(call)) {
            if (!call.body().isNone()) {
                exchange.request().setEntity(new Upload(call.body(), content, exchange.deadline()));
            }
            ClassicHttpResponse response = executed(exchange);
            try {
                if (!exchange.hasBegun()) {
                    throw ProxyAnswer.of(response); // by no way known, and never a service's answer
                }
                return read(call, exchange, response, bound, use);
            } finally {
                Closer.closeQuietly(response);
            }
        } catch (Upload.Unreadable e) {
            throw unreadable(call, e);
        } catch (IOException e) {
            throw closed
                    ? WireFailure.closed(exchange.hasBegun())
                    : WireFailure.of(call, exchange, e, settings.proxy());
        }
    }

    private ClassicHttpResponse executed(Exchange exchange) throws IOException {
        try {
            return client.executeOpen(null, exchange.request(), exchange.context());
        } catch (IllegalStateException e) {
            // closed or cancelled between two of its steps
            throw new IOException(e);
        }
    }

    private static InputStream opened(Call call) {
        try {
            return call.body().open();
        } catch (IOException e) {
            throw unreadable(call, e);
        }
    }

    private static MigrationException unreadable(Call call, IOException e) {
        return new MigrationException(
                call + " was not done because its body could not be read: " + e.getMessage(),
                "Check that the file is there and readable, and that nobody changes it",
                e);
    }

    private static <T> Answer<T> read(
            Call call, Exchange exchange, ClassicHttpResponse response, AnswerBody.Bound bound, Use<T> use)
            throws IOException {
        HttpEntity entity = response.getEntity();
        AnswerBody body = new AnswerBody(
                entity == null ? InputStream.nullInputStream() : entity.getContent(), exchange.deadline(), bound);
        try {
            Reply head = Reply.head(call.uri(), response.getCode(), headers(response));
            if (!head.isSuccess()) {
                return new Answer<>(AnswerReading.words(head, body), Optional.empty());
            }
            return new Answer<>(head, Optional.of(used(head, body, use)));
        } finally {
            if (!body.hasEnded()) {
                // before it is closed: closing in good order would read the rest, however long that is
                exchange.drop();
            }
        }
    }

    private static Headers headers(ClassicHttpResponse response) {
        Headers headers = Headers.none();
        for (Header header : response.getHeaders()) {
            headers = headers.and(header.getName(), header.getValue());
        }
        return headers;
    }

    private static <T> T used(Reply head, AnswerBody body, Use<T> use) throws IOException {
        try {
            T value = use.of(head, body);
            body.drain();
            return value;
        } catch (IOException | RuntimeException e) {
            IOException broken = body.failure();
            if (broken != null) {
                throw broken;
            }
            if (e instanceof AnswerReading.Broken || e instanceof AnswerReading.Unusable) {
                throw e;
            }
            // the reader's own trouble, such as a full disk: sending again would not help
            if (e instanceof IOException own) {
                throw new UncheckedIOException(own);
            }
            throw e;
        }
    }

    private static PoolingHttpClientConnectionManager connections(HttpSettings settings) {
        AtomicLong number = new AtomicLong();
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new QuietConnection("connection-" + number.incrementAndGet()));
        return builder.setTlsSocketStrategy(tls(settings))
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.answerTimeout()))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        // always: a call that must be sent once must not meet a connection that is closed already
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    /**
     * The names in a certificate are checked twice, by the trust manager and here: a trust manager of the caller's may ask
     * the one it wraps without telling the host, and would let a certificate of any host pass.
     */
    private static DefaultClientTlsStrategy tls(HttpSettings settings) {
        SSLContext context = settings.tls().orElseGet(SSLContexts::createSystemDefault);
        return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier());
    }

    /** At once: what is in flight ends with an error. */
    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    /** Sends each call through the proxy that the settings name for its host. */
    private static final class ProxyRoutes extends DefaultRoutePlanner {

        private final ProxySettings settings;

        ProxyRoutes(ProxySettings settings) {
            super(DefaultSchemePortResolver.INSTANCE);
            this.settings = settings;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return settings.of(URI.create(target.toURI())).map(HttpHost::create).orElse(null);
        }
    }
}
