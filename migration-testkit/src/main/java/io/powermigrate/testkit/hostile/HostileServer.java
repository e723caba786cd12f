package io.powermigrate.testkit.hostile;

import io.powermigrate.testkit.fake.FakeCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/**
 * Sends the bytes that a test wants, as no proper server would. A connection gets one answer, unless the answer itself waits
 * for more requests. On this machine only. Thread-safe; close it when the test ends, which ends every answer too.
 *
 * <pre>{@code
 * // a body that never ends, one byte every 50 ms
 * try (HostileServer server = HostileServer.answering(line -> {
 *     line.head("Content-Length: 1000000");
 *     line.drip("x", 50, Long.MAX_VALUE);
 * })) {
 *     assertThatThrownBy(() -> client.get(server.at("/"))).hasMessageContaining("in time");
 * }
 *
 * // a server with TLS whose certificate is for somebody else
 * try (FakeCertificate wrong = FakeCertificate.of("wrong.example");
 *         HostileServer server = HostileServer.withTls(wrong, line -> line.head("Content-Length: 0"))) {
 *     assertThatThrownBy(() -> client(wrong.trusted()).get(server.at("/"))).hasMessageContaining("is not trusted");
 * }
 * }</pre>
 */
public final class HostileServer implements AutoCloseable {

    private final String scheme;
    private final ServerSocket listening;
    private final Answer answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What is done with a request; the client may hang up amid it. Called by many threads. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Writes an answer; when it returns, the connection is closed.
         *
         * @throws IOException when the client has hung up, which ends the answer
         */
        void write(Line line) throws IOException;
    }

    private HostileServer(String scheme, ServerSocketFactory sockets, Answer answer) {
        this.scheme = scheme;
        this.answer = answer;
        try {
            listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** A server without TLS, on a free port. */
    public static HostileServer answering(Answer answer) {
        return new HostileServer("http", ServerSocketFactory.getDefault(), answer);
    }

    /** A server with TLS that shows a certificate, which may be for other hosts than this machine. */
    public static HostileServer withTls(FakeCertificate certificate, Answer answer) {
        return new HostileServer("https", certificate.context().getServerSocketFactory(), answer);
    }

    /** An address of it; the host is {@code 127.0.0.1}. */
    public URI at(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** The heads of all requests so far, as they came; a list of its own. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Line line = new Line(socket, heads, closed);
            if (line.next()) {
                answer.write(line);
            }
        } catch (IOException e) {
            // the client hung up, which is what these tests are about
        } finally {
            open.remove(socket);
        }
    }

    static void start(Runnable work) {
        Thread thread = new Thread(work, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
