package io.powermigrate.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that shows neither bytes nor heads to any logger: those of HttpClient print both at DEBUG, tokens and
 * passwords included, and their level belongs to the caller's program. Heads have a limit, which HttpClient's have not.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(128 * 1024)
            .setMaxHeaderCount(1_000)
            .build();

    QuietConnection(String id) {
        super(id, null, null, LIMITS, null, null, null, null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    /** Also with bytes that nobody has asked for: they would be read as the answer to the next request. */
    @Override
    public boolean isStale() throws IOException {
        return super.isStale() || isDataAvailable(Timeout.ofMilliseconds(1));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // says nothing
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // says nothing
    }
}
