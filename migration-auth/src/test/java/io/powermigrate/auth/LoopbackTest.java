package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.powermigrate.http.TokenRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    private static final Attempt ATTEMPT = new Attempt(
            "interactive sign-in",
            "app-1",
            TokenRequest.of(URI.create("https://login.example"), "contoso.example", "https://service.example/"));

    private final Loopback loopback = Loopback.open(Duration.ofMillis(300));
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        loopback.close();
    }

    @Test
    void half_a_request_line_holds_up_nobody() throws IOException {
        for (int i = 0; i < 20; i++) {
            say("127.0.0.1", "GET /?co");
        }
        say("127.0.0.1", answer("code-1", loopback.state()));

        assertThat(loopback.code(Duration.ofSeconds(20), ATTEMPT)).isEqualTo("code-1");
    }

    @Test
    void the_first_answer_wins_and_what_has_not_the_state_is_none() throws IOException {
        ask("127.0.0.1", answer("forged", "another-state"));
        ask("127.0.0.1", answer("code-1", loopback.state()));
        ask("127.0.0.1", answer("code-2", loopback.state()));

        assertThat(loopback.code(Duration.ofSeconds(20), ATTEMPT)).isEqualTo("code-1");
    }

    @Test
    void the_state_has_256_bits_and_is_another_one_each_time() {
        try (Loopback other = Loopback.open()) {
            assertThat(Base64.getUrlDecoder().decode(loopback.state())).hasSize(32);
            assertThat(other.state()).isNotEqualTo(loopback.state());
        }
    }

    @Test
    void both_addresses_of_localhost_are_ours() throws IOException {
        assumeThat(hasSix()).as("this machine has ::1").isTrue();
        InetAddress six = InetAddress.getByName("::1");

        assertThatThrownBy(() -> {
                    try (ServerSocket thief = new ServerSocket()) {
                        thief.bind(new InetSocketAddress(six, loopback.address().getPort()));
                    }
                })
                .isInstanceOf(BindException.class);
        say("::1", answer("code-6", loopback.state()));
        assertThat(loopback.code(Duration.ofSeconds(20), ATTEMPT)).isEqualTo("code-6");
    }

    private static boolean hasSix() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("::1", 0));
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static String answer(String code, String state) {
        return "GET /?code=" + code + "&state=" + state + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** Waits for the answer. */
    private void ask(String address, String request) throws IOException {
        Socket socket = say(address, request);
        socket.getInputStream().readAllBytes();
    }

    private Socket say(String address, String request) throws IOException {
        Socket socket =
                new Socket(InetAddress.getByName(address), loopback.address().getPort());
        sockets.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
