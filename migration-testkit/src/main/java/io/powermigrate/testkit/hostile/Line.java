package io.powermigrate.testkit.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection on which an answer is due. For the thread of its answer. */
public final class Line {

    private final InputStream in;
    private final OutputStream out;
    private final List<String> heads;
    private final CountDownLatch closed;
    private String head = "";

    Line(Socket socket, List<String> heads, CountDownLatch closed) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.heads = heads;
        this.closed = closed;
    }

    /** The head of the request that is to be answered: its first line and its fields. */
    public String head() {
        return head;
    }

    /** The value of a field of that head; empty where it has none of that name. */
    public String field(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** What is written here is sent as it is. */
    public OutputStream out() {
        return out;
    }

    /** Sends characters, one byte each. */
    public void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The same text for ever, or as often as said, with a pause before each; ends when the server is closed. */
    public void drip(String text, long millis, long times) throws IOException {
        for (long i = 0; i < times && !pause(millis); i++) {
            send(text);
        }
    }

    /** The head of a success with JSON, and more fields. */
    public void head(String... fields) throws IOException {
        send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
    }

    /** A whole answer with JSON. */
    public void json(int status, String json, String... fields) throws IOException {
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        send("HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\n" + more + "Content-Length: "
                + json.length() + "\r\n\r\n" + json);
    }

    /** Waits for the next request on the same connection, and skips the body of the last; false when none comes. */
    public boolean next() throws IOException {
        String length = field("Content-Length");
        in.skipNBytes(length.isEmpty() ? 0 : Long.parseLong(length));
        StringBuilder read = new StringBuilder();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            read.append((char) octet);
            if (read.length() >= 4 && read.substring(read.length() - 4).equals("\r\n\r\n")) {
                head = read.toString();
                heads.add(head);
                return true;
            }
        }
        return false;
    }

    /** Passes bytes on in both directions until one side hangs up. */
    void joinedWith(Socket other) throws IOException {
        InputStream theirs = other.getInputStream();
        HostileServer.start(() -> passOn(theirs, out, other));
        passOn(in, other.getOutputStream(), other);
    }

    private static void passOn(InputStream from, OutputStream to, Socket ended) {
        byte[] some = new byte[16_384];
        try (ended) {
            for (int read = from.read(some); read >= 0; read = from.read(some)) {
                to.write(some, 0, read);
                to.flush();
            }
        } catch (IOException e) {
            // one side has hung up, and so does the other
        }
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
