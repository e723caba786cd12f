package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients keep connections open between their requests, more of them than the fake has threads. */
class IdleConnectionsTest {
    private static final int MANY = 300;
    private static final String REQUEST =
            "GET /login/common/userrealm/ada@contoso.com HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private final FakeWorld world = new FakeWorld();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        world.close();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket("127.0.0.1", world.fake.address().getPort());
        open.add(socket);
        return socket;
    }

    private static String answered(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        byte[] first = socket.getInputStream().readNBytes(15);
        return new String(first, StandardCharsets.US_ASCII);
    }

    @Test
    @Timeout(value = 25, unit = TimeUnit.SECONDS)
    void connections_that_sent_nothing_starve_nobody() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connected();
        }
        assertThat(answered(connected())).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    @Timeout(value = 25, unit = TimeUnit.SECONDS)
    void connections_that_wait_after_an_answer_starve_nobody() throws IOException {
        for (int i = 0; i < MANY; i++) {
            assertThat(answered(connected())).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
