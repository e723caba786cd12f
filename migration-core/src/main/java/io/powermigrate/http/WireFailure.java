package io.powermigrate.http;

import io.powermigrate.internal.secret.Redaction;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** No answer came that can be used. */
final class WireFailure extends Exception {

    private static final long serialVersionUID = 1L;

    enum Kind {
        /** Nothing was sent, and it may work later. */
        NOT_SENT,
        /** Nothing was sent, and it will not work later either. */
        HOPELESS,
        /** It was sent, at least in part. */
        BROKEN,
        /** It was sent, and sending it again would bring no other answer. */
        UNUSABLE
    }

    private final Kind kind;
    private final String remedy;

    WireFailure(Kind kind, String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.remedy = remedy;
    }

    Kind kind() {
        return kind;
    }

    /** What to do about it if nothing was changed. */
    String remedy() {
        return remedy;
    }

    /** The transport was closed, before the call or amid it. */
    static WireFailure closed(boolean begun) {
        return new WireFailure(
                begun ? Kind.UNUSABLE : Kind.HOPELESS,
                "the endpoint was closed",
                "Keep the endpoint open until execute has returned",
                null);
    }

    /** The thread was interrupted, so nothing more is sent; it stays interrupted. */
    static WireFailure interrupted(@Nullable Throwable cause) {
        return new WireFailure(
                Kind.HOPELESS, "the thread was interrupted", "Run again when it may run to its end", cause);
    }

    /** What an exception of one sending means. */
    static WireFailure of(Call call, Exchange exchange, IOException e, ProxySettings proxy) {
        String host = Redaction.address(call.uri().resolve("/"));
        if (e instanceof ProxyAnswer answer) {
            return answer.failure(host, proxy);
        }
        if (e instanceof AnswerReading.Unusable unusable) {
            return new WireFailure(Kind.UNUSABLE, host + " answered, but " + e.getMessage(), unusable.remedy(), e);
        }
        return exchange.hasBegun() ? broken(host, exchange, e) : notSent(host, exchange, e);
    }

    private static WireFailure broken(String host, Exchange exchange, IOException e) {
        if (e instanceof MessageConstraintException) {
            return new WireFailure(Kind.UNUSABLE, host + " answered with a head without end", Remedies.REACH_IT, e);
        }
        if (e instanceof AnswerReading.Broken) {
            return new WireFailure(
                    Kind.BROKEN, host + " answered, but " + e.getMessage(), Remedies.SOMETHING_BETWEEN, e);
        }
        String reason = exchange.deadline().hasPassed() || e instanceof SocketTimeoutException
                ? " did not answer in time (" + seconds(exchange.time()) + ")"
                : " broke off its answer";
        return new WireFailure(Kind.BROKEN, host + reason, Remedies.REACH_IT, e);
    }

    private static WireFailure notSent(String host, Exchange exchange, IOException e) {
        if (e instanceof UnknownHostException) {
            return new WireFailure(Kind.NOT_SENT, "the host " + host + " is not known here", Remedies.REACH_IT, e);
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return new WireFailure(
                    Kind.NOT_SENT,
                    "all connections were busy for " + seconds(exchange.time()),
                    "Run fewer steps at a time, or raise HttpSettings.maxConnections",
                    e);
        }
        if (e instanceof SSLException) {
            return isUntrusted(e)
                    ? new WireFailure(
                            Kind.HOPELESS, "the certificate of " + host + " is not trusted here", Remedies.TRUST_IT, e)
                    : new WireFailure(
                            Kind.NOT_SENT, host + " did not agree on a secure connection", Remedies.REACH_IT, e);
        }
        return new WireFailure(Kind.NOT_SENT, host + " could not be reached", Remedies.REACH_IT, e);
    }

    private static boolean isUntrusted(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                        .anyMatch(CertificateException.class::isInstance);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
