package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient: sends one call once. Nothing of Apache leaves this class. Thread-safe. */
final class ApacheWire implements AutoCloseable {

    private final HttpSettings settings;
    private final CloseableHttpClient client;

    ApacheWire(HttpSettings settings) {
        this.settings = settings;
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setUserAgent(settings.userAgent())
                // redirects would carry the bearer along, repeats and cookies are decided above this layer
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching();
        settings.proxy().map(HttpHost::create).ifPresent(builder::setProxy);
        client = builder.build();
    }

    /** Sends a call; a success is read by the reader, anything else comes back with its body. */
    <T> Answer<T> exchange(Call call, @Nullable AccessToken token, BodyReader<T> reader) throws WireFailure {
        HttpUriRequestBase request = request(call, token);
        try (InputStream content = opened(call)) {
            if (!call.body().isNone()) {
                request.setEntity(entity(call.body(), content));
            }
            try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
                return read(call, response, reader);
            }
        } catch (IOException e) {
            throw failure(call, e);
        }
    }

    private static InputStream opened(Call call) {
        try {
            return call.body().open();
        } catch (IOException e) {
            throw new MigrationException(
                    call + " was not sent because its body could not be read: " + e.getMessage(),
                    "Check that the file is there and readable",
                    e);
        }
    }

    /** The whole body of an answer as a reply. */
    Reply buffered(Call call, Reply head, InputStream body) throws IOException {
        Instant latest = settings.clock().instant().plus(patience(call));
        return AnswerReading.buffered(head, AnswerReading.bytes(body, settings.clock(), latest));
    }

    private <T> Answer<T> read(Call call, ClassicHttpResponse response, BodyReader<T> reader) throws IOException {
        Headers headers = Headers.none();
        for (Header header : response.getHeaders()) {
            headers = headers.and(header.getName(), header.getValue());
        }
        Reply head = Reply.head(call.uri(), response.getCode(), headers);
        HttpEntity entity = response.getEntity();
        try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            if (!head.isSuccess()) {
                return new Answer<>(buffered(call, head, body), Optional.empty());
            }
            return new Answer<>(head, Optional.of(watched(head, body, reader)));
        }
    }

    private static <T> T watched(Reply head, InputStream body, BodyReader<T> reader) throws IOException {
        AnswerReading.Watched watched = new AnswerReading.Watched(body);
        try {
            T value = reader.read(head, watched);
            watched.drain();
            return value;
        } catch (IOException | RuntimeException e) {
            IOException broken = watched.failure();
            if (broken != null) {
                throw broken;
            }
            if (e instanceof AnswerReading.Broken damaged) {
                throw damaged;
            }
            // the reader's own trouble, such as a full disk: sending again would not mend it
            if (e instanceof IOException own) {
                throw new UncheckedIOException(own);
            }
            throw e;
        }
    }

    private HttpUriRequestBase request(Call call, @Nullable AccessToken token) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        request.setHeader("Accept", "application/json");
        call.headers().forEach(request::setHeader);
        if (token == null) {
            request.removeHeaders("Authorization");
        } else {
            request.setHeader("Authorization", "Bearer " + token.value());
        }
        Timeout patience = Timeout.of(patience(call));
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(patience)
                .setConnectionRequestTimeout(patience)
                .build());
        return request;
    }

    private Duration patience(Call call) {
        return call.deadline().isZero() ? settings.answerTimeout() : call.deadline();
    }

    private static HttpEntity entity(Body body, InputStream content) {
        return new InputStreamEntity(content, body.length(), ContentType.parse(body.mediaType()));
    }

    private static PoolingHttpClientConnectionManager connections(HttpSettings settings) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create();
        settings.tls().map(DefaultClientTlsStrategy::new).ifPresent(builder::setTlsSocketStrategy);
        return builder.setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.answerTimeout()))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        // always: a call that must be sent once shall not meet a connection that is closed already
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    private static WireFailure failure(Call call, IOException e) {
        String host = Redaction.address(call.uri().resolve("/"));
        if (e instanceof UnknownHostException) {
            return new WireFailure(WireFailure.Kind.NOT_SENT, "the host " + host + " is not known here", e);
        }
        if (e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof NoRouteToHostException) {
            return new WireFailure(WireFailure.Kind.NOT_SENT, host + " could not be reached", e);
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
            return new WireFailure(WireFailure.Kind.HOPELESS, "the certificate of " + host + " is not trusted here", e);
        }
        String reason = e instanceof SocketTimeoutException ? "did not answer in time" : "broke off its answer";
        return new WireFailure(WireFailure.Kind.BROKEN, host + " " + reason, e);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
