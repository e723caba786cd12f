package io.powermigrate.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends the bytes that a test wants, as no proper server would; the same to each request. A connection serves one. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Answer answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Writes an answer; the client may hang up amid it. */
    @FunctionalInterface
    public interface Answer {
        void write(Line line) throws IOException;
    }

    /** A connection on which an answer is due. */
    public record Line(OutputStream out, CountDownLatch closed) {

        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** The same text for ever, or as often as said, with a pause between. */
        public void drip(String text, long millis, long times) throws IOException {
            for (long i = 0; i < times && !pause(millis); i++) {
                send(text);
            }
        }

        public void head(String... lines) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + String.join("\r\n", lines) + "\r\n\r\n");
        }

        /** Whether the server was closed meanwhile. */
        private boolean pause(long millis) {
            try {
                return closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }

    public RawServer(Answer answer) {
        this.answer = answer;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    /** The heads of all requests, as they came. */
    public List<String> heads() {
        return heads;
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
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            String head = head(in);
            if (!head.isBlank()) {
                heads.add(head);
                answer.write(new Line(socket.getOutputStream(), closed));
            }
        } catch (IOException e) {
            // the client hung up, which is what these tests are about
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.append((char) octet);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
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
