package io.powermigrate.testkit.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * A proxy that answers {@code CONNECT} as a test wants: it refuses, answers as if it were the service, sends something ahead
 * of it, or leads each tunnel to a port of this machine, whatever host was asked for. On this machine only. Thread-safe;
 * close it when the test ends.
 *
 * <pre>{@code
 * String forged = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"value\":[]}";
 * try (HostileProxy proxy = HostileProxy.answering(forged)) {
 *     HttpSettings settings = HttpSettings.builder().proxy(proxy.uri()).build();
 *     assertThatThrownBy(() -> PowerPlatform.connect(environment, credential, settings))
 *             .hasMessageContaining("the proxy answered 201");
 * }
 * }</pre>
 */
public final class HostileProxy implements AutoCloseable {

    private static final String MADE = "HTTP/1.1 200 Connection established\r\n\r\n";

    private final HostileServer server;

    private HostileProxy(HostileServer.Answer answer) {
        this.server = HostileServer.answering(answer);
    }

    /** Answers each request with these bytes, one for each character, and hangs up. */
    public static HostileProxy answering(String bytes) {
        return new HostileProxy(line -> line.send(bytes));
    }

    /** Answers each request in a way of the test's own. */
    public static HostileProxy answering(HostileServer.Answer answer) {
        return new HostileProxy(answer);
    }

    /** Leads every tunnel to a port of this machine. */
    public static HostileProxy leadingTo(int port) {
        return sendingAhead("", port);
    }

    /** Leads the tunnel to each host to the port of this machine that the test names for it. */
    public static HostileProxy leadingTo(ToIntFunction<String> portOfHost) {
        return new HostileProxy(line -> {
            String asked = line.head().split(" ", 3)[1];
            String host = asked.substring(0, asked.lastIndexOf(':')).toLowerCase(Locale.ROOT);
            line.send(MADE);
            join(line, portOfHost.applyAsInt(host));
        });
    }

    /**
     * Leads every tunnel to a port of this machine, and sends something in clear right behind its own answer, as if the service
     * had said it.
     */
    public static HostileProxy sendingAhead(String bytes, int port) {
        return new HostileProxy(line -> {
            line.send(MADE + bytes);
            join(line, port);
        });
    }

    private static void join(Line line, int port) throws IOException {
        try (Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.joinedWith(service);
        }
    }

    /** Its address, for the settings of a client. */
    public URI uri() {
        return server.at("");
    }

    /** The heads of all requests so far, as they came; a list of its own. */
    public List<String> heads() {
        return server.heads();
    }

    /** The hosts and ports that tunnels were asked to, such as {@code api.powerapps.com:443}, in that order. */
    public List<String> tunnels() {
        return heads().stream()
                .filter(head -> head.startsWith("CONNECT "))
                .map(head -> head.split(" ", 3)[1])
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
